package io.ccmux.server.render;

import java.util.Arrays;

/** Bytes on their way to a terminal: a buffer that grows and is used again. */
final class ByteSink {
    private byte[] bytes = new byte[4096];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Forgets what came after the first {@code to} bytes. */
    void cut(int to) {
        length = to;
    }

    /** Takes spaces off the end, back to the first {@code start} bytes. */
    void trim(int start) {
        while (length > start && bytes[length - 1] == ' ') {
            length--;
        }
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    ByteSink add(int ascii) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Text of ASCII only. */
    ByteSink add(String ascii) {
        grow(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    ByteSink add(ByteSink other) {
        grow(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /** The escape character and a bracket. */
    ByteSink csi() {
        return add(0x1b).add('[');
    }

    ByteSink number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        return add('0' + value % 10);
    }

    ByteSink codePoint(int c) {
        if (c < 0x80) {
            return add(c);
        }
        if (c < 0x800) {
            return add(0xc0 | c >> 6).add(0x80 | c & 0x3f);
        }
        if (c < 0x10000) {
            return add(0xe0 | c >> 12).add(0x80 | c >> 6 & 0x3f).add(0x80 | c & 0x3f);
        }
        return add(0xf0 | c >> 18).add(0x80 | c >> 12 & 0x3f).add(0x80 | c >> 6 & 0x3f).add(0x80 | c & 0x3f);
    }

    /** Text in UTF-8. */
    ByteSink text(String text) {
        text.codePoints().forEach(this::codePoint);
        return this;
    }

    private void grow(int by) {
        if (length + by > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + by, bytes.length * 2));
        }
    }
}
