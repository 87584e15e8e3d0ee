package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.ccmux.config.Options;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/** A checkpoint of long histories may not take as much of the heap as they do. */
class PaneEventsTest {
    private static final int LINES = 50_000;
    private static final int LINE_BYTES = 100;
    private static final int STEP_BYTES_MAX = LINES * LINE_BYTES / 10;

    @Test
    void encodeThePicturePieceByPiece() {
        var pane = new Pane(new PaneEvent.Opened(new PaneId(0), new WindowId(0),
                new Launch(List.of("sh"), "", "/", Map.of()), new Size(200, 24), LINES),
                TerminalSettings.standard(LINES, BlockCompressor.NONE), Options.EMPTY);
        pane.apply(new PaneEvent.Output(new PaneId(0), ("x".repeat(LINE_BYTES) + "\r\n").repeat(LINES)
                .getBytes(StandardCharsets.US_ASCII)), 0);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long pieces = 0;
        for (var part : pane.events()) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (var events = part.get().iterator(); events.hasNext();) {
                if (events.next() instanceof PaneEvent.Imaged piece) {
                    pieces += piece.bytes().length;
                }
                long step = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(step < STEP_BYTES_MAX, () -> step + " bytes for one piece");
                before += step;
            }
        }
        assertTrue(pieces > LINES * LINE_BYTES / 2, pieces + " bytes in all");
    }
}
