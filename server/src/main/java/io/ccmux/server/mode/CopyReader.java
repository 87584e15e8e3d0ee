package io.ccmux.server.mode;

/**
 * A place in a {@link CopyView} that moves as readers do: by characters, words, lines and brackets. The rules are those
 * of tmux's grid-reader.c.
 */
final class CopyReader {
    final CopyView view;
    int x;
    int y;

    CopyReader(CopyView view, int x, int y) {
        this.view = view;
        this.x = x;
        this.y = y;
    }

    /** @param wrap whether it goes on in the next row; {@code all} whether blanks behind the text count */
    void right(boolean wrap, boolean all) {
        int end = all ? view.columns() : view.length(y);
        if (wrap && x >= end && y < view.last()) {
            x = 0;
            down();
        } else if (x < end) {
            x++;
            while (x < end && view.padding(x, y)) {
                x++;
            }
        }
    }

    void left(boolean wrap) {
        while (x > 0 && view.padding(x, y)) {
            x--;
        }
        if (x == 0 && y > 0 && (wrap || view.wrapped(y - 1))) {
            up();
            endOfLine(false, false);
        } else if (x > 0) {
            x--;
            while (x > 0 && view.padding(x, y)) {
                x--;
            }
        }
    }

    void down() {
        if (y < view.last()) {
            y++;
        }
        leavePadding();
    }

    void up() {
        if (y > 0) {
            y--;
        }
        leavePadding();
    }

    private void leavePadding() {
        while (x > 0 && view.padding(x, y)) {
            x--;
        }
    }

    void startOfLine(boolean wrap) {
        while (wrap && y > 0 && view.wrapped(y - 1)) {
            y--;
        }
        x = 0;
    }

    void endOfLine(boolean wrap, boolean all) {
        while (wrap && y < view.last() && view.wrapped(y)) {
            y++;
        }
        x = all ? view.columns() : view.length(y);
    }

    void backToIndentation() {
        int fromX = x;
        int fromY = y;
        startOfLine(true);
        while (true) {
            int length = view.length(y);
            for (x = 0; x < length; x++) {
                if (!view.blank(x, y) && !view.padding(x, y)) {
                    return;
                }
            }
            if (!view.wrapped(y) || y == view.last()) {
                break;
            }
            y++;
        }
        x = fromX;
        y = fromY;
    }

    // ---- words -----------------------------------------------------------------------------

    /** The column from which a walk through words goes on in the next row. */
    private int wordLimit() {
        return view.wrapped(y) ? view.columns() - 1 : view.length(y);
    }

    /** Goes to the next row where this one has no more; false at the very end. */
    private boolean inBounds() {
        int limit = wordLimit();
        while (x > limit) {
            if (y == view.last()) {
                return false;
            }
            x = 0;
            down();
            limit = wordLimit();
        }
        return true;
    }

    private boolean blank() {
        return view.blank(x, y);
    }

    private boolean separator(String separators) {
        return view.in(x, y, separators) || view.padding(x, y) && x > 0 && view.in(x - 1, y, separators);
    }

    void nextWord(String separators) {
        if (!inBounds()) {
            return;
        }
        if (!blank()) {
            boolean among = separator(separators);
            do {
                x++;
            } while (inBounds() && !blank() && separator(separators) == among);
        }
        while (inBounds() && blank()) {
            x++;
        }
    }

    void nextWordEnd(String separators) {
        while (inBounds()) {
            if (blank()) {
                x++;
                continue;
            }
            boolean among = separator(separators);
            do {
                x++;
            } while (inBounds() && !blank() && separator(separators) == among);
            return;
        }
    }

    /** To the end of a word: in vi onto its last character, in emacs behind it. */
    void wordEnd(String separators, boolean vi) {
        if (vi && !view.blank(x, y)) {
            right(false, false);
        }
        nextWordEnd(separators);
        if (vi) {
            left(true);
        }
    }

    /** @param already whether to go back even if this is within a word */
    void previousWord(String separators, boolean already) {
        boolean letters;
        if (already || blank()) {
            while (true) {
                if (x > 0) {
                    x--;
                    if (!blank()) {
                        break;
                    }
                } else if (y == 0) {
                    return;
                } else {
                    up();
                    endOfLine(false, false);
                }
            }
        }
        letters = !separator(separators);
        toWordStart(separators, letters);
    }

    private void toWordStart(String separators, boolean letters) {
        int lastX;
        int lastY;
        do {
            lastX = x;
            lastY = y;
            if (x == 0) {
                if (y == 0 || !view.wrapped(y - 1)) {
                    break;
                }
                up();
                endOfLine(false, true);
            }
            if (x > 0) {
                x--;
            }
        } while (!blank() && letters != separator(separators));
        x = lastX;
        y = lastY;
    }

    // ---- characters ------------------------------------------------------------------------

    /** To a character from here on, in this line; false if there is none. */
    boolean jump(String character) {
        int at = x;
        for (int row = y; row <= view.last(); row++) {
            int length = view.length(row);
            for (; at < length; at++) {
                if (view.text(at, row).equals(character)) {
                    x = at;
                    y = row;
                    return true;
                }
            }
            if (!view.wrapped(row)) {
                return false;
            }
            at = 0;
        }
        return false;
    }

    /** To a character from here back, in this line. */
    boolean jumpBack(String character) {
        int at = x;
        for (int row = y; row >= 0; row--) {
            for (; at >= 0; at--) {
                if (view.text(at, row).equals(character)) {
                    x = at;
                    y = row;
                    return true;
                }
            }
            if (row == 0 || !view.wrapped(row - 1)) {
                return false;
            }
            at = view.length(row - 1) - 1;
        }
        return false;
    }

    // ---- brackets --------------------------------------------------------------------------

    /** To the bracket that matches {@code from}, looking forward or back; false if there is none. */
    boolean match(char from, char to, boolean forward) {
        int depth = 1;
        int atX = x;
        int atY = y;
        while (depth > 0) {
            if (forward && ++atX > view.length(atY)) {
                if (++atY > view.last()) {
                    return false;
                }
                atX = 0;
            } else if (!forward && --atX < 0) {
                do {
                    if (--atY < 0) {
                        return false;
                    }
                } while (view.length(atY) == 0);
                atX = view.length(atY) - 1;
            }
            String text = view.text(atX, atY);
            if (text.length() == 1) {
                depth += text.charAt(0) == from ? 1 : text.charAt(0) == to ? -1 : 0;
            }
        }
        x = atX;
        y = atY;
        return true;
    }
}
