package io.ccmux.persistence;

import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks over the frames of one file, from a place where the seed is known, until there is no valid one.
 *
 * <p>A region that cannot be read counts as bytes that are not there: the disk's trouble is damage like any other.
 */
final class FrameReader {
    private static final int WINDOW_BYTES = 256 << 10;

    private final StorageFile file;
    private final long end;
    private long position;
    private int seed;
    private long serial;

    /** Bytes of the file from {@code windowStart} on. */
    private byte[] window;
    private long windowStart;
    private int windowLength;

    private int frame;
    private Frame.Head head;

    /** Reads frames that lie in the file from {@code start} on and before {@code end}. */
    FrameReader(StorageFile file, JournalPosition start, long end) {
        this.file = file;
        this.end = end;
        this.position = start.offset();
        this.seed = start.crc();
        this.serial = start.serial();
        this.window = new byte[Math.clamp(end - position, 0, WINDOW_BYTES)];
    }

    /** Goes to the next frame; false if no valid one is there, now and for ever. */
    boolean next() {
        if (!available(Frame.OVERHEAD_BYTES)) {
            return false;
        }
        int at = (int) (position - windowStart);
        int length = Frame.length(window, at);
        if (length < 0 || Frame.serial(window, at) != serial + 1 || !available(Frame.OVERHEAD_BYTES + length)) {
            return false;
        }
        at = (int) (position - windowStart);
        int crc = Frame.checksum(window, at, Frame.HEADER_BYTES + length, seed);
        if (crc != Frame.crc(window, at)) {
            return false;
        }
        frame = at;
        head = Frame.head(window, at);
        seed = crc;
        serial++;
        position += Frame.OVERHEAD_BYTES + length;
        return true;
    }

    Frame.Head head() {
        return head;
    }

    /** The highest serial on the medium when the frame, a COMMIT, was written. */
    long synced() {
        return Frame.synced(window, frame);
    }

    /** Where the frame's payload, without {@link #synced}, begins in {@link #bytes}. */
    int payloadOffset() {
        return frame + Frame.HEADER_BYTES;
    }

    int payloadLength() {
        return Frame.length(window, frame) - (head.commit() ? Frame.SYNCED_BYTES : 0);
    }

    /** The buffer that holds the frame until {@link #next} is called again. */
    byte[] bytes() {
        return window;
    }

    /** The place after the frame, in a segment of that id. */
    JournalPosition position(long segment) {
        return new JournalPosition(segment, position, seed, serial);
    }

    /** Sees to it that the window holds {@code length} bytes from the position on. */
    private boolean available(int length) {
        if (position + length > end) {
            return false;
        }
        if (position >= windowStart && position + length <= windowStart + windowLength) {
            return true;
        }
        int keep = (int) Math.max(0, windowStart + windowLength - position);
        byte[] target = length <= window.length ? window : new byte[Math.max(length, 2 * window.length)];
        System.arraycopy(window, windowLength - keep, target, 0, keep);
        window = target;
        windowStart = position;
        windowLength = keep;
        while (windowLength < length) {
            int wanted = (int) Math.min(window.length - windowLength, end - windowStart - windowLength);
            int count = read(ByteBuffer.wrap(window, windowLength, wanted));
            if (count <= 0) {
                return false;
            }
            windowLength += count;
        }
        return true;
    }

    private int read(ByteBuffer target) {
        try {
            return file.read(windowStart + windowLength, target);
        } catch (IOException e) {
            return -1;
        }
    }
}
