package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** However often a terminal is resized, nothing that was printed is lost, and the cursor stays where it was in it. */
final class ReflowTest {
    private static final int SEEDS = 300;
    private static final String[] PIECES = {"word ", "a", "日本", "\r\n", "\r\n", "e\u0301", "x".repeat(30), "\033[1m",
        "👍🏽"};

    @Test
    void losesNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Terminal terminal = printed(random);
            String before = all(terminal);
            for (int i = 0; i < 6; i++) {
                if (random.nextInt(4) == 0) {
                    terminal.resize(1, 1 + random.nextInt(20));
                }
                terminal.resize(2 + random.nextInt(50), 1 + random.nextInt(20));
                Invariants.check(terminal, "seed " + seed);
                assertEquals(before, all(terminal), "seed " + seed + ", resize " + i);
            }
        }
    }

    @Test
    void letsTheProgramGoOnWhereItWas() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Terminal terminal = printed(random);
            String before = all(terminal);
            for (int i = 0; i < 4; i++) {
                terminal.resize(4 + random.nextInt(50), 1 + random.nextInt(20));
            }
            Terminals.feed(terminal, "END");
            assertEquals(before + "END", all(terminal), "seed " + seed);
        }
    }

    @Test
    void comesBackToTheSameScreen() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Terminal terminal = printed(random);
            Terminals.feed(terminal, "\r\n".repeat(30) + "$ ");
            var screen = Terminals.screen(terminal);
            int columns = terminal.columns();
            int rows = terminal.rows();
            terminal.resize(columns + 13, rows);
            terminal.resize(columns, rows);
            assertEquals(screen, Terminals.screen(terminal), "seed " + seed);
        }
    }

    @Test
    void bringsTheAlternateScreenBack() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Terminal terminal = printed(random);
            Terminals.feed(terminal, "\033[?1049h\033[H");
            for (int i = 0; i < 20; i++) {
                Terminals.feed(terminal, PIECES[random.nextInt(PIECES.length)]);
            }
            var screen = Terminals.screen(terminal);
            String cursor = terminal.cursorX() + "," + terminal.cursorY();
            int columns = terminal.columns();
            int rows = terminal.rows();
            for (int i = 0; i < 5; i++) {
                terminal.resize(terminal.cursorX() + 1 + random.nextInt(50), 1 + random.nextInt(20));
                Invariants.check(terminal, "seed " + seed);
            }
            terminal.resize(columns, rows);
            assertEquals(screen, Terminals.screen(terminal), "seed " + seed);
            assertEquals(cursor, terminal.cursorX() + "," + terminal.cursorY(), "seed " + seed);
        }
    }

    private static Terminal printed(Random random) {
        Terminal terminal = Terminals.of(2 + random.nextInt(40), 2 + random.nextInt(10));
        for (int i = 0; i < 60; i++) {
            Terminals.feed(terminal, PIECES[random.nextInt(PIECES.length)]);
        }
        Terminals.feed(terminal, "#");
        return terminal;
    }

    /** All text in history and on the screen, with line ends where lines ended. */
    private static String all(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terminal.history().rows(); i++) {
            add(text, terminal.history().row(i));
        }
        for (int y = 0; y < terminal.rows(); y++) {
            add(text, terminal.screen().row(y));
        }
        return text.toString().stripTrailing();
    }

    private static void add(StringBuilder text, Row row) {
        for (int x = 0; x < row.used(); x++) {
            text.append(row.text(x));
        }
        text.append(row.wrapped() ? "" : "\n");
    }
}
