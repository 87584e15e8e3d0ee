package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;

/** Clients with the flag {@code active-pane}. */
class OwnPaneTest {
    private final LoopBench bench = new LoopBench();

    private String typed(int pane) {
        var typed = bench.outside.typed.get(new PaneId(pane));
        return typed == null ? "" : typed.toString();
    }

    @Test
    void goToAPaneWithoutTheOthers() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        bench.must("split-window", "-d");
        var shared = bench.attach(80, 24, "attach-session");
        var own = bench.attach(80, 24, "attach-session", "-f", "active-pane");
        bench.type(own, "\002o");
        bench.type(own, "mine");
        bench.type(shared, "theirs");
        assertEquals("theirs", typed(0));
        assertEquals("mine", typed(1));
        assertEquals("0\n", bench.must("display-message", "-p", "#{window_active}#{pane_index}").substring(1));
        bench.type(own, "\002:set-option -gF @here '#{pane_index}'\r");
        assertEquals("1\n", bench.must("show-options", "-gv", "@here"));
        bench.type(own, "\002:refresh-client -f !active-pane\r");
        bench.type(own, "!");
        assertEquals("theirs!", typed(0));
    }

    @Test
    void areThereWithTheOthersWhenTheirPaneIsGone() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        bench.must("split-window", "-d");
        var own = bench.attach(80, 24, "attach-session", "-f", "active-pane");
        bench.type(own, "\002o");
        bench.exit(1, 0);
        bench.type(own, "x");
        assertEquals("x", typed(0));
    }
}
