package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The record that the disk is in trouble, in space that was taken while it was not.
 *
 * <pre>
 *  file RESERVE   byte 0    outage                      or zeros while all is well
 *                           serial 4d2                  the last serial that was on the medium, in hexadecimal
 *                           since 1790000000000000      when, in microseconds since 1970; 0 if unknown
 *                           cause No space left         what was said
 *                           crc 89abcdef                CRC-32C of the lines above, seeded with 0
 *                 byte 512  zeros, as many as are kept in reserve: given back to a full disk when the server stops
 * </pre>
 */
record OutagePage(long serial, long micros, String cause) {
    static final int BYTES = 512;
    private static final int PIECE_BYTES = 1 << 20;
    private static final int CAUSE_MAX = 200;
    private static final String CRC = "crc ";

    private String text() {
        String shown = cause.replaceAll("\\p{Cntrl}", " ");
        String lines = "outage\nserial " + Long.toHexString(serial) + "\nsince " + micros + "\ncause "
                + shown.substring(0, Math.min(CAUSE_MAX, shown.length())) + "\n";
        return lines + CRC + crc(lines) + "\n";
    }

    private static String crc(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits(Frame.checksum(bytes, 0, bytes.length, 0));
    }

    /** The page as it is found, empty if all was well. */
    static Optional<OutagePage> read(Storage storage) {
        try (StorageFile file = storage.openToRead(StateLayout.RESERVE)) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            while (bytes.hasRemaining() && file.read(bytes.position(), bytes) > 0) {
            }
            return parse(new String(bytes.array(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It only tells; without it the state is the same.
            return Optional.empty();
        }
    }

    private static Optional<OutagePage> parse(String text) {
        List<String> lines = text.lines().toList();
        int crcAt = text.indexOf(CRC);
        if (lines.size() < 5 || crcAt < 0 || !lines.get(4).equals(CRC + crc(text.substring(0, crcAt)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OutagePage(Long.parseUnsignedLong(word(lines.get(1), "serial "), 16),
                    Long.parseLong(word(lines.get(2), "since ")), word(lines.get(3), "cause ")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(String line, String key) {
        if (!line.startsWith(key)) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(key.length());
    }

    /** Writes the page where its space is; without a reserve nothing is written. */
    void write(Storage storage) throws IOException {
        put(storage, Arrays.copyOf(text().getBytes(StandardCharsets.UTF_8), BYTES));
    }

    private static void put(Storage storage, byte[] page) throws IOException {
        if (storage.list("").contains(StateLayout.RESERVE)) {
            try (StorageFile file = storage.open(StateLayout.RESERVE)) {
                file.write(0, ByteBuffer.wrap(page));
                file.force();
            }
        }
    }

    /** Takes as much space in reserve as is wanted, and says that all is well. */
    static void clear(Storage storage, long reserveBytes) throws IOException {
        boolean there = storage.list("").contains(StateLayout.RESERVE);
        if (reserveBytes == 0) {
            if (there) {
                storage.remove(StateLayout.RESERVE);
            }
            return;
        }
        try (StorageFile file = there ? storage.open(StateLayout.RESERVE) : storage.create(StateLayout.RESERVE)) {
            if (there && file.size() > reserveBytes) {
                file.truncate(reserveBytes);
            }
            if (there && file.size() == reserveBytes && read(storage).isEmpty()) {
                return;
            }
            byte[] zeros = new byte[(int) Math.min(PIECE_BYTES, reserveBytes)];
            for (long at = 0; at < reserveBytes; at += zeros.length) {
                file.write(at, ByteBuffer.wrap(zeros, 0, (int) Math.min(zeros.length, reserveBytes - at)));
            }
            file.force();
        }
        storage.forceDirectory("");
    }

    /** Gives the space back, but for the page. */
    static void give(Storage storage) throws IOException {
        if (storage.list("").contains(StateLayout.RESERVE)) {
            try (StorageFile file = storage.open(StateLayout.RESERVE)) {
                file.truncate(BYTES);
            }
        }
    }
}
