package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ccmux.server.terminal.TerminalNotice;

/** What programs may say to the terminals of clients. */
class PassthroughTest {
    private static final String TITLE = "\033Ptmux;\033\033]2;%s\007\033\\";
    private final LoopBench bench = new LoopBench();

    @Test
    void reachesTheTerminalsThatShowThePaneIfTheOptionSaysSo() {
        bench.must("new-session", "-d", "-s", "a");
        bench.must("new-window", "-d", "-t", "a:1");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.print(0, TITLE.formatted("one"));
        assertEquals("", seat.terminal.title());
        bench.must("set-option", "-g", "allow-passthrough", "on");
        bench.print(0, TITLE.formatted("two"));
        assertEquals("two", seat.terminal.title());
        bench.print(1, TITLE.formatted("three"));
        assertEquals("two", seat.terminal.title());
        bench.must("set-option", "-g", "allow-passthrough", "all");
        bench.print(1, TITLE.formatted("four"));
        assertEquals("four", seat.terminal.title());
    }

    @Test
    void showsImagesToWhoLooksAtThePaneIfTheOptionSaysSo() {
        bench.must("new-session", "-d", "-s", "a");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.must("split-window", "-h", "-t", "a");
        bench.print(1, "\033[3;5H\033P0;1q#0!6~\033\\");
        assertEquals(List.of(), images(seat));
        bench.must("set-option", "-g", "allow-passthrough", "on");
        bench.print(1, "\033P0;1q#0!6~\033\\");
        assertEquals(List.of("45,2 ^[P0;1q#0!6~^[\\"), images(seat));
        bench.print(0, "\033_Ga=T;AAAA\033\\\033_private\033\\\033Pq\u009b6n~\033\\");
        assertEquals(List.of("0,0 ^[_Ga=T;AAAA^[\\"), images(seat));
        bench.type(seat, "\033[O");
        bench.print(0, "\033_Ga=T;AAAA\033\\");
        assertEquals(List.of(), images(seat));
    }

    private static List<String> images(LoopBench.Seat seat) {
        return seat.terminal.takeNotices().stream().filter(TerminalNotice.Image.class::isInstance)
                .map(TerminalNotice.Image.class::cast).map(image -> image.x() + "," + image.y() + " "
                        + new String(image.sequence(), StandardCharsets.US_ASCII).replace('\033', '^').replace("^",
                                "^["))
                .toList();
    }
}
