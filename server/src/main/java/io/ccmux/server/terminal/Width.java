package io.ccmux.server.terminal;

/** How many columns a code point takes. */
public final class Width {
    private Width() {}

    /** 0, 1 or 2; ambiguous ones count 1. */
    public static int of(int codePoint) {
        return codePoint < 0x20 ? 0 : 1;
    }
}
