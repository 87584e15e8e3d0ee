package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ccmux.config.Options;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

class HistoryBudgetTest {
    private static final TerminalSettings SETTINGS = TerminalSettings.standard(100_000, BlockCompressor.NONE);
    private static final int LINE_BYTES = 100;

    private final Pane quiet = pane(0, 2_000);
    private final Pane loud = pane(1, 20_000);

    private static Pane pane(int number, int lines) {
        var pane = new Pane(new PaneEvent.Opened(new PaneId(number), new WindowId(0),
                new Launch(List.of("sh"), "", "/", Map.of()), new Size(200, 24), 100_000), SETTINGS,
                Options.EMPTY);
        byte[] text = ("x".repeat(LINE_BYTES) + "\r\n").repeat(lines).getBytes(StandardCharsets.US_ASCII);
        pane.apply(new PaneEvent.Output(new PaneId(number), text), 0);
        return pane;
    }

    @Test
    void takesFromTheLongest() {
        long quietLines = quiet.terminal().history().lines();
        HistoryBudget.keep(List.of(quiet, loud), 1_000_000);
        assertEquals(quietLines, quiet.terminal().history().lines());
        long bytes = quiet.recorded().spareBytes() + loud.recorded().spareBytes();
        assertTrue(bytes <= 1_000_000 && bytes > 900_000, () -> bytes + " bytes");
        assertEquals("x".repeat(LINE_BYTES).charAt(0), loud.terminal().history().row(0).text(0).charAt(0));
    }

    @Test
    void leavesEverythingWhereThereIsRoom() {
        long lines = loud.terminal().history().lines();
        HistoryBudget.keep(List.of(quiet, loud), 100_000_000);
        assertEquals(lines, loud.terminal().history().lines());
    }

    @Test
    void takesFromEachWhenThatIsNotEnough() {
        HistoryBudget.keep(List.of(quiet, loud), 0);
        assertEquals(0, quiet.recorded().spareBytes() + loud.recorded().spareBytes());
        assertTrue(loud.terminal().history().lines() > 0, "what is being filled stays");
    }
}
