package io.ccmux.server.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the main screen another size. Lines that were wrapped are wrapped anew, and the cursors stay with the
 * characters they are at. Nothing that shows is deleted: what does not fit goes to the history, what there is room for
 * comes back from it.
 *
 * <pre>
 *        before                            after
 *   +--------------+  history             +--------------+
 *   +==============+ - - - - - - - - - -  |  history     |   1 blank rows below the last filled one go first,
 *   | filled rows  |  screen              +==============+   2 then filled rows leave at the top;
 *   |   cursor     |                      | filled rows  |   3 if there is room, rows come back from the history,
 *   |              |                      |   cursor     |     but never more than the screen grew or the lines
 *   +--------------+                      +--------------+     became shorter
 *   | blank rows   |                      | blank rows   |
 *   +==============+                      +==============+
 * </pre>
 */
final class Reflow {
    private final Screen old;
    private final Scrollback history;
    private final Changes changes;
    private final List<Row> lines = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private Place cursor = new Place(SavedCursor.HOME);
    private Place saved = new Place(SavedCursor.HOME);
    /** Rows to go on the screen, and perhaps some before them for the history. */
    private List<Row> rows = new ArrayList<>();

    /** A cursor on its way: first on the old screen, then in a line, then among the new rows. */
    private static final class Place {
        private final SavedCursor origin;
        private int line;
        private int offset;
        private int x;
        private int y;
        private boolean pendingWrap;

        Place(SavedCursor origin) {
            this.origin = origin;
        }
    }

    Reflow(Screen old, Scrollback history, Changes changes) {
        this.old = old;
        this.history = history;
        this.changes = changes;
    }

    void cursor(SavedCursor at) {
        cursor = new Place(at);
    }

    void saved(SavedCursor at) {
        saved = new Place(at);
    }

    SavedCursor cursor() {
        return cursor.origin.at(cursor.x, cursor.y, cursor.pendingWrap);
    }

    SavedCursor saved() {
        if (saved.origin.equals(SavedCursor.HOME)) {
            return SavedCursor.HOME;
        }
        return saved.origin.at(saved.x, saved.y, saved.pendingWrap);
    }

    /** Does it; the cursors can be asked for then. */
    Screen run(int columns, int height) {
        int filled = Math.max(old.filled(), Math.min(cursor.origin.y(), old.rows() - 1) + 1);
        int blanks = old.rows() - filled;
        collect(filled);
        history.columns(columns);
        wrap(columns);
        below(saved, filled, columns);
        int surplus = rows.size() + blanks - height;
        if (surplus > 0) {
            discardTop(Math.max(0, rows.size() - height));
        } else if (surplus < 0) {
            pull(-surplus, columns);
        }
        return screen(columns, height);
    }

    /** Joins the filled rows to lines; the first may begin in the history. */
    private void collect(int filled) {
        int columns = old.columns();
        boolean goesOn = false;
        if (history.opened()) {
            int length = history.openLength();
            start(history.pop(), length);
            goesOn = true;
        }
        for (int y = 0; y < filled; y++) {
            Row row = Wrap.whole(old.row(y));
            int at = goesOn ? lengths.getLast() : 0;
            int length = Wrap.length(row, columns);
            if (!goesOn || at + length > Scrollback.LINE_CELLS_MAX) {
                start(new Row(row.looks(), columns), 0);
                at = 0;
            }
            note(cursor, y, at, row);
            note(saved, y, at, row);
            Wrap.append(lines.getLast(), at, row, length);
            lengths.set(lengths.size() - 1, at + length);
            goesOn = row.wrapped;
        }
        lines.getLast().wrapped = false;
    }

    private void start(Row line, int length) {
        lines.add(line);
        lengths.add(length);
    }

    /** Notes which character of which line a cursor in this row is at; a pending wrap is behind the last one. */
    private void note(Place place, int y, int at, Row row) {
        if (Math.min(place.origin.y(), old.rows() - 1) == y) {
            place.line = lines.size() - 1;
            int behind = row.capacity() > old.columns() ? 2 : 1;
            place.offset = at + place.origin.x() + (place.origin.pendingWrap() ? behind : 0);
        }
    }

    private void wrap(int width) {
        for (int line = 0; line < lines.size(); line++) {
            Row text = lines.get(line);
            int length = lengths.get(line);
            int start = 0;
            int end;
            do {
                end = Wrap.end(text, start, length, width);
                place(cursor, width, line, start, end, length);
                place(saved, width, line, start, end, length);
                rows.add(Wrap.row(text, start, end, length, width));
                start = end;
            } while (start < length);
        }
    }

    /** Puts a cursor into the row now being made, if the character it is at is there. */
    private void place(Place place, int width, int line, int start, int end, int length) {
        boolean here = place.offset >= start && (place.offset < end || end == length);
        if (place.line == line && here) {
            place.y = rows.size();
            place.x = Math.min(place.offset - start, width - 1);
            place.pendingWrap = place.offset - start == Math.max(width, end - start);
        }
    }

    /** A saved cursor may be below all that is filled: it stays as far below. */
    private void below(Place place, int filled, int width) {
        if (place.origin.y() >= filled) {
            place.y = rows.size() + place.origin.y() - filled;
            place.x = Math.min(place.origin.x(), width - 1);
        }
    }

    private void discardTop(int count) {
        for (Row row : rows.subList(0, count)) {
            history.push(row);
        }
        rows = rows.subList(count, rows.size());
        shift(-count);
    }

    /** Lets rows come back from the history. */
    private void pull(int count, int width) {
        List<Row> back = new ArrayList<>();
        while (back.size() < count && !history.isEmpty()) {
            Row line = history.pop();
            int length = line.used();
            int height = Wrap.rows(line, length, width);
            for (int index = height - 1; index >= 0; index--) {
                back.addFirst(Wrap.row(line, length, index, width));
            }
        }
        int surplus = Math.max(0, back.size() - count);
        for (Row row : back.subList(0, surplus)) {
            history.push(row);
        }
        back.subList(0, surplus).clear();
        shift(back.size());
        back.addAll(rows);
        rows = back;
    }

    private void shift(int by) {
        cursor.y += by;
        saved.y += by;
    }

    private Screen screen(int columns, int height) {
        Screen screen = new Screen(columns, height, old.looks(), changes);
        for (int y = 0; y < height && y < rows.size(); y++) {
            screen.replace(y, rows.get(y));
        }
        cursor.y = Math.clamp(cursor.y, 0, height - 1);
        saved.y = Math.clamp(saved.y, 0, height - 1);
        return screen;
    }
}
