package io.ccmux.server.mode;

import java.util.function.Consumer;

/** How commands of copy mode move the cursor, as far as it takes more than a step. */
final class CopyMotions {
    private CopyMotions() {}

    /** Moves as a reader does from where the cursor is. */
    static void read(CopyCall call, Consumer<CopyReader> step) {
        var reader = call.cursor().reader();
        step.accept(reader);
        call.cursor().show(reader);
    }

    static boolean rectangular(CopyCall call) {
        return call.cursor().selection.isPresent() && call.cursor().rectangle;
    }

    static void endOfLine(CopyCall call) {
        read(call, reader -> reader.endOfLine(true, rectangular(call)));
    }

    static void wordEnd(CopyCall call, String separators) {
        call.repeat(() -> read(call, reader -> reader.wordEnd(separators, call.vi())));
    }

    static boolean downAndEnd(CopyCall call) {
        int before = call.cursor().y;
        call.repeat(() -> call.cursor().down(false));
        return call.cursor().y == before && call.cursor().below() == 0;
    }

    static boolean pageDown(CopyCall call, boolean half, boolean ends) {
        call.repeat(() -> call.cursor().pageDown(half));
        return ends && call.cursor().below() == 0;
    }

    static boolean scrollDown(CopyCall call, boolean ends) {
        call.repeat(() -> call.cursor().down(true));
        return ends && call.cursor().below() == 0;
    }

    /** So many lines above the bottom; all the way up for a number that is too large. */
    static void gotoLine(CopyCall call) {
        try {
            int line = Integer.parseInt(call.word(1));
            int history = call.mode().view.history();
            call.cursor().scrollTo(line < 0 || line > history ? 0 : history - line);
        } catch (NumberFormatException none) {
            // as tmux, which does not say so either
        }
    }

    static void nextParagraph(CopyCall call) {
        var view = call.mode().view;
        int row = call.cursor().row();
        while (row < view.last() && view.length(row) == 0) {
            row++;
        }
        while (row < view.last() && view.length(row) > 0) {
            row++;
        }
        call.cursor().jumpTo(view.length(row), row);
    }

    static void previousParagraph(CopyCall call) {
        var view = call.mode().view;
        int row = call.cursor().row();
        while (row > 0 && view.length(row) == 0) {
            row--;
        }
        while (row > 0 && view.length(row) > 0) {
            row--;
        }
        call.cursor().jumpTo(0, row);
    }

    /** To the next row where a prompt starts; with -o where the output of a command starts. */
    static void prompt(CopyCall call, int by) {
        var view = call.mode().view;
        for (int row = call.cursor().row() + by; row >= 0 && row <= view.last(); row += by) {
            boolean found = call.has('o') ? view.row(row).outputStart() : view.row(row).promptStart();
            if (found) {
                call.cursor().jumpTo(0, row);
                return;
            }
        }
    }

    /** The cursor's row goes to the middle, then to the top, then to the bottom. */
    static void recentre(CopyCall call) {
        int height = call.mode().view.height();
        switch (call.mode().recentred) {
            case 0 -> call.cursor().scrollCursorTo((height - 1) / 2);
            case 1 -> call.cursor().scrollCursorTo(0);
            default -> call.cursor().scrollCursorTo(height - 1);
        }
        call.mode().recentred = (call.mode().recentred + 1) % 3;
    }

    /** The scrollbar's slider was dragged, its top to the row of the mouse: that divides the bar as it divides all. */
    static void scrollToMouse(CopyCall call) {
        var view = call.mode().view;
        call.scene().mouse().ifPresent(place -> call.cursor()
                .scrollTo((int) ((long) (view.history() + view.height()) * place.y() / view.height())));
    }
}
