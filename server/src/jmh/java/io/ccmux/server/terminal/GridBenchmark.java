package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a screen does most. An operation is one row printed, or one line scrolled. */
@State(Scope.Thread)
public class GridBenchmark {
    private final byte[] text = "x".repeat(Payload.COLUMNS).getBytes(US_ASCII);
    private final int[] wide = "漢".repeat(Payload.COLUMNS / 2).codePoints().toArray();
    private Looks looks;
    private Screen screen;
    private int style;

    @Setup
    public void prepare() {
        looks = new Looks();
        screen = new Screen(Payload.COLUMNS, Payload.ROWS, looks, new Changes());
        style = looks.styles().intern(new Style(1, Style.DEFAULT, Style.DEFAULT, 0, Link.NONE));
    }

    @Benchmark
    public Row printAscii() {
        Row row = screen.edit(3);
        row.print(0, text, 0, text.length, 0);
        return row;
    }

    @Benchmark
    public Row printAsciiInTwoStyles() {
        Row row = screen.edit(4);
        row.print(0, text, 0, text.length / 2, style);
        row.print(text.length / 2, text, 0, text.length / 2, 0);
        return row;
    }

    @Benchmark
    public Row printWide() {
        Row row = screen.edit(5);
        row.print(0, wide, 0, wide.length, 2, 0);
        return row;
    }

    @Benchmark
    public Screen scroll() {
        screen.scroll(0);
        return screen;
    }

    @Benchmark
    public Screen scrollRegion() {
        screen.rotateUp(1, Payload.ROWS - 1, 1, 0);
        return screen;
    }
}
