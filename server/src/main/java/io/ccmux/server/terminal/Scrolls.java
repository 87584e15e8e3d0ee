package io.ccmux.server.terminal;

/** Lines and columns move between the margins: what falls off the top of the main screen goes to the history. */
final class Scrolls {
    private final Emulator emulator;

    Scrolls(Emulator emulator) {
        this.emulator = emulator;
    }

    /** One line up between the margins; the last row's line may go on in the one that comes in. */
    void advance() {
        if (emulator.margined()) {
            shiftUp(emulator.top, emulator.bottom, 1);
            return;
        }
        Screen screen = emulator.screen();
        if (emulator.top > 0) {
            unlink(emulator.top);
        } else if (emulator.screens.onMain()) {
            emulator.history.push(screen.row(0));
        } else {
            emulator.screens.forgetHidden(false, emulator.bottom == emulator.rows);
        }
        if (emulator.bottom - emulator.top == emulator.rows) {
            screen.scroll(emulator.pen.blank());
        } else {
            screen.rotateUp(emulator.top, emulator.bottom, 1, emulator.pen.blank());
        }
    }

    /** SU. */
    void up(int count) {
        int lines = Math.min(count, emulator.bottom - emulator.top);
        if (emulator.top == 0 && !emulator.margined()) {
            keep(lines);
        }
        up(emulator.top, emulator.bottom, lines);
        emulator.printer.breakCluster();
    }

    /** SD. */
    void down(int count) {
        down(emulator.top, emulator.bottom, count);
        emulator.printer.breakCluster();
    }

    /** SU and DL: lines leave at the top of the range. */
    private void up(int top, int bottom, int count) {
        if (emulator.margined()) {
            shiftUp(top, bottom, count);
            return;
        }
        int lines = Math.min(count, bottom - top);
        if (top > 0) {
            unlink(top);
        }
        emulator.screen().row(bottom - 1).wrapped = false;
        emulator.screen().rotateUp(top, bottom, lines, emulator.pen.blank());
    }

    /** SD, RI and IL: lines leave at the bottom of the range. */
    void down(int top, int bottom, int count) {
        if (emulator.margined()) {
            shiftDown(top, bottom, count);
            return;
        }
        int lines = Math.min(count, bottom - top);
        unlink(top);
        emulator.screens.forgetHidden(top == 0, false);
        emulator.screen().rotateDown(top, bottom, lines, emulator.pen.blank());
        emulator.screen().row(bottom - 1).wrapped = false;
    }

    /** The top rows leave: those of the main screen go to the history. */
    private void keep(int count) {
        if (emulator.screens.onMain()) {
            for (int y = 0; y < count; y++) {
                emulator.history.push(emulator.screen().row(y));
            }
        } else {
            emulator.screens.forgetHidden(false, emulator.bottom == emulator.rows);
        }
    }

    /** The row does not continue the one above any more. */
    void unlink(int y) {
        if (y > 0) {
            emulator.screen().row(y - 1).wrapped = false;
        } else if (emulator.screens.onMain()) {
            emulator.history.endLine();
        }
    }

    private void shiftUp(int top, int bottom, int count) {
        int lines = Math.min(count, bottom - top);
        int width = emulator.right - emulator.left;
        for (int y = top; y < bottom; y++) {
            if (y + lines < bottom) {
                emulator.edit(y).copy(emulator.screen().row(y + lines), emulator.left, width, emulator.left,
                        emulator.pen.blank());
            } else {
                emulator.edit(y).erase(emulator.left, emulator.right, emulator.pen.blank());
            }
        }
    }

    private void shiftDown(int top, int bottom, int count) {
        int lines = Math.min(count, bottom - top);
        int width = emulator.right - emulator.left;
        for (int y = bottom - 1; y >= top; y--) {
            if (y - lines >= top) {
                emulator.edit(y).copy(emulator.screen().row(y - lines), emulator.left, width, emulator.left,
                        emulator.pen.blank());
            } else {
                emulator.edit(y).erase(emulator.left, emulator.right, emulator.pen.blank());
            }
        }
    }

    /** IL: does nothing outside the margins; the cursor goes to the left one. */
    void insertLines(int count) {
        if (emulator.insideMargins()) {
            down(emulator.y, emulator.bottom, count);
            emulator.moveTo(emulator.left, emulator.y);
        }
    }

    void deleteLines(int count) {
        if (emulator.insideMargins()) {
            up(emulator.y, emulator.bottom, count);
            emulator.moveTo(emulator.left, emulator.y);
        }
    }

    /** SL: like SR, nothing if the cursor is outside the margins. */
    void left(int count) {
        if (emulator.insideMargins()) {
            left(emulator.left, count);
        }
    }

    void right(int count) {
        if (emulator.insideMargins()) {
            right(emulator.left, count);
        }
    }

    /** The columns from one to the right margin move left. */
    private void left(int from, int count) {
        int columns = Math.min(count, emulator.right - from);
        for (int y = emulator.top; y < emulator.bottom; y++) {
            emulator.edit(y).delete(from, emulator.right, columns, emulator.pen.blank());
        }
        emulator.printer.breakCluster();
    }

    private void right(int from, int count) {
        int columns = Math.min(count, emulator.right - from);
        for (int y = emulator.top; y < emulator.bottom; y++) {
            emulator.edit(y).insert(from, emulator.right, columns, emulator.pen.blank());
        }
        emulator.printer.breakCluster();
    }

    /** DECIC. */
    void insertColumns(int count) {
        if (emulator.insideMargins()) {
            right(emulator.x, count);
        }
    }

    /** DECDC. */
    void deleteColumns(int count) {
        if (emulator.insideMargins()) {
            left(emulator.x, count);
        }
    }

    /** DECBI: left, scrolling at the left margin. */
    void backIndex() {
        if (emulator.x == emulator.left) {
            insertColumns(1);
        } else if (emulator.x > 0) {
            emulator.moveTo(emulator.x - 1, emulator.y);
        }
    }

    /** DECFI: right, scrolling at the right margin. */
    void forwardIndex() {
        if (emulator.x == emulator.right - 1) {
            if (emulator.insideMargins()) {
                left(emulator.left, 1);
            }
        } else if (emulator.x < emulator.columns - 1) {
            emulator.moveTo(emulator.x + 1, emulator.y);
        }
    }
}
