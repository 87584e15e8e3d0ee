package io.ccmux.server.render;

/** Where a terminal's cursor is, as far as that is known, and the shortest sequences that take it elsewhere. */
final class CursorMover {
    /** Backspaces are used up to this many columns. */
    private static final int BACKSPACES_MAX = 3;

    private int x = -1;
    private int y = -1;

    /** Nobody knows where it is. */
    void lose() {
        x = -1;
        y = -1;
    }

    /** Nobody knows in which column it is. */
    void loseColumn() {
        x = -1;
    }

    void at(int column, int row) {
        x = column;
        y = row;
    }

    /** It went right by itself. */
    void advance(int columns) {
        x += columns;
    }

    void move(int toX, int toY, ByteSink out) {
        if (x == toX && y == toY) {
            return;
        }
        if (y == toY && x >= 0) {
            along(toX, out);
        } else if (y == toY) {
            column(toX, out);
        } else if (y >= 0 && toX == 0 && toY == y + 1) {
            out.add('\r').add('\n');
        } else {
            out.csi();
            if (toX > 0 || toY > 0) {
                out.number(toY + 1);
            }
            if (toX > 0) {
                out.add(';').number(toX + 1);
            }
            out.add('H');
        }
        x = toX;
        y = toY;
    }

    private void along(int toX, ByteSink out) {
        if (toX == 0) {
            out.add('\r');
        } else if (toX < x && x - toX <= BACKSPACES_MAX) {
            for (int i = toX; i < x; i++) {
                out.add('\b');
            }
        } else if (toX < x) {
            column(toX, out);
        } else {
            out.csi();
            if (toX - x > 1) {
                out.number(toX - x);
            }
            out.add('C');
        }
    }

    private static void column(int toX, ByteSink out) {
        if (toX == 0) {
            out.add('\r');
        } else {
            out.csi().number(toX + 1).add('G');
        }
    }
}
