package io.ccmux.server.terminal;

import java.util.Arrays;

/**
 * The colours the program has chosen for itself: 256 indexed ones, those of OSC 10 to 19, of which foreground,
 * background and cursor are shown, and those of OSC 5, which are only kept for who asks.
 */
public final class Palette {
    public static final int FOREGROUND = 256;
    public static final int BACKGROUND = 257;
    public static final int CURSOR = 258;
    /** The slot of OSC 19, the last in the order of their numbers. */
    static final int LAST_DYNAMIC = FOREGROUND + 9;
    /** The slot of OSC 5;0. */
    static final int SPECIAL = LAST_DYNAMIC + 1;
    /** Bold, underlined, blinking, reversed, italic. */
    static final int SPECIALS = 5;
    /** The value of a slot that was not set. */
    public static final int UNSET = -1;
    private static final int SLOTS = SPECIAL + SPECIALS;
    private static final int[] BASIC = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};

    private final int[] colours = new int[SLOTS];

    Palette() {
        reset();
    }

    /** 0xrrggbb, or {@link #UNSET}: then it is the client's own. */
    public int colour(int slot) {
        return colours[slot];
    }

    /** What xterm shows for a colour nobody has set: 0xrrggbb. */
    public static int standard(int slot) {
        if (slot < BASIC.length) {
            return BASIC[slot];
        }
        if (slot < 232) {
            int cube = slot - 16;
            return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
        }
        if (slot < FOREGROUND) {
            return (8 + 10 * (slot - 232)) * 0x010101;
        }
        return slot == BACKGROUND ? BASIC[0] : BASIC[7];
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    /** Whether a background of that colour makes a theme dark. */
    public static boolean dark(int rgb) {
        int luminance = 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
        return luminance < 128_000;
    }

    void set(int slot, int rgb) {
        colours[slot] = rgb;
    }

    /** Some that follow one another. */
    void reset(int first, int count) {
        Arrays.fill(colours, first, first + count, UNSET);
    }

    void reset() {
        Arrays.fill(colours, UNSET);
    }

    void write(ByteSink sink) {
        int set = (int) Arrays.stream(colours).filter(colour -> colour != UNSET).count();
        sink.varint(set);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (colours[slot] != UNSET) {
                sink.varint(slot);
                sink.varint(colours[slot]);
            }
        }
    }

    void read(ByteSource source) throws CorruptImageException {
        reset();
        for (int left = source.number(SLOTS); left > 0; left--) {
            colours[source.number(SLOTS - 1)] = source.number(0xFFFFFF);
        }
    }
}
