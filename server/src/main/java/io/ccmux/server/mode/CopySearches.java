package io.ccmux.server.mode;

import java.util.Map;
import java.util.Optional;

import io.ccmux.server.mode.CopySearch.Match;

/** What copy mode searches for, in which direction, and where an incremental search began. */
final class CopySearches {
    private String text;
    private boolean regex;
    private boolean forward;
    private Optional<CopySearch> shown = Optional.empty();
    private Optional<Start> began = Optional.empty();

    /** Where the cursor was, and what showed. */
    private record Start(int top, int x, int y) {}

    /** What was searched for in a pane the last time; it outlives the mode. */
    record Past(String text, boolean regex) {
        static final Past NONE = new Past("", false);
    }

    /** Until something else is searched for, searching again looks upwards for what was searched for before. */
    CopySearches(Past before) {
        text = before.text();
        regex = before.regex();
    }

    Past past() {
        return new Past(text, regex);
    }

    /** Searches whose matches are shown. */
    Optional<CopySearch> shown() {
        return shown;
    }

    /** Matches are shown no more; what was searched for can be searched for again. */
    void clear() {
        shown = Optional.empty();
        began = Optional.empty();
    }

    /** Something else than searching was done: the next search while typing starts where the cursor is then. */
    void settle() {
        began = Optional.empty();
    }

    void find(CopyCall call, boolean downwards, boolean asRegex) {
        String wanted = call.word(1);
        if (!wanted.isEmpty()) {
            text = wanted;
            regex = asRegex;
        }
        forward = downwards;
        shown = Optional.empty();
        began = Optional.empty();
        again(call, false);
    }

    /** Searches once more, or the other way round. */
    void again(CopyCall call, boolean reversed) {
        for (int i = 0; i < call.count(); i++) {
            if (!step(call, forward != reversed)) {
                return;
            }
        }
    }

    /**
     * A search while the user types: it starts anew where the first one started whenever the text has changed.
     *
     * @param downwards the direction of this command
     */
    void findWhileTyping(CopyCall call, boolean downwards) {
        String argument = call.word(1);
        if (argument.isEmpty()) {
            return;
        }
        char mark = argument.charAt(0);
        String wanted = argument.substring(1);
        var cursor = call.mode().cursor;
        if (began.isEmpty()) {
            began = Optional.of(new Start(cursor.top, cursor.x, cursor.y));
        } else if (!wanted.equals(text)) {
            cursor.scrollTo(began.get().top());
            cursor.at(began.get().x(), began.get().y());
        }
        if (wanted.isEmpty()) {
            shown = Optional.empty();
            return;
        }
        forward = mark == '=' ? downwards : mark == '+';
        text = wanted;
        regex = false;
        if (!step(call, forward)) {
            shown = Optional.empty();
        }
    }

    /** Goes to the next match; false if there is none. */
    private boolean step(CopyCall call, boolean downwards) {
        var mode = call.mode();
        var search = text.isEmpty() ? Optional.<CopySearch>empty() : CopySearch.of(mode.view, text, regex);
        if (search.isEmpty()) {
            return false;
        }
        boolean wrap = mode.options(call.scene()).flag("wrap-search");
        var found = downwards ? next(call, search.get(), wrap) : previous(mode.cursor, search.get(), wrap);
        if (found.isEmpty()) {
            return false;
        }
        boolean behind = downwards && !mode.vi(call.scene());
        int endX = found.get().endX();
        int endY = found.get().endY();
        if (behind && endX == mode.view.columns() && endY < mode.view.last()) {
            mode.cursor.jumpTo(0, endY + 1);
        } else if (behind) {
            mode.cursor.jumpTo(endX, endY);
        } else {
            mode.cursor.jumpTo(found.get().x(), found.get().y());
        }
        shown = shown.filter(before -> before.same(search.get())).or(() -> search);
        return true;
    }

    /** In vi the match under the cursor is left behind; in emacs the cursor is behind it anyway. */
    private Optional<Match> next(CopyCall call, CopySearch search, boolean wrap) {
        var mode = call.mode();
        var reader = mode.cursor.reader();
        if (!mode.vi(call.scene())) {
            return search.forward(reader.x, reader.y, wrap);
        }
        var under = shown.isPresent() ? search.at(reader.x, reader.y) : Optional.<Match>empty();
        return under.isPresent()
                ? search.forward(under.get().endX(), under.get().endY(), wrap)
                : search.forward(reader.x + 1, reader.y, wrap);
    }

    private static Optional<Match> previous(CopyCursor cursor, CopySearch search, boolean wrap) {
        return search.backward(cursor.x, cursor.row(), wrap);
    }

    void variables(CopyMode mode, Map<String, String> variables) {
        variables.put("pane_search_string", text);
        variables.put("search_present", shown.isPresent() ? "1" : "0");
        variables.put("search_timed_out", "0");
        shown.ifPresent(search -> {
            int count = search.count();
            variables.put("search_count", Integer.toString(count));
            variables.put("search_count_partial", count == CopySearch.COUNT_MAX ? "1" : "0");
            variables.put("search_match", current(mode).map(match -> match.line().text().substring(match.start(),
                    match.end())).orElse(""));
        });
    }

    /** The match that the cursor is in, or in emacs just behind. */
    Optional<Match> current(CopyMode mode) {
        var cursor = mode.cursor;
        return shown.flatMap(search -> search.at(cursor.x, cursor.row())
                .or(() -> cursor.x > 0 ? search.at(cursor.x - 1, cursor.row()) : Optional.empty()));
    }
}
