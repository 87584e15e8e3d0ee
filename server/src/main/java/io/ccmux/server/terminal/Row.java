package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One row of cells, as small as what it shows: a row of ASCII is a byte a cell, and a row of one style has that style
 * once. From {@link #used()} on all cells are blank and of one style.
 *
 * <p>A wide cell is two: its left half holds the text, its right half {@link Cell#RIGHT}. Whatever changes one half
 * blanks the other.
 */
public final class Row {
    private final Looks looks;
    private byte[] ascii;
    /** The cells, if {@link #complex}; otherwise not valid. */
    private int[] cells;
    private boolean complex;
    private final RowStyles styles = new RowStyles();
    private int used;
    private int tail;

    boolean wrapped;
    boolean promptStart;
    boolean outputStart;
    long micros;
    long version;
    /** What it was when it became shorter, and is hidden: see {@link Alternate}, and {@link Wrap} for one column. */
    Optional<Row> beyond = Optional.empty();

    Row(Looks looks, int capacity) {
        this.looks = looks;
        ascii = new byte[capacity];
    }

    /** Cells from here to the right edge are blank, all in the style of {@code style(used())}. */
    public int used() {
        while (used > 0 && cell(used - 1) == Cell.BLANK && styleNumber(used - 1) == tail) {
            used--;
        }
        return used;
    }

    /** Cells that were used, though the last ones may be blank. */
    int extent() {
        return used;
    }

    /** The first code point of the cell; 0 if it is blank or the right half of a wide one. */
    public int codePoint(int x) {
        int cell = cell(x);
        return Cell.right(cell) ? 0 : looks.clusters().first(cell);
    }

    /** All that is in the cell: {@code " "} if it is blank, {@code ""} if it is the right half of a wide one. */
    public String text(int x) {
        int cell = cell(x);
        return cell < Cell.ASCII ? Cell.ascii(cell) : Cell.right(cell) ? "" : looks.clusters().text(cell);
    }

    /** Columns the cell takes: 1, 2, or 0 for the right half of a wide one. */
    public int width(int x) {
        return Cell.width(cell(x));
    }

    public Style style(int x) {
        return looks.styles().style(styleNumber(x));
    }

    /** Whether the line goes on in the next row. */
    public boolean wrapped() {
        return wrapped;
    }

    /** Whether a prompt starts here (OSC 133;A). */
    public boolean promptStart() {
        return promptStart;
    }

    /** Whether the output of a command starts here (OSC 133;C). */
    public boolean outputStart() {
        return outputStart;
    }

    /** When it was last written to, in the time of {@link Terminal#feed}. */
    public long micros() {
        return micros;
    }

    Looks looks() {
        return looks;
    }

    /** Cells it has room for. */
    int capacity() {
        return ascii.length;
    }

    int cell(int x) {
        return x >= used ? Cell.BLANK : complex ? cells[x] : ascii[x];
    }

    int styleNumber(int x) {
        return x >= used ? tail : styles.number(x);
    }

    int tail() {
        return tail;
    }

    /** Whether every used cell is one byte: ASCII or blank. */
    public boolean plainText() {
        return !complex;
    }

    /** The byte in a used cell of a row of {@link #plainText}; 0 if it is blank. */
    public byte byteAt(int x) {
        return ascii[x];
    }

    /** Whether the cell holds more than one code point. */
    public boolean composed(int x) {
        return Cell.cluster(cell(x));
    }

    /** The cell after the run of cells in one style that starts here; {@link Integer#MAX_VALUE} if it does not end. */
    public int styleEnd(int x) {
        if (x >= used || styles.one() && styles.number(x) == tail) {
            return Integer.MAX_VALUE;
        }
        return styles.end(x, used);
    }

    /** Whether every used cell has the style of the first. */
    boolean oneStyle() {
        return styles.one();
    }

    /** The used cells of a row of plain text; not to be changed. */
    byte[] bytes() {
        return ascii;
    }

    /** The used cells of a row that is not of plain text; not to be changed. */
    int[] cells() {
        return cells;
    }

    /** Makes it a row in which nothing was printed yet. */
    void clear(int style) {
        used = 0;
        complex = false;
        styles.clear();
        tail = style;
        wrapped = false;
        promptStart = false;
        outputStart = false;
        beyond = Optional.empty();
    }

    /** Takes over what is known of a row besides its cells. */
    void mark(Row source) {
        wrapped = source.wrapped;
        promptStart = source.promptStart;
        outputStart = source.outputStart;
        micros = source.micros;
    }

    /** Prints bytes of ASCII. A wide cell that is half covered loses its other half. */
    void print(int x, byte[] bytes, int from, int count, int style) {
        int end = x + count;
        if (complex) {
            cut(x, style);
            cut(end, style);
        }
        reach(x);
        dress(x, end, style);
        if (complex) {
            for (int i = 0; i < count; i++) {
                cells[x + i] = bytes[from + i];
            }
        } else {
            System.arraycopy(bytes, from, ascii, x, count);
        }
        used = Math.max(used, end);
    }

    /** Prints characters that all have the same width: cells without a half to their right. */
    void print(int x, int[] texts, int from, int count, int width, int style) {
        int end = x + count * width;
        widen();
        cut(x, style);
        cut(end, style);
        reach(x);
        dress(x, end, style);
        if (width == 1) {
            System.arraycopy(texts, from, cells, x, count);
        } else {
            for (int i = 0; i < count; i++) {
                cells[x + 2 * i] = texts[from + i] | Cell.WIDE;
                cells[x + 2 * i + 1] = Cell.RIGHT;
            }
        }
        used = Math.max(used, end);
    }

    /** Blanks the cells; the style is that of an erased cell. A line whose end is erased does not go on. */
    void erase(int from, int to, int style) {
        cut(from, style);
        cut(to, style);
        blank(from, to, style);
    }

    private void blank(int from, int to, int style) {
        wrapped &= to < capacity();
        if (to >= used && (to >= capacity() || style == tail)) {
            eraseTail(from, style);
            return;
        }
        reach(from);
        dress(from, to, style);
        if (complex) {
            Arrays.fill(cells, from, to, Cell.BLANK);
        } else {
            Arrays.fill(ascii, from, to, (byte) Cell.BLANK);
        }
        used = Math.max(used, to);
    }

    private void eraseTail(int from, int style) {
        if (from < used) {
            used = from;
            complex &= from > 0;
        } else if (style != tail) {
            reach(from);
        }
        tail = style;
    }

    /** Moves the cells from {@code x} to the right, losing those at {@code limit}; blanks come in. */
    void insert(int x, int limit, int count, int style) {
        int moved = limit - x - count;
        cut(x, style);
        cut(limit, style);
        if (moved > 0) {
            cut(limit - count, style);
            move(x, x + count, moved);
        }
        blank(x, Math.min(x + count, limit), style);
        wrapped &= limit < capacity();
    }

    /** Moves the cells right of {@code x + count} to the left; blanks come in at {@code limit}. */
    void delete(int x, int limit, int count, int style) {
        int moved = limit - x - count;
        cut(x, style);
        cut(limit, style);
        if (moved > 0) {
            cut(x + count, style);
            move(x + count, x, moved);
        }
        blank(Math.max(x, limit - count), limit, style);
    }

    private void move(int from, int to, int count) {
        if (Math.min(from, to) >= used) {
            return;
        }
        reach(Math.max(from, to) + count);
        if (complex) {
            System.arraycopy(cells, from, cells, to, count);
        } else {
            System.arraycopy(ascii, from, ascii, to, count);
        }
        styles.move(from, to, count);
    }

    /**
     * Makes cells a copy of those of another row with the same {@link Looks}, trimmed, so that no copy tells whether
     * somebody has trimmed it before. Of a wide cell that is only half in the range a blank is copied.
     */
    void copy(Row source, int from, int count, int to, int style) {
        cut(to, style);
        cut(to + count, style);
        wrapped &= to + count < capacity();
        int shown = Math.clamp((long) source.used() - from, 0, count);
        reach(to);
        styles.copy(source.styles, from, shown, to, used, capacity());
        if (source.complex) {
            widen();
        }
        if (!complex) {
            System.arraycopy(source.ascii, from, ascii, to, shown);
        } else {
            for (int i = 0; i < shown; i++) {
                cells[to + i] = source.halved(from + i, from, from + count);
            }
        }
        used = Math.max(used, to + shown);
        if (shown < count) {
            blank(to + shown, to + count, source.tail);
        }
    }

    /** The cell, blank if its other half is not in the range. */
    private int halved(int x, int from, int to) {
        int cell = cell(x);
        boolean torn = Cell.right(cell) && x == from || Cell.wide(cell) && x + 1 == to;
        return torn ? Cell.BLANK : cell;
    }

    /** Puts one cell, or half of one: the caller puts the other. */
    void put(int x, int cell, int style) {
        if (cell >= 128) {
            widen();
        }
        reach(x);
        dress(x, x + 1, style);
        if (complex) {
            cells[x] = cell;
        } else {
            ascii[x] = (byte) cell;
        }
        used = Math.max(used, x + 1);
    }

    /** Sees to it that no wide cell lies across the boundary left of {@code x}: one that does becomes two blanks. */
    void cut(int x, int style) {
        if (complex && x > 0 && x < used && Cell.right(cells[x])) {
            cells[x - 1] = Cell.BLANK;
            cells[x] = Cell.BLANK;
            dress(x - 1, x + 1, looks.styles().erased(style));
        }
    }

    /** From now on the cells are numbers, not bytes. */
    private void widen() {
        if (complex) {
            return;
        }
        if (cells == null || cells.length < capacity()) {
            cells = new int[capacity()];
        }
        for (int x = 0; x < used; x++) {
            cells[x] = ascii[x];
        }
        complex = true;
    }

    /** Makes the cells before {@code x} used ones. */
    private void reach(int x) {
        if (x <= used) {
            return;
        }
        int from = used;
        dress(from, x, tail);
        if (complex) {
            Arrays.fill(cells, from, x, Cell.BLANK);
        } else {
            Arrays.fill(ascii, from, x, (byte) Cell.BLANK);
        }
        used = x;
    }

    /** Gives cells a style: {@code from} is not beyond the used ones, {@code to} may be. */
    void dress(int from, int to, int style) {
        styles.dress(from, to, style, used, capacity());
    }

    /** Gives cells other styles, made of those they have. */
    void restyle(int from, int to, IntUnaryOperator change) {
        reach(to);
        for (int x = from; x < to;) {
            int end = Math.min(styleEnd(x), to);
            dress(x, end, change.applyAsInt(styleNumber(x)));
            x = end;
        }
    }

    /** Makes exactly that many cells the used ones, as a reader of stored lines knows them. */
    void finish(int length, int tailStyle) {
        reach(length);
        used = length;
        tail = tailStyle;
    }

    /** Makes room for more cells, keeping those there are. */
    void grow(int capacity) {
        if (capacity > capacity()) {
            int room = Math.max(capacity, capacity() * 2);
            ascii = Arrays.copyOf(ascii, room);
            cells = complex ? Arrays.copyOf(cells, room) : null;
            styles.grow(room);
        }
    }
}
