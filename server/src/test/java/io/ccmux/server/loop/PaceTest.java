package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long NOW = 1_795_180_381_000_000L;
    private final Pace pace = new Pace();

    @Test
    void drawsTheFirstFrameAtOnceAndTheNextOnesApart() {
        assertTrue(pace.leftMicros(NOW) <= 0);
        pace.drawn(NOW, 100);
        assertEquals(8_000, pace.leftMicros(NOW));
        assertEquals(1, pace.leftMicros(NOW + 7_999));
        assertEquals(0, pace.leftMicros(NOW + 8_000));
    }

    @Test
    void drawsWholeScreensLessOften() {
        pace.drawn(NOW, 20_000);
        assertEquals(20_000, pace.leftMicros(NOW));
        pace.drawn(NOW, 1_000_000);
        assertEquals(40_000, pace.leftMicros(NOW));
        pace.typed(NOW);
        assertEquals(0, pace.leftMicros(NOW + 1));
    }

    @Test
    void keepsNobodyWaitingWhoTypes() {
        pace.drawn(NOW, 100);
        pace.typed(NOW + 1_000);
        assertEquals(0, pace.leftMicros(NOW + 1_000));
        pace.drawn(NOW + 100_999, 100);
        assertEquals(0, pace.leftMicros(NOW + 100_999));
        assertEquals(7_999, pace.leftMicros(NOW + 101_000));
    }

    @Test
    void waitsForNothingAfterAClockWasPutBack() {
        pace.drawn(NOW, 100);
        assertTrue(pace.leftMicros(NOW - 3_600_000_000L) <= 0);
    }

    @Test
    void hasOneWhoLooksAfterTheNextFrame() {
        assertFalse(pace.await());
        assertTrue(pace.await());
        pace.waited();
        assertFalse(pace.await());
    }
}
