package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;

/** Commands of copy mode that tmux 3.3a, with which the others are compared, has not. */
class LaterCopyCommandsTest {
    private final ModeBench bench = new ModeBench(20, 5);

    @BeforeEach
    void enterAboveThirtyLines() {
        for (int i = 1; i < 30; i++) {
            bench.prints((i % 10 == 0 ? "\033]133;A\033\\$ \033]133;B\033\\" : "") + "line " + i + "\r\n");
        }
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, false, false));
    }

    /** Column and row of the cursor, and how many rows are below the screen. */
    private String cursor() {
        var variables = bench.modes.variables(ModeBench.PANE);
        return variables.get("copy_cursor_x") + "," + variables.get("copy_cursor_y") + " "
                + variables.get("scroll_position");
    }

    @Test
    void goFromPromptToPrompt() {
        bench.command("history-top");
        bench.command("next-prompt");
        assertEquals("$ line 10", bench.modes.variables(ModeBench.PANE).get("copy_cursor_line"));
        bench.command("next-prompt");
        assertEquals("$ line 20", bench.modes.variables(ModeBench.PANE).get("copy_cursor_line"));
        bench.command("next-prompt");
        assertEquals("$ line 20", bench.modes.variables(ModeBench.PANE).get("copy_cursor_line"));
        bench.command("previous-prompt");
        assertEquals("$ line 10", bench.modes.variables(ModeBench.PANE).get("copy_cursor_line"));
    }

    @Test
    void putTheRowOfTheCursorElsewhereOnTheScreen() {
        bench.command(1, "goto-line", "10");
        bench.command("top-line");
        assertEquals("0,0 10", cursor());
        bench.command("scroll-middle");
        assertEquals("0,2 12", cursor());
        bench.command("scroll-bottom");
        assertEquals("0,4 14", cursor());
        bench.command("scroll-top");
        assertEquals("0,0 10", cursor());
        bench.command("recentre-top-bottom");
        assertEquals("0,2 12", cursor());
        bench.command("recentre-top-bottom");
        assertEquals("0,0 10", cursor());
        bench.command("recentre-top-bottom");
        assertEquals("0,4 14", cursor());
    }

    @Test
    void putTheCursorIntoTheMiddle() {
        bench.command(1, "goto-line", "10");
        bench.command("top-line");
        bench.command("cursor-centre-horizontal");
        bench.command("cursor-centre-vertical");
        assertEquals("10,2 10", cursor());
    }

    @Test
    void leaveAtTheEndOfThePastOrNot() {
        bench.command("scroll-exit-on");
        bench.command("scroll-up");
        bench.command("scroll-down");
        assertEquals("", bench.modes.mode(ModeBench.PANE));
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, true, false, false, false, false));
        bench.command("scroll-exit-off");
        bench.command("scroll-up");
        bench.command("scroll-down");
        assertEquals("copy-mode", bench.modes.mode(ModeBench.PANE));
        bench.command("scroll-exit-toggle");
        bench.command("scroll-up");
        bench.command("scroll-down");
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void followTheSliderOfTheScrollbar() {
        bench.mouse = Optional.of(new Scene.MousePlace(Optional.of(ModeBench.PANE), "", 0, 2));
        bench.command("scroll-to-mouse");
        assertEquals("13", bench.modes.variables(ModeBench.PANE).get("scroll_position"));
    }

    @Test
    void showThePaneAnewAndPipeWithoutLeaving() {
        bench.prints("new");
        bench.command("refresh-from-pane");
        bench.command("history-bottom");
        assertEquals("new", bench.modes.variables(ModeBench.PANE).get("copy_cursor_line"));
        bench.command("toggle-position");
        assertEquals("copy-mode", bench.modes.mode(ModeBench.PANE));
    }
}
