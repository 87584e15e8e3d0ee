package io.ccmux.server.terminal;

import java.util.Optional;

/** How a logical line is cut into rows: at the width, but never through a wide cell. */
final class Wrap {
    /** Stands for a wide character in a terminal of one column; the character itself is hidden beyond it. */
    private static final int REPLACEMENT = 0xFFFD;

    private Wrap() {}

    /** Where the row ends that starts at this cell. */
    static int end(Row line, int start, int length, int width) {
        int end = start + width;
        if (end >= length) {
            return length;
        }
        if (!Cell.right(line.cell(end))) {
            return end;
        }
        return width == 1 ? end + 1 : end - 1;
    }

    /** How many rows a line fills; at least one. */
    static int rows(Row line, int length, int width) {
        int rows = 1;
        for (int end = end(line, 0, length, width); end < length; end = end(line, end, length, width)) {
            rows++;
        }
        return rows;
    }

    /** The rows of a line without wide cells. */
    static int rows(int length, int width) {
        return length <= width ? 1 : (length + width - 1) / width;
    }

    /**
     * The part of a line from one cell to another, as a row. The last cell of a row whose line goes on is blank only if
     * a wide cell did not fit into it; a blank of the line that comes to stand there becomes a space.
     */
    static Row row(Row line, int start, int end, int length, int width) {
        Row row = new Row(line.looks(), width);
        boolean goesOn = end < length;
        if (width == 1 && end - start == 2) {
            row.put(0, REPLACEMENT, line.styleNumber(start));
            Row hidden = new Row(line.looks(), 2);
            hidden.copy(line, start, 2, 0, 0);
            row.beyond = Optional.of(hidden);
        } else {
            row.copy(line, start, end - start, 0, 0);
        }
        if (goesOn && end - start == width && line.cell(end - 1) == Cell.BLANK) {
            row.put(width - 1, ' ', line.styleNumber(end - 1));
        }
        row.finish(Math.min(end - start, width), goesOn ? 0 : line.tail());
        row.wrapped = goesOn || line.wrapped;
        row.promptStart = start == 0 && line.promptStart;
        row.outputStart = start == 0 && line.outputStart;
        row.micros = line.micros;
        return row;
    }

    /** The n-th row of a line. */
    static Row row(Row line, int length, int index, int width) {
        int start = 0;
        int end = end(line, 0, length, width);
        for (int i = 0; i < index; i++) {
            start = end;
            end = end(line, start, length, width);
        }
        return row(line, start, end, length, width);
    }

    /** The row with the wide character that something stands for in it. */
    static Row whole(Row row) {
        if (row.beyond.isEmpty() || row.cell(0) != REPLACEMENT
                || row.styleNumber(0) != row.beyond.get().styleNumber(0)) {
            return row;
        }
        Row whole = new Row(row.looks(), 2);
        whole.copy(row.beyond.get(), 0, 2, 0, 0);
        whole.mark(row);
        return whole;
    }

    /** How many cells of a row that is {@link #whole} belong to its line. */
    static int length(Row row, int columns) {
        if (row.capacity() > columns) {
            return row.used();
        }
        if (!row.wrapped) {
            return row.used();
        }
        return row.cell(columns - 1) == Cell.BLANK ? columns - 1 : columns;
    }

    /** Adds the cells of a row to the end of a line. */
    static void append(Row line, int at, Row row, int length) {
        if (at == 0) {
            line.promptStart = row.promptStart;
            line.outputStart = row.outputStart;
            line.micros = row.micros;
        }
        line.promptStart |= row.promptStart;
        line.outputStart |= row.outputStart;
        line.grow(at + length);
        line.copy(row, 0, length, at, 0);
        line.finish(at + length, row.tail());
        line.wrapped = row.wrapped;
    }
}
