package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.terminal.Style;

class CopyModeTest {
    private final ModeBench bench = new ModeBench(20, 5);

    @BeforeEach
    void printSomething() {
        for (int i = 1; i <= 10; i++) {
            bench.prints("line " + i + " some words\r\n");
        }
        bench.prints("$ ");
    }

    private void enter() {
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, false, false));
    }

    private void vi() {
        bench.run("set-option", "-g", "mode-keys", "vi");
        bench.run("set-window-option", "mode-keys", "vi");
    }

    /** The cursor on the screen, and how far that is scrolled back. */
    private String where() {
        var variables = bench.modes.variables(ModeBench.PANE);
        return variables.get("copy_cursor_x") + "," + variables.get("copy_cursor_y") + " -"
                + variables.get("scroll_position");
    }

    private String copied() {
        return bench.mux.buffers().top().map(top -> new String(top.bytes(), StandardCharsets.UTF_8)).orElse("");
    }

    @Test
    void showsWhatThePaneShowedAndWhere() {
        enter();
        bench.prints("later\r\nand later\r\n");
        bench.command("history-top");
        assertEquals("""
                line 1 so13:13 [6/6]
                line 2 some words
                line 3 some words
                line 4 some words
                line 5 some words
                """, ModeBench.text(bench.drawn()));
        assertEquals("0,0 -6", where());
        bench.command("toggle-position");
        bench.command("history-bottom");
        assertEquals("line 7 some words", bench.drawn().text(0).strip());
        assertEquals("1,4 -0", where());
        bench.command("refresh-from-pane");
        bench.command("history-bottom");
        assertEquals("line 9 some words", bench.drawn().text(0).strip());
    }

    @Test
    void movesByPagesAndScrolls() {
        enter();
        bench.command("start-of-line");
        bench.command("page-up");
        assertEquals("0,4 -3", where());
        bench.command("page-up");
        assertEquals("0,4 -6", where());
        bench.command("page-up");
        assertEquals("0,1 -6", where());
        bench.command("halfpage-down");
        assertEquals("0,1 -4", where());
        bench.command(3, "scroll-down");
        assertEquals("0,1 -1", where());
        bench.command("goto-line 5");
        assertEquals("0,1 -5", where());
        bench.command("middle-line");
        bench.command("scroll-top");
        assertEquals("0,0 -3", where());
    }

    @Test
    void copiesCharactersLinesAndRectangles() {
        vi();
        enter();
        bench.command("history-top");
        bench.command("begin-selection");
        bench.command("next-word-end");
        bench.command("copy-selection");
        assertEquals("line", copied());
        bench.command("select-line");
        bench.command("cursor-down");
        bench.command("copy-selection");
        assertEquals("line 1 some words\nline 2 some words\n", copied());
        bench.command("history-top");
        bench.command(5, "cursor-right");
        bench.command("begin-selection");
        bench.command("rectangle-toggle");
        bench.command(2, "cursor-down");
        bench.command(2, "cursor-right");
        bench.command("copy-selection");
        assertEquals("1 s\n2 s\n3 s", copied());
        bench.command("append-selection-and-cancel");
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void doesNotSelectTheCharacterUnderTheCursorInEmacs() {
        enter();
        bench.command("history-top");
        bench.command("begin-selection");
        bench.command("next-word-end");
        assertTrue(bench.drawn().style(3, 0).background() != Style.DEFAULT);
        assertEquals(Style.DEFAULT, bench.drawn().style(4, 0).background());
        bench.command("copy-selection-and-cancel");
        assertEquals("line", copied());
    }

    @Test
    void copiesToTheEndOfTheLineAndPipes() {
        enter();
        bench.command("history-top");
        bench.command("next-word");
        bench.command("copy-end-of-line");
        assertEquals("1 some words", copied());
        bench.command("copy-pipe-line-and-cancel wc");
        var shell = (Effect.Shell) ((Effect.Background) bench.effects.get(bench.effects.size() - 2)).effect();
        assertEquals("line 1 some words", new String(shell.input(), StandardCharsets.UTF_8));
        assertEquals("wc", shell.command());
        assertFalse(bench.modes.showing(ModeBench.PANE).isPresent());
    }

    @Test
    void searches() {
        vi();
        enter();
        bench.command("search-backward line");
        assertEquals("0,3 -0", where());
        assertEquals("10", bench.modes.variables(ModeBench.PANE).get("search_count"));
        bench.command(2, "search-again");
        assertEquals("0,1 -0", where());
        bench.command("search-reverse");
        assertEquals("0,2 -0", where());
        bench.command("history-top");
        bench.command("search-forward [23].*me");
        assertEquals("5,1 -6", where());
        bench.command("search-again");
        assertEquals("5,2 -6", where());
        assertTrue(bench.drawn().style(5, 2).background() != bench.drawn().style(5, 1).background());
        bench.command("search-forward nothing");
        assertEquals("5,2 -6", where());
        bench.command("search-forward-text 4.s");
        assertEquals("5,2 -6", where());
    }

    @Test
    void searchesWhileTheUserTypes() {
        enter();
        bench.command("search-backward-incremental =w");
        assertEquals("13,3 -0", where());
        bench.command("search-backward-incremental =words");
        assertEquals("13,3 -0", where());
        bench.command("search-backward-incremental -- -words");
        assertEquals("12,2 -0", where());
        bench.command("search-backward-incremental =");
        assertEquals("2,4 -0", where());
    }

    @Test
    void jumpsInTheLine() {
        enter();
        bench.command("history-top");
        bench.command("jump-forward o");
        assertEquals("8,0 -6", where());
        bench.command("jump-again");
        assertEquals("13,0 -6", where());
        bench.command("jump-reverse");
        assertEquals("8,0 -6", where());
        bench.command("jump-to-forward s");
        assertEquals("15,0 -6", where());
        bench.command("jump-backward l");
        assertEquals("0,0 -6", where());
    }

    @Test
    void findsBracketsAndParagraphs() {
        bench.prints("\r\nif (a[1] {\r\n\r\nb)\r\n");
        vi();
        enter();
        bench.command("search-backward if");
        bench.command("next-matching-bracket");
        assertEquals("1,3 -0", where());
        bench.command("next-matching-bracket");
        assertEquals("3,1 -0", where());
        bench.command("previous-paragraph");
        assertEquals("0,0 -10", where());
    }

    @Test
    void remembersAMark() {
        enter();
        bench.command("history-top");
        bench.command("set-mark");
        bench.command("history-bottom");
        bench.command("jump-to-mark");
        assertEquals("0,0 -6", where());
        bench.command("jump-to-mark");
        assertEquals("1,4 -0", where());
    }

    @Test
    void followsTheMouse() {
        bench.mouse = Optional.of(new Scene.MousePlace(Optional.of(ModeBench.PANE), "", 5, 1));
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, false, true));
        bench.mouse = Optional.of(new Scene.MousePlace(Optional.of(ModeBench.PANE), "", 9, 1));
        bench.command("begin-selection");
        bench.command("copy-pipe-and-cancel");
        assertEquals("8 so", copied());
        bench.mouse = Optional.of(new Scene.MousePlace(Optional.of(ModeBench.PANE), "", 9, 2));
        enter();
        bench.command("select-word");
        bench.mouse = Optional.empty();
        bench.command("copy-selection");
        assertEquals("some", copied());
    }

    @Test
    void repeatsTheNextCommandAsOftenAsWasSaid() {
        enter();
        bench.command("start-of-line");
        bench.modes.command(new Effect.ModeCommand(ModeBench.PANE, Optional.empty(), List.of(), 3, Optional.empty()),
                bench.scene());
        bench.command("cursor-up");
        assertEquals("0,1 -0", where());
        bench.command("cursor-up");
        assertEquals("0,0 -0", where());
    }

    @Test
    void endsAtTheBottomIfItBeganByScrolling() {
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, true, false, false, false, false));
        bench.command(2, "scroll-up");
        bench.command("scroll-down");
        assertEquals("copy-mode", bench.modes.mode(ModeBench.PANE));
        assertTrue(bench.command("scroll-down").closed());
    }

    @Test
    void staysInPlaceWhenThePaneChangesItsSize() {
        bench.run("split-window");
        enter();
        bench.command("history-top");
        bench.run("kill-pane", "-t", ":.1");
        bench.drawn();
        assertEquals("0,0 -6", where());
    }

    @Test
    void showsTexts() {
        bench.modes.view(ModeBench.PANE, "first\nsecond\n", bench.scene());
        assertEquals("view-mode", bench.modes.mode(ModeBench.PANE));
        assertEquals("first", bench.drawn().text(0).replace("[0/0]", "").strip());
        bench.modes.view(ModeBench.PANE, "third\n", bench.scene());
        assertEquals("third", bench.drawn().text(2).strip());
        bench.command("cancel");
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void tellsTheTime() {
        bench.enter(new Effect.Mode.Clock());
        assertEquals(1, bench.modes.lines(ModeBench.PANE).size());
        assertTrue(bench.key("x").closed());
    }

    @Test
    void searchesAgainForWhatWasSearchedForBeforeItWasLeft() {
        enter();
        bench.command("search-backward line");
        bench.command("cancel");
        assertEquals("line", bench.modes.variables(ModeBench.PANE).get("pane_search_string"));
        enter();
        bench.command("search-again");
        assertEquals("0,3 -0", where());
    }

    @Test
    void addsWholeWordsAsViCountsThem() {
        vi();
        enter();
        bench.command("history-top");
        bench.command("select-word");
        bench.command(2, "next-word");
        bench.command("copy-selection");
        assertEquals("line 1 some", copied());
    }

    @Test
    void takesWhatBeginsWithAHyphenForATextToSearch() {
        bench.prints("a -x b");
        enter();
        bench.command("search-backward -x");
        assertEquals("-x", bench.modes.variables(ModeBench.PANE).get("search_match"));
        bench.command("search-backward b)");
        assertEquals("b)", bench.modes.variables(ModeBench.PANE).get("pane_search_string"));
    }
}
