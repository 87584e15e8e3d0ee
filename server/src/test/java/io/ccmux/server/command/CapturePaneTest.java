package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;

class CapturePaneTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void startWithASmallPane() {
        bench.must("new-session", "-d", "-s", "a", "-x", "10", "-y", "3");
        prints("1\r\n2\r\n3\r\n4\r\n\u001b[31mred\u001b[m  \r\n6");
    }

    private void prints(String text) {
        bench.apply(List.of(new PaneEvent.Output(new PaneId(0), text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void printsTheScreen() {
        assertEquals("4\nred\n6\n", bench.must("capture-pane", "-p"));
        assertEquals("4\n\u001b[31mred\u001b[39m\n6\n", bench.must("capture-pane", "-p", "-e"));
        assertEquals("4\n\\033[31mred\\033[39m\n6\n", bench.must("capture-pane", "-p", "-e", "-C"));
    }

    @Test
    void printsARange() {
        assertEquals("1\n2\n3\n4\nred\n6\n", bench.must("capture-pane", "-p", "-S", "-"));
        assertEquals("2\n3\n", bench.must("capture-pane", "-p", "-S", "-2", "-E", "-1"));
        assertEquals("2\n3\n", bench.must("capture-pane", "-p", "-S", "-1", "-E", "-2"));
        assertEquals("4\nred\n6\n", bench.must("capture-pane", "-p", "-S", "x"));
        assertEquals("1\n", bench.must("capture-pane", "-p", "-S", "-99", "-E", "-99"));
        assertEquals("-1 3\n0 4\n", bench.must("capture-pane", "-p", "-L", "-S", "-1", "-E", "0"));
    }

    @Test
    void joinsWrappedLines() {
        prints("\r\n0123456789abc  \r\n");
        assertEquals("0123456789\nabc\n\n", bench.must("capture-pane", "-p"));
        assertEquals("0123456789abc  \n\n", bench.must("capture-pane", "-p", "-J"));
    }

    @Test
    void printsTheScreenBehindTheAlternateOne() {
        assertEquals("no alternate screen", bench.run("capture-pane", "-a", "-p").error());
        assertEquals("\n", bench.must("capture-pane", "-a", "-q", "-p"));
        prints("\u001b[?1049h\u001b[Hfull");
        assertEquals("4\nred\n6\n", bench.must("capture-pane", "-a", "-p"));
        assertEquals("full\n\n\n", bench.must("capture-pane", "-p"));
    }

    @Test
    void fillsABuffer() {
        bench.must("capture-pane");
        assertEquals("4\nred\n6\n", bench.must("show-buffer"));
        bench.must("capture-pane", "-b", "mine", "-E", "0");
        assertEquals("4\n", bench.must("show-buffer", "-b", "mine"));
    }

    @Test
    void printsWhatIsPending() {
        prints("\u001b[3");
        assertEquals("\\033[3\n", bench.must("capture-pane", "-p", "-P", "-C"));
    }
}
