package io.ccmux.server.mode;

/**
 * What is selected: from where it began to where the cursor was last, by characters, or a rectangle.
 *
 * <p>In vi the character under the cursor belongs to it, in emacs it does not.
 */
final class CopySelection {
    /** What is added to it as a whole when the cursor moves. */
    enum Unit {
        CHARACTER, WORD, LINE
    }

    /** Which end of it moves with the cursor. */
    enum Moving {
        NEITHER, START, END
    }

    int startX;
    int startY;
    int endX;
    int endY;
    boolean rectangle;
    Moving moving = Moving.END;
    private Unit unit = Unit.CHARACTER;
    /** Where the cursor was when the word or line was selected, and that word or line. */
    private int originX;
    private int originY;
    private int firstX;
    private int firstY;
    private int lastX;
    private int lastY;

    CopySelection(int x, int y, boolean rectangle) {
        startX = x;
        startY = y;
        endX = x;
        endY = y;
        this.rectangle = rectangle;
    }

    /** From now on whole words or lines are added; what is selected now stays so in any case. */
    void extendBy(Unit other, int x, int y) {
        unit = other;
        boolean beyond = y > endY;
        originX = beyond ? endX : Math.min(x, endX);
        originY = beyond ? endY : y;
        firstX = startX;
        firstY = startY;
        lastX = endX;
        lastY = endY;
    }

    /** Nothing moves any more, and characters count again. */
    void stop() {
        moving = Moving.NEITHER;
        byCharacters();
    }

    /** From now on single characters are added. */
    void byCharacters() {
        unit = Unit.CHARACTER;
    }

    /** The cursor went somewhere: the end that moves goes there, or to the end of the word or line there. */
    void follow(CopyReader to, String separators, boolean vi) {
        if (moving == Moving.NEITHER) {
            return;
        }
        int x = to.x;
        int y = to.y;
        boolean before = switch (unit) {
            case CHARACTER -> moving == Moving.START;
            case WORD -> originY > y || originY == y && originX > x;
            case LINE -> originY > y;
        };
        switch (unit) {
            case CHARACTER -> {
                // to the cursor
            }
            case WORD -> word(to, before, separators, vi);
            case LINE -> line(to, before);
        }
        if (unit != Unit.CHARACTER) {
            keep(before);
        }
        if (before) {
            start(to.x, to.y);
        } else {
            end(to.x, to.y);
        }
    }

    private static void word(CopyReader to, boolean before, String separators, boolean vi) {
        if (before) {
            to.previousWord(separators, false);
        } else if (to.x >= to.view.length(to.y) || !to.view.blank(to.x + 1, to.y)) {
            to.wordEnd(separators, vi);
        }
    }

    private void line(CopyReader to, boolean before) {
        to.y = before ? to.y : Math.max(to.y, lastY);
        to.x = before ? 0 : to.view.length(to.y);
    }

    /** The other end is that of the word or line that was selected first. */
    private void keep(boolean before) {
        if (before) {
            end(lastX, lastY);
        } else {
            start(firstX, firstY);
        }
    }

    void start(int x, int y) {
        startX = x;
        startY = y;
    }

    void end(int x, int y) {
        endX = x;
        endY = y;
    }

    /** The other end moves from now on. */
    void turn() {
        moving = moving == Moving.END ? Moving.START : Moving.END;
    }

    int movingX() {
        return moving == Moving.START ? startX : endX;
    }

    int movingY() {
        return moving == Moving.START ? startY : endY;
    }

    private int fixedX() {
        return moving == Moving.START ? endX : startX;
    }

    boolean backwards() {
        return endY < startY || endY == startY && endX < startX;
    }

    int top() {
        return Math.min(startY, endY);
    }

    int bottom() {
        return Math.max(startY, endY);
    }

    /** The first column of it in a row; what is before is not selected. */
    int from(int y) {
        if (rectangle) {
            return Math.min(startX, endX);
        }
        return y > top() ? 0 : backwards() ? endX : startX;
    }

    /** The column behind its last one in a row. */
    int to(int y, int columns, boolean vi) {
        if (rectangle) {
            boolean cursorLeft = movingX() <= fixedX();
            return cursorLeft ? fixedX() + 1 : vi ? movingX() + 1 : movingX();
        }
        if (y < bottom()) {
            return columns;
        }
        int last = backwards() ? startX : endX;
        return vi ? last + 1 : last;
    }

    boolean contains(int x, int y, int columns, boolean vi) {
        return y >= top() && y <= bottom() && x >= from(y) && x < to(y, columns, vi);
    }

    /** The text of it, lines that were wrapped in one. */
    String text(CopyView view, boolean vi) {
        var out = new StringBuilder();
        int bottom = Math.min(bottom(), view.last());
        for (int y = top(); y <= bottom; y++) {
            line(view, y, from(y), to(y, view.columns(), vi), out);
        }
        int behind = to(bottom, view.columns(), vi);
        int length = view.length(bottom);
        boolean endsLine = vi && behind > length;
        if (!endsLine && !out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static void line(CopyView view, int y, int from, int to, StringBuilder out) {
        boolean wrapped = view.wrapped(y);
        int length = wrapped ? view.columns() : view.length(y);
        int end = Math.min(to, length);
        var row = view.row(y);
        for (int x = Math.min(from, length); x < end; x++) {
            out.append(x < row.used() ? row.text(x) : " ");
        }
        if (!wrapped || end != length) {
            out.append('\n');
        }
    }
}
