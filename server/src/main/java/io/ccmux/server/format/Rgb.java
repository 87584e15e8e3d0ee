package io.ccmux.server.format;

/** Red, green and blue of colours that are numbers, and the nearest number for a terminal that knows fewer. */
public final class Rgb {
    /** What a terminal's first sixteen colours are taken to be: they are the user's own, so nobody knows. */
    private static final int[] BASIC = {0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080, 0xc0c0c0,
        0x808080, 0xff0000, 0x00ff00, 0xffff00, 0x0000ff, 0xff00ff, 0x00ffff, 0xffffff};
    private static final int[] LEVELS = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};
    private static final int CUBE = 16;
    private static final int GREYS = 232;

    private Rgb() {}

    /** 0xrrggbb of a palette index or of a colour that already is one. */
    public static int of(int colour) {
        if (colour >= 1 << 24) {
            return colour & 0xffffff;
        }
        if (colour < CUBE) {
            return BASIC[colour];
        }
        if (colour >= GREYS) {
            return (8 + 10 * (colour - GREYS)) * 0x010101;
        }
        int index = colour - CUBE;
        return LEVELS[index / 36] << 16 | LEVELS[index / 6 % 6] << 8 | LEVELS[index % 6];
    }

    /** The palette index of 16..255 that comes nearest to 0xrrggbb. */
    public static int nearest256(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int cube = CUBE + 36 * level(red) + 6 * level(green) + level(blue);
        if (of(cube) == (rgb & 0xffffff)) {
            return cube;
        }
        int average = (red + green + blue) / 3;
        int grey = GREYS + (average > 238 ? 23 : Math.max(0, (average - 3) / 10));
        return distance(of(grey), rgb) < distance(of(cube), rgb) ? grey : cube;
    }

    /** The palette index of 0..15 that comes nearest to 0xrrggbb. */
    public static int nearest16(int rgb) {
        int best = 0;
        for (int i = 1; i < BASIC.length; i++) {
            if (distance(BASIC[i], rgb) < distance(BASIC[best], rgb)) {
                best = i;
            }
        }
        return best;
    }

    private static int level(int component) {
        if (component < 48) {
            return 0;
        }
        return component < 114 ? 1 : (component - 35) / 40;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }
}
