package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message does to the picture below it. */
class MessageLineTest {
    private final LoopBench bench = new LoopBench();
    private LoopBench.Seat seat;

    @BeforeEach
    void attach() {
        bench.must("new-session", "-d", "-x", "40", "-y", "5");
        seat = bench.attach(40, 6, "attach-session");
    }

    @Test
    void keepsWhatProgramsPrintUntilItIsGone() {
        bench.print(0, "before");
        bench.must("display-message", "-d", "500", "hello");
        bench.print(0, "\rduring");
        assertEquals("before hello", seat.line(0) + " " + seat.line(5));
        bench.pass(600);
        assertEquals("during", seat.line(0));
    }

    @Test
    void letsWhatProgramsPrintBeSeenIfAskedTo() {
        bench.print(0, "before");
        bench.must("display-message", "-C", "-d", "500", "hello");
        bench.print(0, "\rduring");
        assertEquals("during hello", seat.line(0) + " " + seat.line(5));
    }
}
