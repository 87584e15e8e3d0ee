package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/** Windows take their size from clients, as far as their panes let them. */
class WindowSizesTest {
    private static final int PANES = 10;
    private static final WindowId WINDOW = new WindowId(0);

    private final LoopBench bench = new LoopBench();

    private long layouts() {
        return bench.outside.journal.stream().filter(WindowEvent.LaidOut.class::isInstance).count();
    }

    /** Found by the simulation of whole servers, seed 1000000225: the server wrote the same layout for ever. */
    @Test
    void aWindowIsNoSmallerThanItsPanesNeed() {
        bench.must("new-session", "-d", "-x", "80", "-y", "24");
        for (int i = 1; i < PANES; i++) {
            bench.must("split-window", "-d", "-h", "-t", "%0");
            bench.must("select-layout", "even-horizontal");
        }
        var small = bench.attach(9, 8, "attach-session");
        assertEquals(2 * PANES - 1, bench.mux.window(WINDOW).size().columns());
        assertEquals(7, bench.mux.window(WINDOW).size().rows());
        long before = layouts();
        bench.type(small, "x");
        bench.print(0, "printed\r\n");
        assertEquals(before, layouts(), "nothing is to be changed");
        bench.close(small);
        bench.attach(60, 20, "attach-session");
        assertEquals(60, bench.mux.window(WINDOW).size().columns());
        assertEquals(19, bench.mux.pane(new PaneId(0)).size().rows());
    }

    @Test
    void aWindowIsAsLargeAsTheOptionMakesItOfItsClients() {
        bench.must("new-session", "-d", "-x", "80", "-y", "24");
        bench.attach(60, 30, "attach-session");
        bench.attach(70, 20, "attach-session");
        bench.must("set-option", "-w", "window-size", "smallest");
        assertEquals("60x19", size());
        bench.must("set-option", "-w", "window-size", "largest");
        assertEquals("70x29", size());
    }

    private String size() {
        return bench.must("display-message", "-p", "#{window_width}x#{window_height}").strip();
    }

    @Test
    void aWindowOfManualSizeHasTheOneItWasMadeWithOrGivenLast() {
        bench.must("new-session", "-d", "-x", "80", "-y", "24");
        bench.attach(60, 20, "attach-session");
        assertEquals("60x19", size());
        bench.must("set-option", "-w", "window-size", "manual");
        assertEquals("80x24", size());
        bench.must("resize-window", "-x", "100", "-y", "30");
        bench.must("set-option", "-w", "window-size", "latest");
        assertEquals("60x19", size());
        bench.must("set-option", "-w", "window-size", "manual");
        assertEquals("100x30", size());
    }
}
