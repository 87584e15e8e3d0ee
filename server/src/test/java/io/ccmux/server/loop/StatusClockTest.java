package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.loop.LoopBench.Seat;

/** When status lines are drawn although nothing happens. The bench begins one second after a minute has. */
class StatusClockTest {
    private final LoopBench bench = new LoopBench();
    private Seat seat;

    @BeforeEach
    void attach() {
        bench.must("new-session", "-d", "-s", "a");
        seat = bench.attach(60, 5, "attach-session");
        bench.pass(1_000);
    }

    private long framesWithin(long millis) {
        long before = seat.frames;
        bench.pass(millis);
        return seat.frames - before;
    }

    @Test
    void nothingIsDrawnBeforeTheMinuteIsOver() {
        String before = seat.line(4);
        assertEquals(0, framesWithin(57_500));
        assertEquals(before, seat.line(4));
        assertEquals(1, framesWithin(1_000));
        assertTrue(!before.equals(seat.line(4)), seat.line(4));
        assertEquals(0, framesWithin(59_000));
    }

    @Test
    void secondsAreShownAtTheInterval() {
        bench.must("set-option", "-g", "status-right", "%H:%M:%S");
        String before = seat.line(4);
        assertEquals(0, framesWithin(14_000));
        assertEquals(1, framesWithin(1_500));
        assertTrue(!before.equals(seat.line(4)), seat.line(4));
        assertEquals(2, framesWithin(30_000));
    }

    @Test
    void aLongerIntervalIsKept() {
        bench.must("set-option", "-g", "status-interval", "300");
        assertEquals(1, framesWithin(59_000), "the minute that was waited for");
        assertEquals(0, framesWithin(290_000));
        assertEquals(1, framesWithin(15_000));
    }

    @Test
    void withoutStatusLineOrIntervalNothingRuns() {
        bench.must("set-option", "-g", "status-interval", "0");
        framesWithin(60_000);
        assertFalse(bench.outside.ringsWithin(300_000));
        assertEquals(0, framesWithin(300_000));
        bench.must("set-option", "-g", "status-interval", "15");
        bench.must("set-option", "-g", "status", "off");
        framesWithin(60_000);
        assertFalse(bench.outside.ringsWithin(300_000));
    }
}
