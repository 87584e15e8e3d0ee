package io.ccmux.server.terminal;

import io.ccmux.server.BenchmarkCompressor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The past of a pane: read from end to end, and seen at another width. */
@State(Scope.Thread)
public class HistoryBenchmark {
    private static final int WIDER = Payload.COLUMNS + 13;

    @Param({"50000", "100000"})
    public int lines;

    private Terminal terminal;

    @Setup
    public void prepare() {
        terminal = new Terminal(Payload.COLUMNS, Payload.ROWS,
                TerminalSettings.standard(lines, BenchmarkCompressor.zstd()));
        byte[] bytes = Payload.COLOR_LOG.bytes();
        while (terminal.history().lines() < lines) {
            terminal.feed(bytes, 0, bytes.length, terminal.version());
        }
    }

    /** All rows, oldest first: a search, or {@code capture-pane -S -}. */
    @Benchmark
    public int readAll() {
        Scrollback history = terminal.history();
        int used = 0;
        for (int row = 0; row < history.rows(); row++) {
            used += history.row(row).used();
        }
        return used;
    }

    /** There and back; the screen is rewrapped, and history when it is looked at: its newest row is. */
    @Benchmark
    public int resize() {
        terminal.resize(WIDER, Payload.ROWS);
        int used = terminal.history().row(terminal.history().rows() - 1).used();
        terminal.resize(Payload.COLUMNS, Payload.ROWS);
        return used;
    }
}
