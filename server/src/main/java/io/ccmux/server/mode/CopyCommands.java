package io.ccmux.server.mode;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

import io.ccmux.server.mode.CopyJumps.Kind;
import io.ccmux.server.mode.CopyTexts.Deal;

/** What copy mode can do, by the names that {@code send-keys -X} takes. A name that is not here does nothing. */
final class CopyCommands {
    /** What becomes of the matches of a search that show. */
    private enum Marks {
        /** They stay. */
        KEPT,
        /** Moving away hides them in emacs; in vi they stay until something else is done. */
        MOVES,
        /** They go. */
        CLEARED
    }

    private record Row(Marks marks, Function<CopyCall, ModeResult> deed) {}

    private static final Map<String, Row> ROWS = new HashMap<>();

    static {
        moves();
        words();
        screens();
        selections();
        copies();
        searches();
        switches();
    }

    private CopyCommands() {}

    /** All names, in order. */
    static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ROWS.keySet()));
    }

    static ModeResult run(CopyCall call) {
        var row = ROWS.get(call.name());
        if (row == null) {
            return ModeResult.NOTHING;
        }
        var mode = call.mode();
        boolean drags = call.name().equals("begin-selection");
        mode.dragging &= drags;
        mode.recentred = call.name().equals("recentre-top-bottom") ? mode.recentred : 0;
        var spot = call.scene().mouse()
                .filter(place -> !call.scene().key().contains("Wheel") && !call.scene().key().contains("Scrollbar"));
        spot.ifPresent(place -> mode.cursor.place(CopyGutter.of(mode, call.scene()).textColumn(place.x()), place.y()));
        var result = row.deed().apply(call);
        if (!call.name().startsWith("search-")) {
            mode.searches.settle();
        }
        boolean cleared = row.marks() == Marks.CLEARED || row.marks() == Marks.MOVES && !call.vi();
        if (cleared) {
            mode.searches.clear();
        }
        return result;
    }

    private static void move(String name, Consumer<CopyCall> deed) {
        row(name, Marks.MOVES, deed);
    }

    private static void row(String name, Marks marks, Consumer<CopyCall> deed) {
        ROWS.put(name, new Row(marks, call -> {
            deed.accept(call);
            return ModeResult.REDRAW;
        }));
    }

    private static void ending(String name, Function<CopyCall, Boolean> deed) {
        var marks = name.endsWith("-and-cancel") ? Marks.CLEARED : Marks.MOVES;
        ROWS.put(name, new Row(marks, call -> deed.apply(call) ? ModeResult.CLOSED : ModeResult.REDRAW));
    }

    // ---- by characters and lines -----------------------------------------------------------

    private static void moves() {
        move("cursor-left", call -> call.repeat(() -> CopyMotions.read(call, reader -> reader.left(true))));
        move("cursor-right", call -> call.repeat(() -> CopyMotions.read(call, reader -> reader.right(true, CopyMotions
                .rectangular(call)))));
        move("cursor-up", call -> call.repeat(() -> call.cursor().up(false)));
        move("cursor-down", call -> call.repeat(() -> call.cursor().down(false)));
        ending("cursor-down-and-cancel", CopyMotions::downAndEnd);
        move("start-of-line", call -> CopyMotions.read(call, reader -> reader.startOfLine(true)));
        move("end-of-line", CopyMotions::endOfLine);
        row("back-to-indentation", Marks.CLEARED, call -> CopyMotions.read(call, CopyReader::backToIndentation));
        move("jump-forward", call -> jump(call, Kind.FORWARD));
        move("jump-backward", call -> jump(call, Kind.BACKWARD));
        move("jump-to-forward", call -> jump(call, Kind.TO_FORWARD));
        move("jump-to-backward", call -> jump(call, Kind.TO_BACKWARD));
        move("jump-again", call -> call.mode().jumps.again(call.count(), call.cursor()));
        move("jump-reverse", call -> call.mode().jumps.reverse(call.count(), call.cursor()));
        move("goto-line", CopyMotions::gotoLine);
        row("set-mark", Marks.CLEARED, call -> call.mode().mark());
        row("jump-to-mark", Marks.CLEARED, call -> call.mode().jumpToMark());
    }

    private static void jump(CopyCall call, Kind kind) {
        if (!call.word(1).isEmpty()) {
            call.mode().jumps.jump(kind, call.word(1), call.count(), call.cursor());
        }
    }

    // ---- by words, paragraphs, brackets and prompts ----------------------------------------

    private static void words() {
        move("next-word", call -> word(call, reader -> reader.nextWord(call.mode().separators(call.scene()))));
        move("next-space", call -> word(call, reader -> reader.nextWord("")));
        move("next-word-end", call -> CopyMotions.wordEnd(call, call.mode().separators(call.scene())));
        move("next-space-end", call -> CopyMotions.wordEnd(call, ""));
        move("previous-word",
                call -> word(call, reader -> reader.previousWord(call.mode().separators(call.scene()), true)));
        move("previous-space", call -> word(call, reader -> reader.previousWord("", true)));
        move("next-paragraph", call -> call.repeat(() -> CopyMotions.nextParagraph(call)));
        move("previous-paragraph", call -> call.repeat(() -> CopyMotions.previousParagraph(call)));
        row("next-matching-bracket", Marks.CLEARED, call -> call.repeat(() -> CopyBrackets.next(call)));
        row("previous-matching-bracket", Marks.CLEARED, call -> call.repeat(() -> CopyBrackets.previous(call)));
        move("next-prompt", call -> call.repeat(() -> CopyMotions.prompt(call, 1)));
        move("previous-prompt", call -> call.repeat(() -> CopyMotions.prompt(call, -1)));
    }

    private static void word(CopyCall call, Consumer<CopyReader> step) {
        call.repeat(() -> CopyMotions.read(call, step));
    }

    // ---- by screens ------------------------------------------------------------------------

    private static void screens() {
        move("page-up", call -> call.repeat(() -> call.cursor().pageUp(false)));
        move("halfpage-up", call -> call.repeat(() -> call.cursor().pageUp(true)));
        ending("page-down", call -> CopyMotions.pageDown(call, false, call.mode().scrollExit));
        ending("halfpage-down", call -> CopyMotions.pageDown(call, true, call.mode().scrollExit));
        ending("page-down-and-cancel", call -> CopyMotions.pageDown(call, false, true));
        ending("halfpage-down-and-cancel", call -> CopyMotions.pageDown(call, true, true));
        move("scroll-up", call -> call.repeat(() -> call.cursor().up(true)));
        ending("scroll-down", call -> CopyMotions.scrollDown(call, call.mode().scrollExit));
        ending("scroll-down-and-cancel", call -> CopyMotions.scrollDown(call, true));
        move("scroll-top", call -> call.cursor().scrollCursorTo(0));
        move("scroll-middle", call -> call.cursor().scrollCursorTo((call.mode().view.height() - 1) / 2));
        move("scroll-bottom", call -> call.cursor().scrollCursorTo(call.mode().view.height() - 1));
        move("recentre-top-bottom", CopyMotions::recentre);
        move("scroll-to-mouse", CopyMotions::scrollToMouse);
        move("cursor-centre-vertical",
                call -> call.cursor().at(call.cursor().x, (call.mode().view.height() - 1) / 2));
        move("cursor-centre-horizontal", call -> call.cursor().at(call.mode().view.columns() / 2, call.cursor().y));
        move("top-line", call -> call.cursor().at(0, 0));
        move("middle-line", call -> call.cursor().at(0, (call.mode().view.height() - 1) / 2));
        move("bottom-line", call -> call.cursor().at(0, call.mode().view.height() - 1));
        move("history-top", call -> call.cursor().top());
        move("history-bottom", call -> call.cursor().bottom());
    }

    // ---- selecting -------------------------------------------------------------------------

    private static void selections() {
        row("begin-selection", Marks.CLEARED, CopySelecting::begin);
        row("stop-selection", Marks.CLEARED, call -> call.cursor().stopSelection());
        row("clear-selection", Marks.CLEARED, call -> call.cursor().clearSelection());
        row("select-word", Marks.CLEARED, CopySelecting::word);
        row("select-line", Marks.CLEARED, CopySelecting::line);
        move("other-end", call -> {
            call.cursor().selection.ifPresent(CopySelection::byCharacters);
            if (call.count() % 2 == 1) {
                call.cursor().otherEnd();
            }
        });
        row("rectangle-on", Marks.CLEARED, call -> call.cursor().rectangle(true));
        row("rectangle-off", Marks.CLEARED, call -> call.cursor().rectangle(false));
        row("rectangle-toggle", Marks.CLEARED, call -> call.cursor().rectangle(!call.cursor().rectangle));
        row("selection-mode", Marks.CLEARED, CopySelecting::mode);
    }

    // ---- copying ---------------------------------------------------------------------------

    private static void copies() {
        copy("copy-selection", Deal.COPY);
        copy("copy-pipe", Deal.COPY_AND_PIPE);
        copy("pipe", Deal.PIPE);
        copy("append-selection", Deal.APPEND);
        span("copy-end-of-line", Deal.COPY, false);
        span("copy-line", Deal.COPY, true);
        span("copy-pipe-end-of-line", Deal.COPY_AND_PIPE, false);
        span("copy-pipe-line", Deal.COPY_AND_PIPE, true);
    }

    private static void copy(String name, Deal deal) {
        result(name, call -> clearing(call, CopyTexts.selected(call, deal)));
        result(name + "-no-clear", call -> CopyTexts.selected(call, deal));
        result(name + "-and-cancel", call -> clearing(call, CopyTexts.selected(call, deal)).closing());
    }

    private static ModeResult clearing(CopyCall call, ModeResult copied) {
        call.cursor().clearSelection();
        return copied;
    }

    private static void span(String name, Deal deal, boolean wholeLine) {
        result(name, call -> CopyTexts.lines(call, deal, wholeLine));
        result(name + "-and-cancel", call -> CopyTexts.lines(call, deal, wholeLine).closing());
    }

    private static void result(String name, Function<CopyCall, ModeResult> deed) {
        ROWS.put(name, new Row(name.endsWith("-no-clear") ? Marks.KEPT : Marks.CLEARED, deed));
    }

    // ---- searching -------------------------------------------------------------------------

    private static void searches() {
        row("search-forward", Marks.KEPT, call -> call.mode().searches.find(call, true, true));
        row("search-backward", Marks.KEPT, call -> call.mode().searches.find(call, false, true));
        row("search-forward-text", Marks.KEPT, call -> call.mode().searches.find(call, true, false));
        row("search-backward-text", Marks.KEPT, call -> call.mode().searches.find(call, false, false));
        row("search-forward-incremental", Marks.KEPT, call -> call.mode().searches.findWhileTyping(call, true));
        row("search-backward-incremental", Marks.KEPT, call -> call.mode().searches.findWhileTyping(call, false));
        row("search-again", Marks.KEPT, call -> call.mode().searches.again(call, false));
        row("search-reverse", Marks.KEPT, call -> call.mode().searches.again(call, true));
    }

    // ---- the mode itself -------------------------------------------------------------------

    private static void switches() {
        ending("cancel", call -> true);
        row("refresh-from-pane", Marks.KEPT, call -> call.mode().refresh(call.scene().world().mux()));
        row("line-numbers-on", Marks.KEPT, call -> call.mode().numbered(true, call.scene()));
        row("line-numbers-off", Marks.KEPT, call -> call.mode().numbered(false, call.scene()));
        row("line-numbers-toggle", Marks.KEPT,
                call -> call.mode().numbered(call.mode().lineNumbers(call.scene()).equals("off"), call.scene()));
        row("toggle-position", Marks.KEPT, call -> call.mode().hidesPosition = !call.mode().hidesPosition);
        row("scroll-exit-on", Marks.KEPT, call -> call.mode().scrollExit = true);
        row("scroll-exit-off", Marks.KEPT, call -> call.mode().scrollExit = false);
        row("scroll-exit-toggle", Marks.KEPT, call -> call.mode().scrollExit = !call.mode().scrollExit);
    }
}
