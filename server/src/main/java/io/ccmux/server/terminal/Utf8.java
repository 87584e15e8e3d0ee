package io.ccmux.server.terminal;

/**
 * UTF-8 that may come in pieces. What is malformed becomes one U+FFFD for each maximal subpart, as the WHATWG decoder
 * has it: the byte that does not fit is looked at again.
 */
final class Utf8 {
    static final int REPLACEMENT = 0xFFFD;
    /** More bytes are needed. */
    static final int MORE = -1;
    /** The character so far is malformed; the byte is not part of it. */
    static final int MALFORMED = -2;

    /** Bytes that continue a character are, as signed ones, below this. */
    private static final byte AFTER_TAILS = (byte) 0xC0;

    private int codePoint;
    private int needed;
    private int lower;
    private int upper;
    private int bytes;

    boolean pending() {
        return needed > 0;
    }

    /** The next byte, from 0x80 to 0xFF: a code point, or {@link #MORE}, or {@link #MALFORMED}. */
    int next(int input) {
        if (needed == 0) {
            return lead(input);
        }
        if (input < lower || input > upper) {
            needed = 0;
            return MALFORMED;
        }
        lower = 0x80;
        upper = 0xBF;
        codePoint = codePoint << 6 | input & 63;
        bytes = bytes << 8 | input;
        return --needed == 0 ? codePoint : MORE;
    }

    private int lead(int input) {
        if (input < 0xC2 || input > 0xF4) {
            return REPLACEMENT;
        }
        needed = input < 0xE0 ? 1 : input < 0xF0 ? 2 : 3;
        codePoint = input & (1 << 6 - needed) - 1;
        lower = input == 0xE0 ? 0xA0 : input == 0xF0 ? 0x90 : 0x80;
        upper = input == 0xED ? 0x9F : input == 0xF4 ? 0x8F : 0xBF;
        bytes = input;
        return MORE;
    }

    /** Forgets what is pending. */
    void reset() {
        needed = 0;
    }

    /** Writes the bytes that are pending. */
    void write(ByteSink sink) {
        if (pending()) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                if (bytes >>> shift != 0) {
                    sink.u8(bytes >>> shift);
                }
            }
        }
    }

    /**
     * Decodes a whole character from an array.
     *
     * @return the code point, or {@link #MORE} if it is malformed or not all there
     */
    static int whole(byte[] source, int at, int end) {
        int lead = source[at] & 255;
        if (lead >= 0xE0 && lead <= 0xEF) {
            return three(source, at, end, lead);
        }
        if (lead >= 0xC2 && lead <= 0xDF) {
            return at + 1 < end && source[at + 1] < AFTER_TAILS ? (lead & 31) << 6 | source[at + 1] & 63 : MORE;
        }
        return lead >= 0xF0 && lead <= 0xF3 ? four(source, at, end, lead) : MORE;
    }

    private static int three(byte[] source, int at, int end, int lead) {
        if (at + 2 >= end || source[at + 1] >= AFTER_TAILS || source[at + 2] >= AFTER_TAILS) {
            return MORE;
        }
        int codePoint = (lead & 15) << 12 | (source[at + 1] & 63) << 6 | source[at + 2] & 63;
        return codePoint < 0x800 || codePoint >= 0xD800 && codePoint <= 0xDFFF ? MORE : codePoint;
    }

    private static int four(byte[] source, int at, int end, int lead) {
        if (at + 3 >= end || source[at + 1] >= AFTER_TAILS || source[at + 2] >= AFTER_TAILS
                || source[at + 3] >= AFTER_TAILS) {
            return MORE;
        }
        int codePoint = (lead & 7) << 18 | (source[at + 1] & 63) << 12 | (source[at + 2] & 63) << 6
                | source[at + 3] & 63;
        return codePoint < 0x10000 ? MORE : codePoint;
    }

    /** Bytes a code point takes that needs more than one. */
    static int length(int codePoint) {
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
