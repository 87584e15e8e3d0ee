package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;

/** The columns that scrollbars take of panes, and when they give them back. */
class ScrollbarsTest {
    private final LoopBench bench = new LoopBench();

    @BeforeEach
    void start() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        bench.must("set-option", "-g", "pane-scrollbars-style", "width=2,pad=1");
    }

    private String widths() {
        return bench.must("list-panes", "-F", "#{pane_left}+#{pane_width}").strip().replace("\n", " ");
    }

    @Test
    void narrowPanesWhileTheyShowTheirPast() {
        bench.must("set-option", "-g", "pane-scrollbars", "modal");
        assertEquals("0+80", widths());
        bench.must("copy-mode");
        assertEquals("0+77", widths());
        bench.must("set-option", "-g", "pane-scrollbars-position", "left");
        assertEquals("3+77", widths());
        bench.must("send-keys", "-X", "cancel");
        assertEquals("0+80", widths());
        bench.must("clock-mode");
        assertEquals("0+80", widths());
    }

    @Test
    void leaveProgramsTheWholeAlternateScreen() {
        bench.must("set-option", "-g", "pane-scrollbars", "on");
        bench.must("split-window", "-h");
        assertEquals("0+37 41+36", widths());
        bench.print(0, "\033[?1049h");
        assertEquals("0+40 41+36", widths());
        bench.print(0, "\033[?1049l");
        assertEquals("0+37 41+36", widths());
    }

    @Test
    void leaveOneColumnAtLeast() {
        bench.must("set-option", "-g", "pane-scrollbars", "on");
        bench.must("split-window", "-h", "-l", "2");
        assertEquals("0+74 78+1", widths());
    }

    @Test
    void doNotOutliveTheServerThatShowedThem() {
        bench.must("set-option", "-g", "pane-scrollbars", "modal");
        bench.must("copy-mode");
        var after = new LoopBench(bench.mux.events(), outside -> {}, revivals -> {});
        assertFalse(after.mux.pane(new PaneId(0)).barShown());
        assertEquals("80", after.must("display-message", "-p", "#{pane_width}").strip());
    }
}
