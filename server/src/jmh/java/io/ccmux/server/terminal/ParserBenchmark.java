package io.ccmux.server.terminal;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bytes into a terminal: the parser and the grid, without and with the history. An operation is a megabyte. */
@State(Scope.Thread)
public class ParserBenchmark {
    /** What one read of a pseudo-terminal brings. */
    private static final int READ_BYTES = 4_096;

    @Param
    public Payload payload;
    @Param({"0", "50000"})
    public int history;

    private byte[] bytes;
    private Terminal terminal;
    private long micros;

    @Setup
    public void prepare() {
        bytes = payload.bytes();
        terminal = new Terminal(Payload.COLUMNS, Payload.ROWS,
                TerminalSettings.standard(history, BlockCompressor.NONE));
    }

    @Benchmark
    public long feed() {
        for (int at = 0; at < bytes.length; at += READ_BYTES) {
            terminal.feed(bytes, at, Math.min(READ_BYTES, bytes.length - at), micros++);
        }
        return terminal.version();
    }
}
