package io.ccmux.server.terminal;

import java.util.Arrays;

/** The string of an OSC or DCS, as far as it has come; and since when one has been coming, wanted or not. */
final class Collector {
    /** The second byte of U+009C (ST) in UTF-8, and the first. */
    static final int ST_TAIL = 0x9C;
    static final int C1_LEAD = 0xC2;

    private static final int ESC = 0x1B;
    private static final int BYTES = 256;
    /** Bytes of the buffer that are kept when a long string has ended. */
    private static final int BYTES_KEPT = 64 << 10;

    private byte[] bytes = new byte[BYTES];
    private int length;
    private long since;
    /** The last byte of a string that is swallowed. */
    private int previous;

    void start(long micros) {
        length = 0;
        previous = 0;
        since = micros;
    }

    /** Adds bytes, but not many more than the longest string may have. */
    void add(byte[] source, int from, int to, int bytesMax) {
        int count = Math.clamp(to - from, 0, Math.max(0, bytesMax + 1 - length));
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void add(int input) {
        reserve(1);
        bytes[length++] = (byte) input;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }

    /** Whether this byte and the one before are U+009C; the one before is no part of the string then. */
    boolean ends(int input) {
        if (input != ST_TAIL || length == 0 || (bytes[length - 1] & 255) != C1_LEAD) {
            return false;
        }
        length--;
        return true;
    }

    /** The same for a string that is swallowed. */
    boolean swallowedEnds(int input) {
        boolean ends = input == ST_TAIL && previous == C1_LEAD;
        previous = input;
        return ends;
    }

    /** The string; there may be more bytes after {@link #length}. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Writes it as it came: an ESC in it was doubled. */
    void write(ByteSink sink) {
        for (int i = 0; i < length; i++) {
            sink.u8(bytes[i]);
            if (bytes[i] == ESC) {
                sink.u8(ESC);
            }
        }
    }

    void forget() {
        length = 0;
        previous = 0;
        if (bytes.length > BYTES_KEPT) {
            bytes = new byte[BYTES];
        }
    }

    long since() {
        return since;
    }

    int previous() {
        return previous;
    }

    /** As an image says it was. */
    void restore(long begun, int before) {
        since = begun;
        previous = before;
    }
}
