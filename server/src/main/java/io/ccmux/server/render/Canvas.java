package io.ccmux.server.render;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import io.ccmux.server.terminal.Clusters;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Width;

/** The picture of a client's whole screen: cells and a cursor. What is painted outside of it is cut off. */
public final class Canvas {
    private final CellTable table;
    private int columns;
    private int rows;
    private int[] glyphs;
    private int[] styles;
    private int cursorX;
    private int cursorY;
    private boolean cursorVisible;
    private int cursorStyle;
    private int cursorColour = Palette.UNSET;

    public Canvas(int columns, int rows, CellTable table) {
        this.table = table;
        resize(columns, rows);
    }

    /** Makes it blank in a new size. */
    public void resize(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        glyphs = new int[columns * rows];
        styles = new int[columns * rows];
        clear();
    }

    /** Blank everywhere, in the plain style, with no cursor. */
    public void clear() {
        Arrays.fill(glyphs, Glyph.BLANK);
        Arrays.fill(styles, 0);
        cursorVisible = false;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Paints blanks. */
    public void fill(int x, int y, int width, int height, Style style) {
        int from = Math.max(0, x);
        int to = Math.min(columns, x + width);
        if (from >= to) {
            return;
        }
        int number = table.number(style);
        for (int row = Math.max(0, y); row < Math.min(rows, y + height); row++) {
            cutAround(from, to, row);
            Arrays.fill(glyphs, row * columns + from, row * columns + to, Glyph.BLANK);
            Arrays.fill(styles, row * columns + from, row * columns + to, number);
        }
    }

    /** Paints text without line breaks or styles of its own; returns the column after it. */
    public int text(int x, int y, String text, Style style) {
        return text(x, y, text, style, columns);
    }

    /** The same, cut before the column {@code end}. */
    public int text(int x, int y, String text, Style style, int end) {
        Clusters clusters = new Clusters(text);
        int column = x;
        while (clusters.next()) {
            int width = clusters.width();
            if (column + width > end) {
                break;
            }
            cell(column, y, Glyph.of(clusters, table), table.number(style));
            column += width;
        }
        return column;
    }

    /** Paints one character; returns the columns it takes. */
    public int put(int x, int y, int codePoint, Style style) {
        int width = Width.of(codePoint);
        cell(x, y, Glyph.of(codePoint, width), table.number(style));
        return width;
    }

    /** Paints part of a terminal's row: {@code width} columns from its column {@code fromX} on. */
    public void row(Row row, int fromX, int x, int y, int width) {
        if (y < 0 || y >= rows) {
            return;
        }
        int count = Math.min(width, columns - x);
        if (count <= 0) {
            return;
        }
        cutAround(x, x + count, y);
        int at = y * columns + x;
        int used = Math.clamp((long) row.used() - fromX, 0, count);
        if (row.plainText()) {
            for (int i = 0; i < used; i++) {
                int c = row.byteAt(fromX + i);
                glyphs[at + i] = c == 0 ? Glyph.BLANK : c;
            }
        } else {
            for (int i = 0; i < used; i++) {
                glyphs[at + i] = glyph(row, fromX + i);
            }
        }
        Arrays.fill(glyphs, at + used, at + count, Glyph.BLANK);
        for (int i = 0; i < count;) {
            int end = Math.min(count, row.styleEnd(fromX + i) - fromX);
            Arrays.fill(styles, at + i, at + end, table.number(row.style(fromX + i)));
            i = end;
        }
        mend(at, count);
    }

    private int glyph(Row row, int x) {
        int width = row.width(x);
        if (width == 0) {
            return Glyph.RIGHT_HALF;
        }
        if (row.composed(x)) {
            return Glyph.ofCluster(table.number(row.text(x)), width);
        }
        int codePoint = row.codePoint(x);
        return codePoint == 0 ? Glyph.BLANK : Glyph.of(codePoint, width);
    }

    /** A span must neither start with a right half nor end with a left one. */
    private void mend(int at, int count) {
        if (glyphs[at] == Glyph.RIGHT_HALF) {
            glyphs[at] = Glyph.BLANK;
        }
        if (Glyph.width(glyphs[at + count - 1]) == 2) {
            glyphs[at + count - 1] = Glyph.BLANK;
        }
    }

    /** Paints part of a row of another canvas. */
    void copy(Canvas from, int fromX, int fromY, int x, int y, int width) {
        int count = Math.min(Math.min(width, columns - x), from.columns - fromX);
        if (y < 0 || y >= rows || count <= 0) {
            return;
        }
        cutAround(x, x + count, y);
        int source = fromY * from.columns + fromX;
        System.arraycopy(from.glyphs, source, glyphs, y * columns + x, count);
        System.arraycopy(from.styles, source, styles, y * columns + x, count);
        mend(y * columns + x, count);
    }

    /** Changes styles and leaves the text. */
    public void restyle(int x, int y, int width, UnaryOperator<Style> change) {
        if (y < 0 || y >= rows) {
            return;
        }
        for (int i = Math.max(0, x); i < Math.min(columns, x + width); i++) {
            int at = y * columns + i;
            styles[at] = table.number(change.apply(table.style(styles[at])));
        }
    }

    /** Shows the cursor, in the style of DECSCUSR: 0 to 6. */
    public void cursor(int x, int y, int style) {
        cursorVisible = x >= 0 && x < columns && y >= 0 && y < rows;
        cursorX = Math.clamp(x, 0, columns - 1);
        cursorY = Math.clamp(y, 0, rows - 1);
        cursorStyle = style;
    }

    public void hideCursor() {
        cursorVisible = false;
    }

    /** The colour of the cursor: 0xrrggbb, or {@link Palette#UNSET} for the terminal's own. */
    public void cursorColour(int rgb) {
        cursorColour = rgb;
    }

    public int cursorColour() {
        return cursorColour;
    }

    public boolean cursorVisible() {
        return cursorVisible;
    }

    public int cursorX() {
        return cursorX;
    }

    public int cursorY() {
        return cursorY;
    }

    public int cursorStyle() {
        return cursorStyle;
    }

    /** The text of a cell: {@code " "} if blank, nothing for a right half. */
    public String text(int x, int y) {
        int glyph = glyphs[y * columns + x];
        if (glyph == Glyph.RIGHT_HALF) {
            return "";
        }
        return Glyph.isCluster(glyph) ? table.cluster(Glyph.value(glyph)) : Character.toString(Glyph.value(glyph));
    }

    /** The text of a whole row. */
    public String text(int y) {
        StringBuilder out = new StringBuilder(columns);
        for (int x = 0; x < columns; x++) {
            out.append(text(x, y));
        }
        return out.toString();
    }

    public Style style(int x, int y) {
        return table.style(styles[y * columns + x]);
    }

    CellTable table() {
        return table;
    }

    int glyphAt(int x, int y) {
        return glyphs[y * columns + x];
    }

    int styleAt(int x, int y) {
        return styles[y * columns + x];
    }

    /** Paints a cell and the right half it may have. */
    void cell(int x, int y, int glyph, int style) {
        int width = Glyph.width(glyph);
        if (y < 0 || y >= rows || x < 0 || x + width > columns || width == 0) {
            return;
        }
        cutAround(x, x + width, y);
        int at = y * columns + x;
        glyphs[at] = glyph;
        styles[at] = style;
        if (width == 2) {
            glyphs[at + 1] = Glyph.RIGHT_HALF;
            styles[at + 1] = style;
        }
    }

    /** Blanks the halves that would be left alone if the columns {@code from} to {@code to} were painted over. */
    private void cutAround(int from, int to, int y) {
        int start = y * columns;
        if (from > 0 && from < columns && glyphs[start + from] == Glyph.RIGHT_HALF) {
            glyphs[start + from - 1] = Glyph.BLANK;
        }
        if (to < columns && glyphs[start + to] == Glyph.RIGHT_HALF) {
            glyphs[start + to] = Glyph.BLANK;
        }
    }

    /** The first column from {@code from} on in which a row differs from that of another canvas of this size; or -1. */
    int mismatch(Canvas other, int y, int from) {
        int start = y * columns + from;
        int end = (y + 1) * columns;
        int glyph = Arrays.mismatch(glyphs, start, end, other.glyphs, start, end);
        int style = Arrays.mismatch(styles, start, end, other.styles, start, end);
        if (glyph < 0 || style < 0) {
            return glyph < 0 && style < 0 ? -1 : from + Math.max(glyph, style);
        }
        return from + Math.min(glyph, style);
    }

    /** A number equal for rows that look the same. */
    long hash(int y) {
        long hash = 0;
        for (int i = y * columns; i < (y + 1) * columns; i++) {
            hash = hash * 31 + (glyphs[i] + styles[i] * 0x9e3779b97f4a7c15L);
        }
        return hash;
    }

    /** The hash of a row of plain blanks. */
    static long blankHash(int columns) {
        long hash = 0;
        for (int i = 0; i < columns; i++) {
            hash = hash * 31 + Glyph.BLANK;
        }
        return hash;
    }

    /** Makes a cell differ from every other one. */
    void spoil(int x, int y, int count) {
        if (x < columns) {
            Arrays.fill(glyphs, y * columns + x, y * columns + Math.min(x + count, columns), -1);
        }
    }

    void copyRow(Canvas from, int y) {
        System.arraycopy(from.glyphs, y * columns, glyphs, y * columns, columns);
        System.arraycopy(from.styles, y * columns, styles, y * columns, columns);
    }

    /** Moves rows {@code top} to {@code bottom}, exclusive, up by {@code by} (down if negative); new rows are blank. */
    void scroll(int top, int bottom, int by) {
        int kept = (bottom - top - Math.abs(by)) * columns;
        int source = (top + Math.max(0, by)) * columns;
        int target = (top + Math.max(0, -by)) * columns;
        System.arraycopy(glyphs, source, glyphs, target, kept);
        System.arraycopy(styles, source, styles, target, kept);
        int blank = by > 0 ? (bottom - by) * columns : top * columns;
        Arrays.fill(glyphs, blank, blank + Math.abs(by) * columns, Glyph.BLANK);
        Arrays.fill(styles, blank, blank + Math.abs(by) * columns, 0);
    }
}
