package io.ccmux.server.render;

import java.util.Arrays;

import io.ccmux.server.terminal.Style;

/** A line of cells as long as what was written to it; pieces of it are put on a canvas. */
final class Strip {
    private final CellTable table;
    private int[] glyphs = new int[64];
    private int[] styles = new int[64];
    private int columns;

    Strip(CellTable table) {
        this.table = table;
    }

    /** Columns written so far. */
    int columns() {
        return columns;
    }

    void add(int glyph, Style style) {
        int width = Glyph.width(glyph);
        room(width);
        int number = table.number(style);
        glyphs[columns] = glyph;
        styles[columns++] = number;
        if (width == 2) {
            glyphs[columns] = Glyph.RIGHT_HALF;
            styles[columns++] = number;
        }
    }

    /** Appends all of another strip. */
    void add(Strip other) {
        room(other.columns);
        System.arraycopy(other.glyphs, 0, glyphs, columns, other.columns);
        System.arraycopy(other.styles, 0, styles, columns, other.columns);
        columns += other.columns;
    }

    private void room(int more) {
        if (columns + more > glyphs.length) {
            int capacity = Math.max(columns + more, 2 * glyphs.length);
            glyphs = Arrays.copyOf(glyphs, capacity);
            styles = Arrays.copyOf(styles, capacity);
        }
    }

    /**
     * Puts {@code width} columns from {@code start} on at a place of the canvas; halves of wide cells become blanks.
     */
    void put(Canvas canvas, int x, int y, int start, int width) {
        for (int i = start; i < Math.min(columns, start + width); i++) {
            int glyph = glyphs[i];
            boolean half = (glyph == Glyph.RIGHT_HALF && i == start)
                    || (Glyph.width(glyph) == 2 && i == start + width - 1);
            if (glyph != Glyph.RIGHT_HALF || half) {
                canvas.cell(x + i - start, y, half ? Glyph.BLANK : glyph, styles[i]);
            }
        }
    }
}
