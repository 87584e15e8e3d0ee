package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.ccmux.server.terminal.Row;

/** The rows of a view that are one line, as text, and where in them each character of it is. */
final class LogicalLine {
    private final int firstRow;
    private final int lastRow;
    private final int columns;
    private final String text;
    /** For each character of the text its cell, counted through the rows; empty if they are the same. */
    private final int[] cells;

    private LogicalLine(int firstRow, int lastRow, int columns, String text, int[] cells) {
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.columns = columns;
        this.text = text;
        this.cells = cells;
    }

    /** The line that a row is part of. */
    static LogicalLine around(CopyView view, int row) {
        int first = row;
        while (first > 0 && view.wrapped(first - 1)) {
            first--;
        }
        return from(view, first);
    }

    /** The line that begins with a row. */
    static LogicalLine from(CopyView view, int first) {
        var row = view.row(first);
        return row.plainText() && (!row.wrapped() || first == view.last())
                ? new LogicalLine(first, first, view.columns(), plain(row, Math.min(row.used(), view.columns())),
                        new int[0])
                : joined(view, first);
    }

    /** The usual line: one row of ASCII. Whoever searches a long past sees hardly any other. */
    private static String plain(Row row, int used) {
        int length = used;
        while (length > 0 && (row.byteAt(length - 1) == 0 || row.byteAt(length - 1) == ' ')) {
            length--;
        }
        byte[] bytes = new byte[length];
        for (int x = 0; x < length; x++) {
            bytes[x] = row.byteAt(x) == 0 ? (byte) ' ' : row.byteAt(x);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static LogicalLine joined(CopyView view, int first) {
        int last = first;
        while (last < view.last() && view.wrapped(last)) {
            last++;
        }
        int columns = view.columns();
        var text = new StringBuilder();
        int[] cells = new int[0];
        boolean plain = true;
        for (int row = first; row <= last; row++) {
            var cellsOf = view.row(row);
            int length = row < last ? columns : view.length(row);
            for (int x = 0; x < length; x++) {
                String cell = x < cellsOf.used() ? cellsOf.text(x) : " ";
                if (plain && cell.length() != 1) {
                    plain = false;
                    cells = identity(text.length());
                }
                if (!plain) {
                    cells = with(cells, text.length(), cell.length(), (row - first) * columns + x);
                }
                text.append(cell);
            }
        }
        return new LogicalLine(first, last, columns, text.toString(), plain ? new int[0] : cells);
    }

    private static int[] identity(int length) {
        int[] cells = new int[Math.max(64, length * 2)];
        for (int i = 0; i < length; i++) {
            cells[i] = i;
        }
        return cells;
    }

    private static int[] with(int[] cells, int at, int count, int cell) {
        int[] room = at + count <= cells.length ? cells : Arrays.copyOf(cells, (at + count) * 2);
        Arrays.fill(room, at, at + count, cell);
        return room;
    }

    String text() {
        return text;
    }

    int firstRow() {
        return firstRow;
    }

    int lastRow() {
        return lastRow;
    }

    /** The cell of a character of the text, counted through the rows; behind the last one for the end. */
    int cell(int index) {
        if (cells.length == 0) {
            return index;
        }
        return index < text.length() ? cells[index] : text.isEmpty() ? 0 : cells[text.length() - 1] + 1;
    }

    int column(int index) {
        return cell(index) % columns;
    }

    int row(int index) {
        return firstRow + cell(index) / columns;
    }

    /** Cells from the start of the line to a cell of the view. */
    int offset(int x, int row) {
        return (row - firstRow) * columns + x;
    }
}
