package io.ccmux.server.tool;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The headers of a tar archive, as POSIX has them since 1988, so that every machine can look into a backup.
 *
 * <pre>
 *  byte   0  name, 100 bytes        124  size, 11 octal digits     156  type: 0, a plain file
 *       100  mode, 7 octal digits   136  time, 11 octal digits     257  "ustar", 0, "00"
 *       108  owner, group: 0        148  checksum, 6 octal digits, 0, blank: the sum of all bytes of the header, these
 *                                        eight counted as blanks
 *  after it the file's bytes, filled up with zeros to a multiple of 512; two blocks of zeros end the archive
 * </pre>
 */
final class Tar {
    static final int BLOCK_BYTES = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int NAME_BYTES = 100;
    private static final String PRIVATE = "0000600";

    private Tar() {}

    /** A file of an archive. */
    record Entry(String name, long bytes) {}

    static void writeHead(OutputStream out, Entry entry, long seconds) throws IOException {
        byte[] head = new byte[BLOCK_BYTES];
        put(head, 0, entry.name);
        put(head, 100, PRIVATE);
        put(head, 108, "0000000");
        put(head, 116, "0000000");
        put(head, SIZE_AT, octal(entry.bytes));
        put(head, 136, octal(seconds));
        head[156] = '0';
        put(head, 257, "ustar");
        put(head, 263, "00");
        put(head, CHECKSUM_AT, octal(checksum(head)).substring(SIZE_DIGITS - 6));
        head[CHECKSUM_AT + 7] = ' ';
        out.write(head);
    }

    /** What follows a file of so many bytes. */
    static void fill(OutputStream out, long bytes) throws IOException {
        out.write(new byte[padding(bytes)]);
    }

    static void end(OutputStream out) throws IOException {
        out.write(new byte[2 * BLOCK_BYTES]);
    }

    static int padding(long bytes) {
        return (int) (-bytes & BLOCK_BYTES - 1);
    }

    /**
     * The next file, with an empty name at the end of the archive.
     *
     * @throws IOException if what is there is no header
     */
    static Entry readHead(InputStream in) throws IOException {
        byte[] head = in.readNBytes(BLOCK_BYTES);
        if (head.length < BLOCK_BYTES) {
            throw new EOFException("the archive ends too early");
        }
        if (head[0] == 0) {
            return new Entry("", 0);
        }
        try {
            long said = Long.parseLong(text(head, CHECKSUM_AT, 6), 8);
            if (said != checksum(head)) {
                throw new IOException("the archive is damaged");
            }
            return new Entry(text(head, 0, NAME_BYTES), Long.parseLong(text(head, SIZE_AT, SIZE_DIGITS), 8));
        } catch (NumberFormatException none) {
            throw new IOException("the archive is damaged", none);
        }
    }

    private static void put(byte[] head, int at, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (at == 0 && bytes.length > NAME_BYTES) {
            throw new IOException("name too long: " + text);
        }
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static String octal(long number) throws IOException {
        String digits = Long.toOctalString(number);
        if (digits.length() > SIZE_DIGITS) {
            throw new IOException("a file of " + number + " bytes is too large for an archive");
        }
        return "0".repeat(SIZE_DIGITS - digits.length()) + digits;
    }

    private static String text(byte[] head, int at, int bytes) {
        int end = at;
        while (end < at + bytes && head[end] != 0) {
            end++;
        }
        return new String(head, at, end - at, StandardCharsets.US_ASCII).strip();
    }

    private static long checksum(byte[] head) {
        byte[] summed = head.clone();
        Arrays.fill(summed, CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES, (byte) ' ');
        long sum = 0;
        for (byte b : summed) {
            sum += b & 0xff;
        }
        return sum;
    }
}
