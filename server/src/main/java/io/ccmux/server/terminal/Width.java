package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What is known of every code point: how many columns it takes, and how it behaves next to others. Looked up in the
 * tables that {@code GenerateUnicodeTables} made, which draws them.
 */
public final class Width {
    private static final int AMBIGUOUS = 3;
    private static final char[] VALUES = String.join("", UnicodeTables.VALUES).toCharArray();
    private static final char[] STAGE1 = String.join("", UnicodeTables.STAGE1).toCharArray();
    private static final byte[] STAGE2 = String.join("", UnicodeTables.STAGE2).getBytes(ISO_8859_1);

    private Width() {}

    /** Columns a code point takes by itself: 0, 1 or 2; the ambiguous ones of East Asia count 1. */
    public static int of(int codePoint) {
        return width(properties(codePoint), false);
    }

    /** Whether the emoji variation selector makes it two columns wide. */
    public static boolean widenedByVariation(int codePoint) {
        return (properties(codePoint) >> 9 & 1) != 0;
    }

    /** Whether it is one of those that take two columns in terminals made for East Asia. */
    public static boolean ambiguous(int codePoint) {
        return (properties(codePoint) & 3) == AMBIGUOUS;
    }

    static int properties(int codePoint) {
        return VALUES[STAGE2[(STAGE1[codePoint >> 7] << 7) + (codePoint & 127)] & 255];
    }

    /** The same properties, but this many columns: 0 to 2. */
    static int withColumns(int properties, int columns) {
        return properties & ~3 | columns;
    }

    static int width(int properties, boolean ambiguousWide) {
        int width = properties & 3;
        return width != AMBIGUOUS ? width : ambiguousWide ? 2 : 1;
    }

    static int graphemeBreak(int properties) {
        return properties >> 2 & 15;
    }

    static boolean pictographic(int properties) {
        return (properties >> 6 & 1) != 0;
    }

    static int conjunctBreak(int properties) {
        return properties >> 7 & 3;
    }
}
