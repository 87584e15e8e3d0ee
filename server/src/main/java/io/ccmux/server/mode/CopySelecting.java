package io.ccmux.server.mode;

import java.util.List;

/** How commands of copy mode select. */
final class CopySelecting {
    private CopySelecting() {}

    /** With the mouse, the first report of a drag begins and the others move the end. */
    static void begin(CopyCall call) {
        var cursor = call.cursor();
        var mode = call.mode();
        boolean mouse = call.scene().mouse().isPresent();
        if (mouse && mode.dragging) {
            cursor.followMouse();
            return;
        }
        mode.dragging = mouse;
        cursor.lines = CopyCursor.Lines.NONE;
        cursor.startSelection();
    }

    /** The word that the cursor is in. */
    static void word(CopyCall call) {
        var cursor = call.cursor();
        var view = call.mode().view;
        int originX = cursor.x;
        int originRow = cursor.row();
        cursor.clearSelection();
        cursor.rectangle = false;
        CopyMotions.read(call, reader -> reader.previousWord(cursor.separators, false));
        cursor.startSelection();
        int row = cursor.row();
        boolean over = view.wrapped(row) && cursor.x + 1 > view.columns() - 1 && row < view.last();
        boolean single = cursor.x < view.length(row)
                && view.blank(over ? 0 : cursor.x + 1, over ? row + 1 : row);
        if (!single && call.vi()) {
            CopyMotions.wordEnd(once(call), cursor.separators);
        } else if (!single) {
            CopyMotions.read(call, reader -> reader.nextWordEnd(cursor.separators));
        }
        cursor.lines = CopyCursor.Lines.CURSOR_RIGHT;
        cursor.extendBy(CopySelection.Unit.WORD, originX, originRow);
    }

    private static CopyCall once(CopyCall call) {
        return new CopyCall(call.mode(), List.of(call.name()), 1, call.scene());
    }

    /** Whole lines from the cursor's on. */
    static void line(CopyCall call) {
        var cursor = call.cursor();
        int originX = cursor.x;
        int originRow = cursor.row();
        cursor.clearSelection();
        cursor.rectangle = false;
        CopyMotions.read(call, reader -> reader.startOfLine(true));
        cursor.startSelection();
        CopyMotions.endOfLine(call);
        cursor.lines = CopyCursor.Lines.CURSOR_RIGHT;
        cursor.extendBy(CopySelection.Unit.LINE, originX, originRow);
        for (int i = 1; i < call.count(); i++) {
            cursor.down(false);
            CopyMotions.endOfLine(call);
        }
    }

    static void mode(CopyCall call) {
        switch (call.word(1)) {
            case "word", "w" -> word(call);
            case "line", "l" -> line(call);
            default -> call.cursor().lines = CopyCursor.Lines.NONE;
        }
    }
}
