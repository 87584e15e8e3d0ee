package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScrollbackTest {
    @Test
    void givesBackTenThousandLinesFromCompressedBlocks() {
        Terminal terminal = terminal(80, 20_000);
        List<String> lines = lines(1, 10_000);
        lines.forEach(line -> Terminals.feed(terminal, line + "\r\n"));
        List<String> all = Terminals.history(terminal);
        all.addAll(Terminals.screen(terminal));
        assertEquals(lines, all.subList(0, lines.size()));
        assertTrue(terminal.history().bytes() < 10_000 * 60, terminal.history().bytes() + " bytes");
    }

    @Test
    void keepsColoursAndLinks() {
        Terminal terminal = terminal(20, 100);
        Terminals.feed(terminal,
                "a\033[1;38;2;1;2;3mb\033[0;44m\033]8;id=1;http://x/\033\\c\033]8;;\033\\\033[K\r\n\033[m\n\n\n\n");
        Row row = terminal.history().row(0);
        assertEquals(Style.PLAIN, row.style(0));
        assertEquals(new Style(Style.rgb(1, 2, 3), Style.DEFAULT, Style.DEFAULT, Style.BOLD, Link.NONE), row.style(1));
        assertEquals(new Link("1", "http://x/"), row.style(2).link());
        assertEquals(4, row.style(10).background());
    }

    @Test
    void holdsNoMoreLinesThanItsLimit() {
        Terminal terminal = terminal(10, 100);
        for (int line = 0; line < 5_000; line++) {
            Terminals.feed(terminal, "line " + line + "\r\n");
            assertTrue(terminal.history().lines() <= 100);
        }
        assertEquals(100, terminal.history().rows());
        assertEquals("line 4898", Terminals.text(terminal.history().row(0)));
        terminal.historyLimit(10);
        assertEquals("line 4988", Terminals.text(terminal.history().row(0)));
        terminal.historyLimit(0);
        Terminals.feed(terminal, "x\r\n\n\n\n");
        assertEquals(0, terminal.history().rows());
    }

    @Test
    void holdsNoMoreBytesThanItsLimit() {
        TerminalSettings settings = new TerminalSettings(1_000_000, 200_000, false, false, BlockCompressor.NONE,
                TerminalOptions.STANDARD);
        Terminal terminal = new Terminal(80, 3, settings);
        lines(2, 10_000).forEach(line -> Terminals.feed(terminal, line + "\r\n"));
        assertTrue(terminal.history().bytes() < 300_000, terminal.history().bytes() + " bytes");
    }

    @Test
    void cutsItsLinesAtAnyWidth() {
        Random random = new Random(3);
        Terminal terminal = terminal(40, 10_000);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String line = random.nextBoolean() ? "ab日本c".repeat(random.nextInt(30)) : "x".repeat(random.nextInt(200));
            lines.add(line);
            Terminals.feed(terminal, line + "\r\n");
        }
        Terminals.feed(terminal, "\n\n\n");
        for (int width : new int[]{40, 7, 80, 2, 211}) {
            terminal.resize(width, 3);
            assertEquals(lines, joined(terminal), "width " + width + ", seed 3");
        }
    }

    /** The rows of the history, put together again; blank ones at the end are left out. */
    private static List<String> joined(Terminal terminal) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < terminal.history().rows(); i++) {
            Row row = terminal.history().row(i);
            line.append(Terminals.text(row));
            if (!row.wrapped()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines.subList(0, 3_000);
    }

    @Test
    void cutsALineThatNeverEnds() {
        Terminal terminal = terminal(100, 50);
        for (int i = 0; i < 1_000; i++) {
            Terminals.feed(terminal, "x".repeat(100));
        }
        assertTrue(terminal.history().lines() >= 3, terminal.history().lines() + " lines");
        assertEquals(100_000 / 100 - 3, terminal.history().rows());
    }

    @Test
    void remembersWhenALineWasPrinted() {
        Terminal terminal = terminal(10, 100);
        for (int line = 0; line < 10; line++) {
            byte[] bytes = ("line" + line + "\r\n").getBytes(UTF_8);
            terminal.feed(bytes, 0, bytes.length, 1_000_000L * line);
        }
        assertEquals(3_000_000, terminal.history().row(3).micros());
        assertEquals(0, terminal.history().row(0).micros());
    }

    @Test
    void remembersWherePromptsStart() {
        Terminal terminal = terminal(10, 100);
        Terminals.feed(terminal, "\033]133;A\007$ a\r\n\033]133;C\007b\r\n\n\n\n\n");
        assertTrue(terminal.history().row(0).promptStart());
        assertTrue(terminal.history().row(1).outputStart());
        assertTrue(!terminal.history().row(1).promptStart());
    }

    private static Terminal terminal(int columns, int limit) {
        return new Terminal(columns, 3, TerminalSettings.standard(limit, new DeflateCompressor()));
    }

    private static List<String> lines(long seed, int count) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(i + " " + "the quick brown fox ".repeat(random.nextInt(4))
                    + Integer.toString(random.nextInt(), 36));
        }
        return lines;
    }
}
