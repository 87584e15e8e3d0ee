package io.ccmux.server.mux;

import java.util.Collection;
import java.util.Comparator;

/**
 * What the histories of all panes together may take of the memory. One that prints without end, in lines that cannot be
 * compressed, takes it from the longest history, which is its own; however many there are, the server lives.
 */
final class HistoryBudget {
    /** Half of the heap that a server has. */
    private static final long BYTES_MAX = 256 << 20;

    private HistoryBudget() {}

    /** A pane prints. */
    static void feed(PaneEvent.Output output, long micros, Pane pane, Collection<Pane> all) {
        long before = pane.recorded().spareBytes();
        pane.apply(output, micros);
        if (pane.recorded().spareBytes() > before) {
            keep(all, BYTES_MAX);
        }
    }

    /** Sees to it that histories take no more than {@code bytesMax}, but for what each is filling. */
    static void keep(Collection<Pane> panes, long bytesMax) {
        long bytes = panes.stream().mapToLong(HistoryBudget::bytes).sum();
        while (bytes > bytesMax) {
            var largest = panes.stream().max(Comparator.comparingLong(HistoryBudget::bytes)).orElseThrow();
            bytes -= bytes(largest);
            largest.recorded().forgetOldest();
            bytes += bytes(largest);
        }
    }

    private static long bytes(Pane pane) {
        return pane.recorded().spareBytes();
    }
}
