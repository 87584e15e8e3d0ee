package io.ccmux.server.mode;

import java.util.Optional;

/**
 * Where copy mode is: which rows show, which cell the cursor is in, and what is selected by moving it.
 *
 * <pre>
 *   row 0          oldest line of history
 *     :
 *   top            first row that shows        \
 *   top + y        the cursor's                 | as many as the pane is high
 *     :                                        /
 *   history        first row of the screen; top is at most this
 * </pre>
 */
final class CopyCursor {
    /** Whole lines are selected, and at which end of them the cursor is. */
    enum Lines {
        NONE, CURSOR_RIGHT, CURSOR_LEFT
    }

    private final CopyView view;
    int top;
    int x;
    int y;
    Lines lines = Lines.NONE;
    Optional<CopySelection> selection = Optional.empty();
    /** Characters that end a word, besides blanks. */
    String separators = "";
    /** Whether the cursor stands on the last character of what is selected, as in vi, and not behind it. */
    boolean vi;
    boolean rectangle;
    /** The column to go back to in rows that are long enough, and how long the row was where that was. */
    private int lastX;
    private int lastLength;

    CopyCursor(CopyView view) {
        this.view = view;
        top = view.history();
        x = Math.min(view.cursorX(), view.columns() - 1);
        y = view.cursorY();
    }

    /** In a view that shows the same rows anew: nothing is selected, the column to go back to stays. */
    CopyCursor(CopyView view, CopyCursor before) {
        this(view);
        rectangle = before.rectangle;
        lastX = before.lastX;
        lastLength = before.lastLength;
    }

    /** Out of the empty rows at the end of the screen, to the last one before them. */
    void toText() {
        int rows = view.height();
        while (rows > 1 && view.row(view.history() + rows - 1).used() == 0) {
            rows--;
        }
        if (y >= rows) {
            x = 0;
            y = rows - 1;
        }
    }

    /** The row of the view that the cursor is in. */
    int row() {
        return top + y;
    }

    /** Rows between the last one that shows and the end. */
    int below() {
        return view.history() - top;
    }

    CopyReader reader() {
        return new CopyReader(view, x, row());
    }

    private boolean rectangular() {
        return selection.isPresent() && rectangle;
    }

    // ---- selecting -------------------------------------------------------------------------

    void startSelection() {
        selection = Optional.of(new CopySelection(x, row(), rectangle));
    }

    /** What is selected is what the cursor has just gone over; from now on whole words or lines are added. */
    void extendBy(CopySelection.Unit unit, int originX, int originRow) {
        selection.ifPresent(selected -> {
            selected.end(x, row());
            selected.extendBy(unit, originX, originRow);
        });
    }

    void stopSelection() {
        selection.ifPresent(CopySelection::stop);
        lines = Lines.NONE;
    }

    boolean selecting() {
        return selection.filter(selected -> selected.moving != CopySelection.Moving.NEITHER).isPresent();
    }

    void clearSelection() {
        selection = Optional.empty();
        lines = Lines.NONE;
        x = Math.min(x, view.length(row()));
    }

    void rectangle(boolean on) {
        rectangle = on;
        selection.ifPresent(selected -> selected.rectangle = on);
        lines = Lines.NONE;
        x = Math.min(x, view.length(row()));
        moved();
    }

    /** The cursor goes to the other end of what is selected. */
    void otherEnd() {
        if (selection.isEmpty()) {
            return;
        }
        lines = switch (lines) {
            case NONE -> Lines.NONE;
            case CURSOR_RIGHT -> Lines.CURSOR_LEFT;
            case CURSOR_LEFT -> Lines.CURSOR_RIGHT;
        };
        var selected = selection.get();
        selected.turn();
        int column = selected.movingX();
        int line = selected.movingY();
        x = column;
        top = Math.clamp(line < top ? line : Math.max(top, line - view.height() + 1), 0, view.history());
        y = line - top;
    }

    /** What is selected reaches to the cursor. */
    private void moved() {
        selection.ifPresent(selected -> selected.follow(reader(), separators, vi));
    }

    // ---- going somewhere -------------------------------------------------------------------

    /** To a cell of the screen. */
    void at(int column, int line) {
        x = Math.clamp(column, 0, view.columns());
        y = Math.clamp(line, 0, view.height() - 1);
        moved();
    }

    /** To a cell of the screen that the mouse is at; what is selected stays until a command says otherwise. */
    void place(int column, int line) {
        x = Math.clamp(column, 0, view.columns());
        y = Math.clamp(line, 0, view.height() - 1);
    }

    /** What is selected reaches to where the mouse is; at an edge the screen scrolls. */
    void followMouse() {
        if (y == 0) {
            top = Math.max(0, top - 1);
        } else if (y == view.height() - 1) {
            top = Math.min(view.history(), top + 1);
        }
        moved();
    }

