package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds of every terminal after whatever input. */
final class Invariants {
    private Invariants() {}

    static void check(Terminal terminal, String when) {
        assertEquals(0, terminal.mistakes(), when);
        assertTrue(terminal.cursorX() >= 0 && terminal.cursorX() < terminal.columns(), when);
        assertTrue(terminal.cursorY() >= 0 && terminal.cursorY() < terminal.rows(), when);
        assertTrue(terminal.history().lines() <= terminal.history().limit(), when);
        check(terminal.screen(), when);
        check(terminal.mainScreen(), when);
        for (int i = 0; i < terminal.history().rows(); i++) {
            check(terminal.history().row(i), terminal.columns(), when + ", history " + i);
        }
    }

    private static void check(Screen screen, String when) {
        for (int y = 0; y < screen.rows(); y++) {
            check(screen.row(y), screen.columns(), when + ", row " + y);
        }
    }

    private static void check(Row row, int columns, String when) {
        assertTrue(row.used() <= columns, when);
        for (int x = 0; x < columns; x++) {
            boolean rightHalf = row.width(x) == 0;
            boolean afterLeftHalf = x > 0 && row.width(x - 1) == 2;
            assertEquals(afterLeftHalf, rightHalf, () -> when + ": half a wide cell");
            assertTrue(row.width(x) < 2 || x + 1 < columns, () -> when + ": a wide cell at the edge");
            assertTrue(row.text(x).codePointCount(0, row.text(x).length()) <= ClusterTable.CODE_POINTS_MAX, when);
            assertTrue(row.style(x).underline() <= 5, when);
        }
    }
}
