package io.ccmux.server.terminal;

/**
 * Walks text cell by cell, cutting and measuring it just as a terminal does that prints it. For text that the server
 * writes itself; control characters are left out.
 */
public final class Clusters {
    private static final int VARIATION_EMOJI = 0xFE0F;

    private final String text;
    private int start;
    private int end;
    private int width;

    public Clusters(String text) {
        this.text = text;
    }

    /** Moves to the next cell; false at the end. What joins nothing and takes no column is passed over. */
    public boolean next() {
        while (end < text.length()) {
            start = end;
            int codePoint = text.codePointAt(start);
            end += Character.charCount(codePoint);
            if (codePoint >= 0x20 && codePoint < 0x7f) {
                width = 1;
            } else if (codePoint < 0xa0) {
                continue;
            } else {
                width = Width.of(codePoint);
            }
            if (width > 0) {
                takeJoining(codePoint);
                return true;
            }
        }
        return false;
    }

    /** Columns of the text up to the end. */
    public static int columns(String text) {
        Clusters clusters = new Clusters(text);
        int columns = 0;
        while (clusters.next()) {
            columns += clusters.width;
        }
        return columns;
    }

    private void takeJoining(int first) {
        if (end == text.length() || (text.charAt(end) >= 0x20 && text.charAt(end) < 0x7f && first < 0x300)) {
            return;
        }
        int firstProperties = Width.properties(first);
        int state = Graphemes.start(firstProperties);
        int last = first;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int properties = Width.properties(codePoint);
            boolean joins = Graphemes.joins(state, properties);
            boolean control = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
            if (control || (!joins && Width.of(codePoint) > 0)) {
                return;
            }
            if (joins && widens(last, codePoint, firstProperties, properties)) {
                width = 2;
            }
            state = joins ? Graphemes.advance(state, properties) : Graphemes.NONE;
            last = codePoint;
            end += Character.charCount(codePoint);
        }
    }

    private static boolean widens(int last, int codePoint, int firstProperties, int properties) {
        if (codePoint == VARIATION_EMOJI) {
            return Width.widenedByVariation(last);
        }
        return Width.of(codePoint) == 2 || (Width.pictographic(properties) && Width.pictographic(firstProperties));
    }

    /** Columns of the cell: 1 or 2. */
    public int width() {
        return width;
    }

    /** Where the cell's text starts. */
    public int start() {
        return start;
    }

    /** Where it ends. */
    public int end() {
        return end;
    }

    public int codePoint() {
        return text.codePointAt(start);
    }

    /** Whether the cell holds more than one code point. */
    public boolean composed() {
        return end - start > Character.charCount(codePoint());
    }

    /** All that is in the cell. */
    public String text() {
        return text.substring(start, end);
    }
}