    /** To a cell of the view; the screen scrolls as little as it must. */
    void show(int column, int row) {
        x = column;
        if (row < top) {
            top = row;
        } else if (row > top + view.height() - 1) {
            top = row - view.height() + 1;
        }
        top = Math.clamp(top, 0, view.history());
        y = row - top;
        moved();
    }

    /** To where a reader went; scrolling counts as moving by rows, as in tmux. */
    void show(CopyReader reader) {
        while (reader.y < top) {
            up(true);
        }
        while (reader.y > top + view.height() - 1) {
            down(true);
        }
        show(reader.x, reader.y);
    }

    /** To a cell of the view; if the screen must scroll, so that there is something around it. */
    void jumpTo(int column, int row) {
        int height = view.height();
        if (row < top || row >= top + height) {
            int gap = height / 4;
            top = row < height
                    ? 0
                    : row > view.history() + height - gap
                            ? view.history()
                            : Math.min(row + gap - height, view
                                    .history());
            top = Math.max(0, top);
        }
        show(column, row);
    }

    /** Lets other rows show; the cursor stays where it is on the screen. */
    void scrollTo(int row) {
        top = Math.clamp(row, 0, view.history());
        moved();
    }

    /** After the view has changed its size. */
    void fit() {
        top = Math.clamp(top, 0, view.history());
        x = Math.min(x, view.columns());
        y = Math.min(y, view.height() - 1);
    }

    // ---- by rows ---------------------------------------------------------------------------

    private void remember() {
        if (!rectangular()) {
            rememberColumn();
        }
    }

    private void rememberColumn() {
        int length = view.length(row());
        if (x != length) {
            lastX = x;
            lastLength = length;
        }
    }

    /** Where the text is shorter than the column one came from, the cursor is behind its end. */
    private void settle() {
        if (!rectangular()) {
            int length = view.length(row());
            if (x >= lastLength && x != length || x > length) {
                x = length;
            }
        }
        switch (lines) {
            case NONE -> {
                // the column stays
            }
            case CURSOR_RIGHT -> x = rectangle ? view.columns() : view.length(row());
            case CURSOR_LEFT -> x = 0;
        }
        moved();
    }

    /** As {@link #settle}, but the end is that of the whole line, wherever it is. */
    private void settlePage() {
        int length = view.length(row());
        moved();
        if (!rectangular() && (x >= lastLength && x != length || x > length)) {
            var reader = reader();
            reader.endOfLine(true, false);
            show(reader);
        }
    }

    /** @param scroll whether the screen moves and not the cursor on it */
    void up(boolean scroll) {
        remember();
        if (lines == Lines.CURSOR_RIGHT && selection.isPresent() && row() == selection.get().startY) {
            otherEnd();
        }
        if (!rectangular()) {
            x = lastX;
        }
        if (scroll || y == 0) {
            top = Math.max(0, top - 1);
        } else {
            y--;
        }
        settle();
    }

    void down(boolean scroll) {
        remember();
        if (lines == Lines.CURSOR_LEFT && selection.isPresent() && row() == selection.get().endY) {
            otherEnd();
        }
        if (!rectangular()) {
            x = lastX;
        }
        if (scroll || y == view.height() - 1) {
            top = Math.min(view.history(), top + 1);
        } else {
            y++;
        }
        settle();
    }

    /** Up by a page, less two rows, or half of one. */
    void pageUp(boolean half) {
        rememberColumn();
        int rows = page(half);
        x = lastX;
        if (rows > top) {
            top = 0;
            y = Math.max(0, y - rows);
        } else {
            top -= rows;
        }
        settlePage();
    }

    void pageDown(boolean half) {
        rememberColumn();
        int rows = page(half);
        x = lastX;
        if (rows > below()) {
            top = view.history();
            y = Math.min(view.height() - 1, y + rows);
        } else {
            top += rows;
        }
        settlePage();
    }

    private int page(boolean half) {
        int height = view.height();
        return height <= 2 ? 1 : half ? height / 2 : height - 2;
    }

    /** Scrolls so that the cursor's row is that far from the top, if there is that much to scroll. */
    void scrollCursorTo(int line) {
        int by = y - line;
        int wanted = top + by;
        if (wanted >= 0 && wanted <= view.history()) {
            top = wanted;
            y = line;
            moved();
        }
    }

    void top() {
        if (lines == Lines.CURSOR_RIGHT && selection.isPresent() && row() == selection.get().startY) {
            otherEnd();
        }
        top = 0;
        at(0, 0);
    }

    void bottom() {
        if (lines == Lines.CURSOR_LEFT && selection.isPresent() && row() == selection.get().startY) {
            otherEnd();
        }
        top = view.history();
        at(view.length(view.last()), view.height() - 1);
    }
}
