package io.ccmux.server.terminal;

/**
 * How a cell looks: colours, attributes, link.
 *
 * <p>A colour is {@link #DEFAULT}, an index 0..255 of the palette, or {@link #RGB}{@code | 0xrrggbb}. The attributes
 * are bits; the style of the underline (0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed) is a number of three
 * bits among them, see {@link #underline()}.
 */
public record Style(int foreground, int background, int underlineColour, int attributes, Link link) {
    /** The colour nobody chose. */
    public static final int DEFAULT = -1;
    /** Set in a colour given by its components. */
    public static final int RGB = 0x1000000;

    public static final int BOLD = 1;
    public static final int DIM = 1 << 1;
    public static final int ITALIC = 1 << 2;
    public static final int BLINK = 1 << 3;
    public static final int REVERSE = 1 << 4;
    public static final int HIDDEN = 1 << 5;
    public static final int STRIKE = 1 << 6;
    public static final int OVERLINE = 1 << 7;
    /** Where the style of the underline starts, and the bits it takes there. */
    public static final int UNDERLINE_SHIFT = 8;
    public static final int UNDERLINE_MASK = 7 << UNDERLINE_SHIFT;
    /** Protected from the selective erasures (DECSCA); not to be seen. */
    public static final int PROTECTED = 1 << 11;

    /** The style of a terminal that was told nothing. */
    public static final Style PLAIN = new Style(DEFAULT, DEFAULT, DEFAULT, 0, Link.NONE);

    public static int rgb(int red, int green, int blue) {
        return RGB | red << 16 | green << 8 | blue;
    }

    public boolean has(int attribute) {
        return (attributes & attribute) != 0;
    }

    /** This with foreground and background exchanged, or as they were if they are already. */
    public Style reversed() {
        return new Style(foreground, background, underlineColour, attributes ^ REVERSE, link);
    }

    /** The style of the underline, 0..5. */
    public int underline() {
        return (attributes & UNDERLINE_MASK) >> UNDERLINE_SHIFT;
    }
}
