package io.ccmux.server.render;

import io.ccmux.server.terminal.Width;

/** Walks text that the server itself writes, cell by cell: a base and the marks that join it. */
final class Clusters {
    private final String text;
    private int start;
    private int end;
    private int width;

    Clusters(String text) {
        this.text = text;
    }

    /** Moves to the next cell that can be seen; control characters and marks without a base are left out. */
    boolean next() {
        while (end < text.length()) {
            start = end;
            int codePoint = text.codePointAt(start);
            end += Character.charCount(codePoint);
            width = columns(codePoint);
            if (width > 0) {
                takeMarks();
                return true;
            }
        }
        return false;
    }

    private void takeMarks() {
        while (end < text.length()) {
            int mark = text.codePointAt(end);
            if (mark < 0x300 || Width.of(mark) != 0) {
                return;
            }
            end += Character.charCount(mark);
        }
    }

    static int columns(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 0x20 && codePoint != 0x7f ? 1 : 0;
        }
        return codePoint < 0xa0 ? 0 : Width.of(codePoint);
    }

    int width() {
        return width;
    }

    /** Where the next cell starts in the text. */
    int end() {
        return end;
    }

    int glyph(CellTable table) {
        int codePoint = text.codePointAt(start);
        return end - start == Character.charCount(codePoint)
                ? Glyph.of(codePoint, width)
                : Glyph.ofCluster(table.number(text.substring(start, end)), width);
    }
}
