package io.ccmux.persistence;

import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What lies in a segment behind its last valid frame.
 *
 * @param end          where the last byte that is not zero ends
 * @param syncedSerial the highest serial that a frame found there says was on the medium, 0 if none says so
 * @param unreadable   whether the disk failed to read all of it
 */
record Rest(long end, long syncedSerial, boolean unreadable) {
    private static final int STEP_BYTES = 4 << 20;
    private static final byte[] ZEROS = new byte[4096];

    /**
     * Looks for frames behind a hole. They are recognised by the four bytes before them, which seed their checksum, and
     * by a serial that is possible there.
     *
     * @param from where the valid frames end
     * @param size the size of the file
     */
    static Rest of(StorageFile file, JournalPosition from, long size) {
        if (size <= from.offset()) {
            return new Rest(from.offset(), 0, false);
        }
        long last = from.offset();
        long synced = 0;
        boolean unreadable = false;
        int overlap = Frame.PAYLOAD_BYTES_MAX + Frame.OVERHEAD_BYTES;
        byte[] bytes = new byte[(int) Math.min(STEP_BYTES + overlap, size - last + Frame.CRC_BYTES)];
        long start = last - Frame.CRC_BYTES;
        while (start + Frame.CRC_BYTES < size && !unreadable) {
            int wanted = (int) Math.min(bytes.length, size - start);
            int length = fill(file, start, bytes, wanted);
            unreadable = length < wanted;
            int zeros = trailingZerosFrom(bytes, Frame.CRC_BYTES, length);
            if (zeros > Frame.CRC_BYTES) {
                last = start + zeros;
                long serialMax = from.serial() + size / Frame.OVERHEAD_BYTES;
                synced = Math.max(synced, search(bytes, zeros, from.serial(), serialMax));
            }
            start += start + length >= size ? length : STEP_BYTES;
        }
        return new Rest(last, synced, unreadable);
    }

    private static long search(byte[] bytes, int length, long after, long serialMax) {
        long synced = 0;
        for (int at = Frame.CRC_BYTES; at + Frame.OVERHEAD_BYTES <= length; at++) {
            long serial = Frame.serial(bytes, at);
            if (serial <= after || serial > serialMax || !Frame.head(bytes, at).commit()) {
                continue;
            }
            int payload = Frame.length(bytes, at);
            if (payload >= 0 && at + Frame.OVERHEAD_BYTES + payload <= bytes.length
                    && Frame.checksum(bytes, at, Frame.HEADER_BYTES + payload, Frame.seed(bytes, at)) == Frame
                            .crc(bytes, at)) {
                synced = Math.max(synced, Frame.synced(bytes, at));
            }
        }
        return synced;
    }

    private static int fill(StorageFile file, long start, byte[] bytes, int wanted) {
        int length = 0;
        try {
            while (length < wanted) {
                int count = file.read(start + length, ByteBuffer.wrap(bytes, length, wanted - length));
                if (count <= 0) {
                    break;
                }
                length += count;
            }
        } catch (IOException e) {
            return length;
        }
        return length;
    }

    /** Where the zeros begin that go on to {@code to}, at least {@code from}. */
    private static int trailingZerosFrom(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from) {
            int start = Math.max(from, end - ZEROS.length);
            if (Arrays.mismatch(bytes, start, end, ZEROS, 0, end - start) >= 0) {
                while (bytes[end - 1] == 0) {
                    end--;
                }
                return end;
            }
            end = start;
        }
        return from;
    }
}
