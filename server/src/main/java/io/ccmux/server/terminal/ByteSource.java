package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes being read that a {@link ByteSink} wrote; every length is checked against what is left before it is used. */
final class ByteSource {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    ByteSource(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    void position(int to) {
        position = to;
    }

    int left() {
        return end - position;
    }

    int u8() throws CorruptImageException {
        check(1);
        return bytes[position++] & 255;
    }

    boolean bool() throws CorruptImageException {
        return number(1) == 1;
    }

    long varint() throws CorruptImageException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 127) << shift;
            if (next < 128) {
                return value;
            }
        }
        throw new CorruptImageException("a number without end");
    }

    long signed() throws CorruptImageException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number that is not above the limit. */
    int number(int limit) throws CorruptImageException {
        long value = varint();
        if (value < 0 || value > limit) {
            throw new CorruptImageException(value + " where at most " + limit + " may be");
        }
        return (int) value;
    }

    /** A count of things that take at least a byte each. */
    int count() throws CorruptImageException {
        return number(left());
    }

    byte[] raw(int count) throws CorruptImageException {
        check(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    void skip(int count) throws CorruptImageException {
        check(count);
        position += count;
    }

    byte[] sized() throws CorruptImageException {
        return raw(count());
    }

    String string() throws CorruptImageException {
        return new String(sized(), UTF_8);
    }

    int utf8() throws CorruptImageException {
        int lead = u8();
        int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        int codePoint = more == 0 ? lead : lead & 63 >> more;
        for (int i = 0; i < more; i++) {
            codePoint = codePoint << 6 | u8() & 63;
        }
        if (codePoint > Character.MAX_CODE_POINT) {
            throw new CorruptImageException("no code point: " + codePoint);
        }
        return codePoint;
    }

    private void check(int count) throws CorruptImageException {
        if (count < 0 || count > end - position) {
            throw new CorruptImageException(count + " bytes wanted where " + left() + " are left");
        }
    }
}
