package io.ccmux.server.mode;

/** Moves between brackets that belong together. */
final class CopyBrackets {
    private static final String OPEN = "{[(";
    private static final String CLOSED = "}])";

    private CopyBrackets() {}

    /** From a bracket that opens to the one that closes; in vi also back from one that closes. */
    static void next(CopyCall call) {
        var view = call.mode().view;
        var reader = call.cursor().reader();
        if (view.length(reader.y) == 0) {
            return;
        }
        boolean tried = false;
        while (true) {
            int closed = index(view, reader, CLOSED);
            if (closed >= 0 && call.vi()) {
                if (reader.match(CLOSED.charAt(closed), OPEN.charAt(closed), false)) {
                    call.cursor().jumpTo(reader.x, reader.y);
                }
                return;
            }
            int open = index(view, reader, OPEN);
            if (open >= 0) {
                if (reader.match(OPEN.charAt(open), CLOSED.charAt(open), true)) {
                    call.cursor().jumpTo(reader.x, reader.y);
                }
                return;
            }
            boolean atEnd = reader.x > view.length(reader.y);
            if (!call.vi() && (tried || atEnd)) {
                CopyMotions.read(call, from -> from.nextWordEnd(OPEN));
                return;
            }
            tried = true;
            if (!atEnd) {
                reader.x++;
            } else if (view.wrapped(reader.y) && reader.y < view.last()) {
                reader.x = 0;
                reader.y++;
            } else {
                return;
            }
        }
    }

    /** From a bracket that closes to the one that opens; in emacs also from one right after it. */
    static void previous(CopyCall call) {
        var view = call.mode().view;
        var reader = call.cursor().reader();
        int closed = index(view, reader, CLOSED);
        if (closed < 0 && !call.vi() && reader.x > 0) {
            reader.x--;
            closed = index(view, reader, CLOSED);
        }
        if (closed >= 0) {
            if (reader.match(CLOSED.charAt(closed), OPEN.charAt(closed), false)) {
                call.cursor().jumpTo(reader.x, reader.y);
            }
        } else if (!call.vi()) {
            CopyMotions.read(call, from -> from.previousWord(CLOSED, true));
        }
    }

    private static int index(CopyView view, CopyReader reader, String brackets) {
        String text = view.text(reader.x, reader.y);
        return text.length() == 1 ? brackets.indexOf(text.charAt(0)) : -1;
    }
}
