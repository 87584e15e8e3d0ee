package io.ccmux.server.terminal;

import java.util.Arrays;

/** The colours the program has chosen for itself: 256 indexed ones, and foreground, background and cursor. */
public final class Palette {
    public static final int FOREGROUND = 256;
    public static final int BACKGROUND = 257;
    public static final int CURSOR = 258;
    /** The value of a slot that was not set. */
    public static final int UNSET = -1;
    static final int SLOTS = 259;

    private final int[] colours = new int[SLOTS];

    Palette() {
        Arrays.fill(colours, UNSET);
    }

    /** 0xrrggbb, or {@link #UNSET}: then it is the client's own. */
    public int colour(int slot) {
        return colours[slot];
    }
}
