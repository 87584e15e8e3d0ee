package io.ccmux.server.terminal;

/** The style that is printed with, and the one that is erased with: its background only. */
final class Pen {
    private static final int UNKNOWN = -1;

    private final StyleTable table;
    private long packed = StyleTable.PLAIN;
    private int underlineColour = Style.DEFAULT;
    private Link link = Link.NONE;
    private int style;
    private int blank;

    Pen(StyleTable table) {
        this.table = table;
    }

    /** The number of the style to print with. */
    int style() {
        if (style == UNKNOWN) {
            style = table.intern(packed, underlineColour, link);
        }
        return style;
    }

    /** The number of the style of an erased cell. */
    int blank() {
        if (blank == UNKNOWN) {
            blank = table.intern(StyleTable.erased(packed), Style.DEFAULT, Link.NONE);
        }
        return blank;
    }

    /** The numbers of the table may have changed. */
    void forgetNumbers() {
        style = UNKNOWN;
        blank = UNKNOWN;
    }

    /** SGR 0: the link stays, and so does protection. */
    void plain() {
        int kept = StyleTable.attributes(packed) & Style.PROTECTED;
        set(StyleTable.withAttributes(StyleTable.PLAIN, kept), Style.DEFAULT);
    }

    void set(long style, int underline) {
        packed = style;
        underlineColour = underline;
        forgetNumbers();
    }

    void add(int attributes) {
        packed = StyleTable.withAttributes(packed, StyleTable.attributes(packed) | attributes);
        forgetNumbers();
    }

    void remove(int attributes) {
        packed = StyleTable.withAttributes(packed, StyleTable.attributes(packed) & ~attributes);
        forgetNumbers();
    }

    void underline(int kind) {
        int others = StyleTable.attributes(packed) & ~Style.UNDERLINE_MASK;
        packed = StyleTable.withAttributes(packed, others | kind << Style.UNDERLINE_SHIFT);
        forgetNumbers();
    }

    void foreground(int colour) {
        packed = StyleTable.withForeground(packed, colour);
        forgetNumbers();
    }

    void background(int colour) {
        packed = StyleTable.withBackground(packed, colour);
        forgetNumbers();
    }

    void underlineColour(int colour) {
        underlineColour = colour;
        forgetNumbers();
    }

    void link(Link to) {
        link = to;
        forgetNumbers();
    }

    long packed() {
        return packed;
    }

    int underlineColour() {
        return underlineColour;
    }

    Link link() {
        return link;
    }

    /** How it looks now. */
    Style look() {
        return table.style(style());
    }
}
