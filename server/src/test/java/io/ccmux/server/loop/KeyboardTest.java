package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Keys that come together, and what the first of them did to what the others were meant for. */
class KeyboardTest {
    private final LoopBench bench = new LoopBench();

    /** Found by the simulation of whole servers, seed 1000000106: the server ended. */
    @Test
    void keysBehindOneThatClosedTheSessionAreNobodys() {
        bench.must("new-session", "-d", "-s", "other");
        bench.must("set-option", "-g", "detach-on-destroy", "off");
        bench.must("bind-key", "-n", "F5", "kill-session", "-t", "mine");
        var seat = bench.attach(80, 24, "new-session", "-s", "mine");
        bench.type(seat, "\033[15~x\002c\033[<0;5;5M\033[<0;5;5m\033[200~pasted\033[201~");
        assertEquals(1, bench.mux.sessions().size());
        assertTrue(seat.line(23).startsWith("[other]"), seat.line(23));
        bench.type(seat, "\002c");
        assertEquals(2, bench.mux.windows().size());
    }

    /** Found by the simulation, seed 1000005607. */
    @Test
    void whatAClientIsToldBehindThatNeedsNoSession() {
        bench.must("new-session", "-d", "-s", "other");
        bench.must("set-option", "-g", "detach-on-destroy", "off");
        for (String command : new String[]{"select-window -t 77", "display-message told", "display-panes",
            "command-prompt -p ask", "confirm-before kill-server", "display-menu a b c", "clock-mode", "copy-mode"}) {
            bench.must("bind-key", "-n", "F5", "kill-session -t mine ; " + command);
            bench.must("bind-key", "-n", "F6", "run-shell -C '" + command + "'");
            var seat = bench.attach(80, 24, "new-session", "-s", "mine");
            bench.type(seat, "\033[15~\033[17~");
            assertEquals(1, bench.mux.sessions().size(), command);
            bench.close(seat);
        }
    }
}
