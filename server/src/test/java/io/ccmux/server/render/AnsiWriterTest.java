package io.ccmux.server.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalSettings;

/** A terminal that is told every difference shows every canvas. */
class AnsiWriterTest {
    private static final String[] CELLS = {"a", "b", "x", "0", "-", "é", "│", "界", "한", "e\u0301", "👍", "👍🏽",
        "❤\ufe0f",
        "🇩🇪", "\u200b"};
    private static final int ROUNDS = 60;

    private final CellTable table = new CellTable();

    private static Terminal terminal(int columns, int rows, TerminalFeatures features) {
        Terminal terminal = new Terminal(columns, rows, TerminalSettings.standard(0, BlockCompressor.NONE));
        feed(terminal, new OuterTerminal(features).enter());
        return terminal;
    }

    private static void feed(Terminal terminal, byte[] bytes) {
        terminal.feed(bytes, 0, bytes.length, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-kitty", "xterm-256color", "screen", "linux", "vt100"})
    void makesATerminalShowAnyCanvasAfterAnyOther(String term) {
        TerminalFeatures features = TerminalFeatures.of(term, "", List.of(), "");
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int columns = 4 + random.nextInt(40);
            int rows = 1 + random.nextInt(14);
            Terminal terminal = terminal(columns, rows, features);
            AnsiWriter writer = new AnsiWriter(features, table);
            Canvas canvas = new Canvas(columns, rows, table);
            for (int round = 0; round < ROUNDS; round++) {
                change(canvas, random);
                byte[] bytes = writer.update(canvas);
                feed(terminal, bytes);
                assertShows(canvas, terminal, features, term + " seed " + seed + " round " + round + ": "
                        + new String(bytes, UTF_8).replace("\u001b", "^["));
                assertEquals(0, writer.update(canvas).length, "nothing is written twice");
            }
        }
    }

    private static void change(Canvas canvas, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> canvas.clear();
            case 1 -> canvas.fill(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), random.nextInt(30),
                    random.nextInt(6), style(random));
            case 2, 3 -> {
                int by = 1 + random.nextInt(3);
                int top = random.nextInt(canvas.rows());
                int bottom = top + random.nextInt(canvas.rows() - top) + 1;
                if (bottom - top > by) {
                    canvas.scroll(top, bottom, random.nextBoolean() ? by : -by);
                }
            }
            default -> {
                for (int i = random.nextInt(12); i >= 0; i--) {
                    write(canvas, random);
                }
            }
        }
        if (random.nextInt(5) > 0) {
            canvas.cursor(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), random.nextInt(7));
        } else {
            canvas.hideCursor();
        }
    }

    private static void write(Canvas canvas, Random random) {
        StringBuilder text = new StringBuilder();
        int kinds = random.nextBoolean() ? 5 : CELLS.length;
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(CELLS[random.nextInt(kinds)].repeat(random.nextInt(10) == 0 ? 12 : 1));
        }
        canvas.text(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), text.toString(), style(random));
    }

    private static Style style(Random random) {
        if (random.nextInt(3) == 0) {
            return Style.PLAIN;
        }
        int attributes = random.nextBoolean() ? 0 : random.nextInt(256);
        attributes |= random.nextInt(4) == 0 ? random.nextInt(6) << Style.UNDERLINE_SHIFT : 0;
        Link link = random.nextInt(12) == 0 ? new Link("", "https://example.org/" + random.nextInt(3)) : Link.NONE;
        return new Style(colour(random), colour(random), random.nextInt(8) == 0 ? colour(random) : Style.DEFAULT,
                attributes, link);
    }

    private static int colour(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(16);
            case 1 -> random.nextInt(256);
            case 2 -> Style.rgb(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            default -> Style.DEFAULT;
        };
    }

    private static void assertShows(Canvas canvas, Terminal terminal, TerminalFeatures features, String message) {
        Pen pen = new Pen(features);
        for (int y = 0; y < canvas.rows(); y++) {
            Row row = terminal.screen().row(y);
            for (int x = 0; x < canvas.columns(); x++) {
                int column = x;
                int line = y;
                assertEquals(canvas.text(x, y), row.text(x), () -> at(column, line) + message);
                boolean blank = row.text(x).equals(" ");
                assertEquals(seen(pen.reduced(canvas.style(x, y)), blank), seen(row.style(x), blank),
                        () -> at(column, line) + message);
            }
        }
        assertEquals(canvas.cursorVisible(), terminal.modes().cursorVisible(), message);
        if (canvas.cursorVisible()) {
            assertEquals(canvas.cursorX(), terminal.cursorX(), message);
            assertEquals(canvas.cursorY(), terminal.cursorY(), message);
        }
    }

    /** What can be seen of a style: of a blank cell only its background, unless something is drawn on it. */
    private static Style seen(Style style, boolean blank) {
        return blank && !style.has(Pen.SEEN_ON_BLANKS) && style.link().none()
                ? new Style(Style.DEFAULT, style.background(), Style.DEFAULT, 0, Link.NONE)
                : style;
    }

    private static String at(int x, int y) {
        return "cell " + x + "," + y + " ";
    }

    @Test
    void echoesAKeyInOneByte() {
        TerminalFeatures features = TerminalFeatures.of("xterm-kitty", "", List.of(), "");
        AnsiWriter writer = new AnsiWriter(features, table);
        Canvas canvas = new Canvas(80, 24, table);
        canvas.text(0, 0, "$ ", Style.PLAIN);
        canvas.cursor(2, 0, 0);
        writer.update(canvas);
        canvas.text(2, 0, "x", Style.PLAIN);
        canvas.cursor(3, 0, 0);
        assertEquals("x", new String(writer.update(canvas), UTF_8));
    }

    @Test
    void scrollsRatherThanWritesAgain() {
        TerminalFeatures features = TerminalFeatures.of("xterm-256color", "", List.of(), "");
        AnsiWriter writer = new AnsiWriter(features, table);
        Canvas canvas = new Canvas(80, 24, table);
        for (int y = 0; y < 23; y++) {
            canvas.text(0, y, "line number " + y + " of many that are all different", Style.PLAIN);
        }
        canvas.text(0, 23, "status", Style.PLAIN);
        writer.update(canvas);
        canvas.scroll(0, 23, 1);
        canvas.text(0, 22, "one more", Style.PLAIN);
        String bytes = new String(writer.update(canvas), UTF_8);
        assertTrue(bytes.length() < 60, bytes);
        assertTrue(bytes.contains("one more"), bytes);
    }

    @Test
    void drawsEverythingAfterBeingInvalidated() {
        TerminalFeatures features = TerminalFeatures.of("xterm", "", List.of(), "");
        AnsiWriter writer = new AnsiWriter(features, table);
        Canvas canvas = new Canvas(20, 3, table);
        canvas.text(0, 1, "hello", Style.PLAIN);
        String first = new String(writer.update(canvas), UTF_8);
        writer.invalidate();
        assertEquals(first, new String(writer.update(canvas), UTF_8));
    }
}
