package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SizeTest {
    @Test
    void isTakenToTheNearestWithinBounds() {
        assertEquals(new Size(1, 1), Size.clamped(0, -5));
        assertEquals(new Size(80, 24), Size.clamped(80, 24));
        assertEquals(new Size(10_000, 1), Size.clamped(70_000, 1));
    }

    @Test
    void hasNoMoreCellsThanFitIntoMemory() {
        assertEquals(new Size(10_000, 100), Size.clamped(10_000, 10_000));
        assertEquals(new Size(1_000, 1_000), Size.clamped(1_000, 10_000));
        assertEquals(new Size(100, 10_000), Size.clamped(100, 10_000));
    }
}
