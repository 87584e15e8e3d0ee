package io.ccmux.server.terminal;

/** The cursor moves: steps, places, tabs, line feeds. What moves it never changes a cell, but lines may scroll. */
final class Motions {
    private final Emulator emulator;

    Motions(Emulator emulator) {
        this.emulator = emulator;
    }

    void up(int count) {
        int limit = emulator.y >= emulator.top ? emulator.top : 0;
        emulator.moveTo(emulator.x, Math.max(limit, emulator.y - count));
    }

    void down(int count) {
        int limit = emulator.y < emulator.bottom ? emulator.bottom : emulator.rows;
        emulator.moveTo(emulator.x, Math.min(limit - 1, emulator.y + count));
    }

    void forward(int count) {
        int limit = emulator.x < emulator.right ? emulator.right : emulator.columns;
        emulator.moveTo(Math.min(limit - 1, emulator.x + count), emulator.y);
    }

    /** CUB and BS; with reverse wrap on past the left margin into the row above, and from the first row to the last. */
    void back(int count) {
        int left = leftLimit();
        boolean wraps = reverseWraps();
        int x = emulator.x - (wraps && emulator.pendingWrap ? count - 1 : count);
        if (wraps && x < left) {
            backAround(left, x);
        } else {
            emulator.moveTo(Math.max(left, x), emulator.y);
        }
    }

    private int leftLimit() {
        return emulator.x >= emulator.left ? emulator.left : 0;
    }

    private boolean reverseWraps() {
        return emulator.is(Mode.AUTO_WRAP) && (emulator.is(Mode.REVERSE_WRAP) || emulator.is(Mode.REVERSE_WRAP_FAR));
    }

    /** From the first cell between the margins to their last one; from others as if the rows were a single one. */
    private void backAround(int left, int x) {
        int width = emulator.right - left;
        boolean first = emulator.x == left && emulator.y == emulator.top && emulator.insideMargins();
        int cell = first ? emulator.bottom * width - 1 : width * emulator.y + x - left;
        int wrapped = Math.floorMod(cell, width * emulator.rows);
        emulator.moveTo(left + wrapped % width, wrapped / width);
    }

    void carriageReturn() {
        boolean atMargin = emulator.x >= emulator.left || emulator.is(Mode.ORIGIN);
        emulator.moveTo(atMargin ? emulator.left : 0, emulator.y);
    }

    void nextLine(int count) {
        down(count);
        carriageReturn();
    }

    void previousLine(int count) {
        up(count);
        carriageReturn();
    }

    /** CHA, HPA: a column counted from 1. */
    void column(int column) {
        emulator.moveTo(absoluteX(column), emulator.y);
    }

    /** VPA: a row counted from 1. */
    void row(int row) {
        emulator.moveTo(emulator.x, absoluteY(row));
    }

    /** CUP: both counted from 1; in origin mode from the margins. */
    void position(int row, int column) {
        emulator.moveTo(absoluteX(column), absoluteY(row));
    }

    void home() {
        position(1, 1);
    }

    private int absoluteX(int column) {
        boolean origin = emulator.is(Mode.ORIGIN);
        int first = origin ? emulator.left : 0;
        int last = (origin ? emulator.right : emulator.columns) - 1;
        return Math.min(first + column - 1, last);
    }

    private int absoluteY(int row) {
        boolean origin = emulator.is(Mode.ORIGIN);
        int first = origin ? emulator.top : 0;
        int last = (origin ? emulator.bottom : emulator.rows) - 1;
        return Math.min(first + row - 1, last);
    }

    /** HPR: not stopped by the margin. */
    void columnRelative(int count) {
        int limit = emulator.is(Mode.ORIGIN) ? emulator.right : emulator.columns;
        emulator.moveTo(Math.min(limit - 1, emulator.x + count), emulator.y);
    }

    /** VPR: likewise. */
    void rowRelative(int count) {
        int limit = emulator.is(Mode.ORIGIN) ? emulator.bottom : emulator.rows;
        emulator.moveTo(emulator.x, Math.min(limit - 1, emulator.y + count));
    }

    /** HT; in mode 41 a pending wrap comes first. */
    void tab() {
        if (emulator.pendingWrap && emulator.is(Mode.MORE_FIX) && emulator.is(Mode.AUTO_WRAP)) {
            wrap();
        }
        tab(1);
    }

    /** CHT. In the last column it does nothing at all: a pending wrap stays. */
    void tab(int count) {
        int limit = (emulator.x < emulator.right ? emulator.right : emulator.columns) - 1;
        int x = emulator.x;
        for (int step = 0; step < count && x < limit; step++) {
            x = emulator.tabs.next(x, limit);
        }
        if (x != emulator.x) {
            emulator.moveTo(x, emulator.y);
        }
    }

    void backTab(int count) {
        int limit = emulator.is(Mode.ORIGIN) ? emulator.left : 0;
        int x = emulator.x;
        for (int step = 0; step < count && x > limit; step++) {
            x = Math.max(limit, emulator.tabs.previous(x));
        }
        emulator.moveTo(x, emulator.y);
    }

    /** LF, VT, FF. */
    void lineFeed() {
        index();
        if (emulator.is(Mode.NEW_LINE)) {
            carriageReturn();
        }
    }

    void nextLine() {
        index();
        carriageReturn();
    }

    /** IND: down, scrolling at the bottom margin. */
    void index() {
        if (emulator.y == emulator.bottom - 1) {
            emulator.screen().row(emulator.y).wrapped = false;
        }
        advance();
        emulator.settle();
    }

    private void advance() {
        if (emulator.y == emulator.bottom - 1) {
            if (emulator.betweenMargins()) {
                emulator.scrolls.advance();
            }
        } else if (emulator.y < emulator.rows - 1) {
            emulator.y++;
        }
    }

    /** RI: up, scrolling at the top margin. */
    void reverseIndex() {
        if (emulator.y != emulator.top) {
            emulator.y = Math.max(0, emulator.y - 1);
        } else if (emulator.betweenMargins()) {
            emulator.scrolls.down(emulator.top, emulator.bottom, 1);
        }
        emulator.settle();
    }

    /** The text being printed goes on in the next row. */
    void wrap() {
        boolean moves = emulator.y == emulator.bottom - 1 || emulator.y < emulator.rows - 1;
        emulator.screen().row(emulator.y).wrapped = moves && !emulator.margined();
        emulator.pendingWrap = false;
        advance();
        emulator.x = emulator.x >= emulator.left ? emulator.left : 0;
    }
}
