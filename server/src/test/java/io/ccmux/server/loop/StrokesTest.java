package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;

/** Programs that want to know of it hear which of their keys are held down and let go. */
class StrokesTest {
    private final LoopBench bench = new LoopBench();

    @Test
    void areToldToTheProgramThatGotTheKey() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.type(seat, "\033[?0u");
        assertEquals(1, seat.terminal.modes().kittyFlags());
        bench.print(0, "\033[>3u");
        assertEquals(3, seat.terminal.modes().kittyFlags());
        bench.type(seat, "a\033[97;1:3u\033[1;1:1A\033[1;1:2A\033[1;1:3A");
        assertEquals("a\033[97;1:3u\033[A\033[1;1:2A\033[1;1:3A", typed());
        bench.type(seat, "\002\033[98;5:3u%\033[37;1:3u");
        assertEquals("", typed());
        assertEquals(1, seat.terminal.modes().kittyFlags());
    }

    private String typed() {
        var bytes = bench.outside.typed.remove(new PaneId(0));
        return bytes == null ? "" : bytes.toString();
    }
}
