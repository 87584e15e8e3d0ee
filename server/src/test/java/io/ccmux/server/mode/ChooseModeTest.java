package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;

class ChooseModeTest {
    private final ModeBench bench = new ModeBench(40, 8);

    private void tree(boolean sessions, boolean windows) {
        bench.enter(new Effect.Mode.Tree(ModeBench.CLIENT, sessions, windows, "x", "", "", false,
                "switch-client -t '%%'", false));
    }

    @Test
    void listsSessionsAndUnfoldsThem() {
        bench.run("new-session", "-d", "-s", "b");
        bench.run("new-window", "-d", "-t", "b");
        tree(true, false);
        assertEquals("[a: x, b: x]", bench.modes.lines(ModeBench.PANE).toString());
        bench.key("j", "Right");
        assertEquals("[a: x, b: x, 0: x, 1: x]", bench.modes.lines(ModeBench.PANE).toString());
        assertTrue(bench.drawn().text(2).contains("├─> "), bench.drawn().text(2));
        bench.key("j", "Left", "Enter");
        assertEquals("switch-client -t =b:", bench.ran());
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void choosesByNumberAndLeaves() {
        tree(false, true);
        assertEquals("[a: x, 0: x]", bench.modes.lines(ModeBench.PANE).toString());
        bench.key("1");
        assertEquals("switch-client -t =a:0.", bench.ran());
        tree(false, true);
        assertTrue(bench.key("q").closed());
    }

    @Test
    void listsBuffers() {
        bench.run("set-buffer", "one");
        bench.run("set-buffer", "two");
        bench.enter(new Effect.Mode.BufferList(ModeBench.CLIENT, "#{buffer_sample}", "", "", "paste-buffer -b '%%'",
                false));
        assertEquals("[buffer1: two, buffer0: one]", bench.modes.lines(ModeBench.PANE).toString());
        bench.key("G", "Enter");
        assertEquals("paste-buffer -b buffer0", bench.ran());
    }
}
