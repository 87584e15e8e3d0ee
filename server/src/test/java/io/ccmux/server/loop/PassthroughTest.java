package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What programs may say to the terminals of clients. */
class PassthroughTest {
    private static final String TITLE = "\033Ptmux;\033\033]2;%s\007\033\\";
    private final LoopBench bench = new LoopBench();

    @Test
    void reachesTheTerminalsThatShowThePaneIfTheOptionSaysSo() {
        bench.must("new-session", "-d", "-s", "a");
        bench.must("new-window", "-d", "-t", "a:1");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.print(0, TITLE.formatted("one"));
        assertEquals("", seat.terminal.title());
        bench.must("set-option", "-g", "allow-passthrough", "on");
        bench.print(0, TITLE.formatted("two"));
        assertEquals("two", seat.terminal.title());
        bench.print(1, TITLE.formatted("three"));
        assertEquals("two", seat.terminal.title());
        bench.must("set-option", "-g", "allow-passthrough", "all");
        bench.print(1, TITLE.formatted("four"));
        assertEquals("four", seat.terminal.title());
    }
}
