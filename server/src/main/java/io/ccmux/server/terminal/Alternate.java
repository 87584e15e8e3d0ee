package io.ccmux.server.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The alternate screen. Its rows are not wrapped anew when the size changes: what does not fit is hidden, and shows
 * again when there is room, unless the program has erased where it was.
 *
 * <pre>
 *              +---------------------+
 *       above  |  hidden rows        |   they come back first, for they leave last:
 *              +============+- - - - +   only if the cursor would not be on the screen else
 *      screen  |   cursor   |        |
 *              |            | beyond |   hidden cells of a row that shows
 *              +============+- - - - +
 *       below  |  hidden rows        |
 *              +---------------------+
 * </pre>
 */
final class Alternate {
    /** Cells that may be hidden; if there were more, none are kept. */
    private static final int HIDDEN_CELLS_MAX = 1 << 20;
    /** In an image: there is none, it has no hidden rows, or it has. */
    static final int NONE = 0;
    private static final int ALONE = 1;
    static final int BETWEEN_HIDDEN = 2;

    private final Looks looks;
    private final Changes changes;
    private Screen screen;
    private List<Row> above = List.of();
    private List<Row> below = List.of();

    Alternate(Emulator emulator) {
        looks = emulator.looks;
        changes = emulator.changes;
        screen = new Screen(emulator.columns, emulator.rows, looks, changes);
    }

    Screen screen() {
        return screen;
    }

    /** The program has erased what is above, or below, or moved the rows away from there. */
    void forget(boolean rowsAbove, boolean rowsBelow) {
        above = rowsAbove ? List.of() : above;
        below = rowsBelow ? List.of() : below;
    }

    void clear(int style) {
        forget(true, true);
        screen.clear(style);
    }

    /** Makes it that large; returns by how many rows what shows has moved down. */
    int resize(int columns, int rows, int cursorRow) {
        List<Row> all = rows();
        int before = above.size();
        int fewer = screen.rows() - rows;
        int first = fewer >= 0
                ? before + Math.max(0, Math.min(screen.rows(), cursorRow + 1) - rows)
                : Math.max(0, before + fewer);
        show(all, first, columns, rows);
        return before - first;
    }

    /** All rows, hidden or not, each as long as it is. */
    private List<Row> rows() {
        List<Row> all = new ArrayList<>(above);
        for (int y = 0; y < screen.rows(); y++) {
            all.add(whole(screen.row(y)));
        }
        all.addAll(below);
        return all;
    }

    private void show(List<Row> all, int first, int columns, int rows) {
        int end = Math.min(first + rows, all.size());
        screen = new Screen(columns, rows, looks, changes);
        for (int y = first; y < end; y++) {
            screen.replace(y - first, fitted(all.get(y), columns));
        }
        above = List.copyOf(all.subList(0, first));
        below = List.copyOf(all.subList(end, end + filled(all.subList(end, all.size()))));
        if (hiddenCells() > HIDDEN_CELLS_MAX) {
            forget(true, true);
            for (int y = 0; y < rows; y++) {
                screen.row(y).beyond = Optional.empty();
            }
        }
    }

    /** A row counts for a cell, too. */
    private long hiddenCells() {
        long cells = above.stream().mapToLong(row -> 1 + row.used()).sum();
        cells += below.stream().mapToLong(row -> 1 + row.used()).sum();
        for (int y = 0; y < screen.rows(); y++) {
            cells += screen.row(y).beyond.map(row -> row.used() - screen.columns()).orElse(0);
        }
        return cells;
    }

    private static int filled(List<Row> rows) {
        int filled = rows.size();
        while (filled > 0 && rows.get(filled - 1).used() == 0) {
            filled--;
        }
        return filled;
    }

    private static Row fitted(Row whole, int columns) {
        Row fitted = new Row(whole.looks(), columns);
        fitted.copy(whole, 0, columns, 0, 0);
        fitted.mark(whole);
        if (whole.used() > columns) {
            fitted.beyond = Optional.of(whole);
        } else {
            fitted.finish(whole.used(), whole.tail());
        }
        return fitted;
    }

    /** The row and what is hidden of it. Of a wide cell at the edge both halves are, if nothing took its place. */
    private static Row whole(Row row) {
        if (row.beyond.isEmpty()) {
            return row;
        }
        Row hidden = row.beyond.get();
        int edge = row.capacity();
        boolean halved = Cell.right(hidden.cell(edge)) && row.cell(edge - 1) == Cell.BLANK
                && row.styleNumber(edge - 1) == hidden.styleNumber(edge - 1);
        int from = halved ? edge - 1 : edge;
        Row whole = new Row(row.looks(), hidden.used());
        whole.copy(row, 0, from, 0, 0);
        whole.copy(hidden, from, hidden.used() - from, from, 0);
        whole.finish(hidden.used(), hidden.tail());
        whole.mark(row);
        return whole;
    }

    void forEachRow(Consumer<Row> action) {
        above.forEach(action);
        below.forEach(action);
        for (int y = 0; y < screen.rows(); y++) {
            Row row = screen.row(y);
            action.accept(row);
            row.beyond.ifPresent(action);
        }
    }

    /** How it stands in an image. */
    int form() {
        return above.isEmpty() && below.isEmpty() ? ALONE : BETWEEN_HIDDEN;
    }

    /** The rows of the screen with what is hidden of them; if any are hidden, how many, and all of them. */
    void write(ByteSink sink, LineWriter lines) {
        if (form() == BETWEEN_HIDDEN) {
            sink.varint(above.size());
            sink.varint(below.size());
        }
        rows().forEach(lines::write);
    }

    void read(int form, ByteSource source, LineReader lines) throws CorruptImageException {
        int first = form == BETWEEN_HIDDEN ? source.count() : 0;
        int after = form == BETWEEN_HIDDEN ? source.count() : 0;
        List<Row> all = new ArrayList<>();
        for (int left = first + screen.rows() + after; left > 0; left--) {
            all.add(lines.read(0));
        }
        show(all, first, screen.columns(), screen.rows());
    }
}
