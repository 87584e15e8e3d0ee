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
import io.ccmux.server.terminal.TerminalOptions;
import io.ccmux.server.terminal.TerminalSettings;

/** A terminal that is told every difference shows every canvas. */
class AnsiWriterTest {
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
                RandomCanvas.change(canvas, random);
                byte[] bytes = writer.update(canvas);
                feed(terminal, bytes);
                assertShows(canvas, terminal, features, term + " seed " + seed + " round " + round + ": "
                        + new String(bytes, UTF_8).replace("\u001b", "^["));
                assertEquals(0, writer.update(canvas).length, "nothing is written twice");
            }
        }
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

    @Test
    void drawsLinesAndStandInsForATerminalWithoutUtf8() {
        TerminalFeatures features = TerminalFeatures.of("linux", "", List.of(), "ascii,ambiwide");
        Terminal terminal = terminal(12, 2, features);
        AnsiWriter writer = new AnsiWriter(features, table);
        Canvas canvas = new Canvas(12, 2, table);
        canvas.text(0, 0, "a┌─┐é界b║c", Style.PLAIN);
        canvas.text(0, 1, "│❤\ufe0f│e\u0301", Style.PLAIN);
        byte[] bytes = writer.update(canvas);
        assertTrue(new String(bytes, UTF_8).chars().allMatch(c -> c < 0x7f));
        feed(terminal, bytes);
        assertEquals("a┌─┐___b│c", text(terminal.screen().row(0)));
        assertEquals("│__│_", text(terminal.screen().row(1)));
    }

    @Test
    void shiftsNothingWhereAmbiguousCharactersTakeTwoColumns() {
        TerminalFeatures features = TerminalFeatures.of("xterm", "", List.of(), "ambiwide");
        Terminal terminal = new Terminal(12, 2,
                new TerminalSettings(0, 0, true, false, BlockCompressor.NONE, TerminalOptions.STANDARD));
        AnsiWriter writer = new AnsiWriter(features, table);
        Canvas canvas = new Canvas(12, 2, table);
        canvas.text(0, 0, "a┌─┐│α β│é b", Style.PLAIN);
        canvas.text(0, 1, "αβγ│x°y", Style.PLAIN);
        feed(terminal, writer.update(canvas));
        assertEquals("a+-+|   |  b", text(terminal.screen().row(0)));
        assertEquals("|x y", text(terminal.screen().row(1)).substring(3));
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < row.used(); x++) {
            text.append(row.text(x));
        }
        return text.toString();
    }
}
