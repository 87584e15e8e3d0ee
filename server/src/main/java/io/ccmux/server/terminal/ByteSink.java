package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Bytes being written. Numbers are varints: seven bits a byte, lowest first, the top bit set in all but the last;
 * signed ones are zigzagged. Strings are a varint of their length in bytes and UTF-8.
 */
final class ByteSink {
    /** Bytes of the longest varint. */
    static final int VARINT_BYTES = 10;

    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Drops bytes from the beginning. */
    void discard(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    void truncate(int to) {
        length = to;
    }

    /** The bytes, and more after them; not to be changed. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for that many bytes, so that the unchecked writers may be used for them. */
    void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    void u8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void bool(boolean value) {
        u8(value ? 1 : 0);
    }

    void varint(long value) {
        reserve(VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Bytes that {@link #varint} takes for a number. */
    static int varintBytes(long value) {
        return (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }

    void signed(long value) {
        varint(value << 1 ^ value >> 63);
    }

    void raw(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    void sized(byte[] source) {
        varint(source.length);
        raw(source, 0, source.length);
    }

    void string(String text) {
        sized(text.getBytes(UTF_8));
    }

    void utf8(int codePoint) {
        reserve(4);
        byte[] to = bytes;
        int at = length;
        if (codePoint < 0x80) {
            to[at] = (byte) codePoint;
            length = at + 1;
        } else if (codePoint < 0x800) {
            to[at] = (byte) (0xC0 | codePoint >> 6);
            to[at + 1] = (byte) (0x80 | codePoint & 63);
            length = at + 2;
        } else if (codePoint < 0x10000) {
            to[at] = (byte) (0xE0 | codePoint >> 12);
            to[at + 1] = (byte) (0x80 | codePoint >> 6 & 63);
            to[at + 2] = (byte) (0x80 | codePoint & 63);
            length = at + 3;
        } else {
            to[at] = (byte) (0xF0 | codePoint >> 18);
            to[at + 1] = (byte) (0x80 | codePoint >> 12 & 63);
            to[at + 2] = (byte) (0x80 | codePoint >> 6 & 63);
            to[at + 3] = (byte) (0x80 | codePoint & 63);
            length = at + 4;
        }
    }
}
