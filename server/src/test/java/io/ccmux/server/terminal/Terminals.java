package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** What tests do with terminals. */
final class Terminals {
    private static final String[] ATTRIBUTES = {"bold", "dim", "italic", "blink", "reverse", "hidden", "strike",
        "overline"};

    private Terminals() {}

    static Terminal of(int columns, int rows) {
        return new Terminal(columns, rows, TerminalSettings.standard(1000, BlockCompressor.NONE));
    }

    static void feed(Terminal terminal, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        terminal.feed(bytes, 0, bytes.length, 0);
    }

    /** A row without the blanks at its end. */
    static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < row.used(); x++) {
            text.append(row.text(x));
        }
        return text.toString().stripTrailing();
    }

    static List<String> screen(Terminal terminal) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < terminal.rows(); y++) {
            rows.add(text(terminal.screen().row(y)));
        }
        return rows;
    }

    static List<String> history(Terminal terminal) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < terminal.history().rows(); i++) {
            rows.add(text(terminal.history().row(i)));
        }
        return rows;
    }

    /** Asks as a program would find out: a wrap is pending if saving and printing shows it. */
    static boolean pendingWrap(Terminal terminal) {
        Terminal copy = Terminal.of(terminal.image(), TerminalSettings.standard(10, BlockCompressor.NONE));
        int x = copy.cursorX();
        int y = copy.cursorY();
        feed(copy, "\033[4l\033[?7hx");
        return x == copy.columns() - 1 && (copy.cursorX() != x || copy.cursorY() != y);
    }

    /** A style as scripts write it. */
    static String words(Style style) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ATTRIBUTES.length; i++) {
            if (style.has(1 << i)) {
                words.add(ATTRIBUTES[i]);
            }
        }
        colour(words, "fg=", style.foreground());
        colour(words, "bg=", style.background());
        if (style.underline() != 0) {
            words.add("under=" + style.underline());
        }
        colour(words, "colour=", style.underlineColour());
        if (!style.link().none()) {
            words.add("link=" + style.link().uri());
            if (!style.link().id().isEmpty()) {
                words.add("id=" + style.link().id());
            }
        }
        return words.isEmpty() ? "plain" : String.join(" ", words);
    }

    private static void colour(List<String> words, String name, int colour) {
        if (colour != Style.DEFAULT) {
            boolean rgb = (colour & Style.RGB) != 0;
            words.add(name + (rgb ? "#%06x".formatted(colour & 0xFFFFFF) : Integer.toString(colour)));
        }
    }
}
