package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;

import io.ccmux.server.mux.Size;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Terminal;

/**
 * The rows that copy mode walks over: a terminal's history and, below it, its screen, counted through from the oldest.
 * The terminal belongs to the view; nothing else feeds it.
 */
final class CopyView {
    private static final String BLANKS = "\t ";

    private final Terminal terminal;

    CopyView(Terminal terminal) {
        this.terminal = terminal;
    }

    int columns() {
        return terminal.columns();
    }

    /** Rows of the screen. */
    int height() {
        return terminal.rows();
    }

    /** Rows above the screen. */
    int history() {
        return terminal.alternate() ? 0 : terminal.history().rows();
    }

    int last() {
        return history() + height() - 1;
    }

    Row row(int y) {
        int above = history();
        return y < above ? terminal.history().row(y) : terminal.screen().row(y - above);
    }

    boolean wrapped(int y) {
        return row(y).wrapped();
    }

    /** Columns up to the last one that is not blank. */
    int length(int y) {
        return length(row(y));
    }

    private int length(Row row) {
        int length = Math.min(row.used(), columns());
        while (length > 0 && row.width(length - 1) != 0 && row.text(length - 1).equals(" ")) {
            length--;
        }
        return length;
    }

    /** What is in a cell; empty for the right half of a wide one. */
    String text(int x, int y) {
        var row = row(y);
        return x < row.used() ? row.text(x) : " ";
    }

    /** Whether a cell is the right half of a wide one. */
    boolean padding(int x, int y) {
        var row = row(y);
        return x < row.used() && row.width(x) == 0;
    }

    /** Whether a cell holds one of these characters. */
    boolean in(int x, int y, String set) {
        String text = text(x, y);
        return text.length() == 1 && set.contains(text);
    }

    boolean blank(int x, int y) {
        return in(x, y, BLANKS);
    }

    /** The text of a row without the blanks at its end. */
    String text(int y) {
        var row = row(y);
        int length = length(row);
        var text = new StringBuilder(length);
        for (int x = 0; x < length; x++) {
            text.append(row.text(x));
        }
        return text.toString();
    }

    /** Where the program's cursor is. */
    int cursorX() {
        return terminal.cursorX();
    }

    int cursorY() {
        return terminal.cursorY();
    }

    /** Prints lines below what there is. */
    void print(String text) {
        String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        byte[] bytes = lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        terminal.feed(bytes, 0, bytes.length, 0);
        terminal.takeNotices();
    }

    /** Wraps the rows for another size; where is what changes. */
    void fit(Size size) {
        if (size.columns() != terminal.columns() || size.rows() != terminal.rows()) {
            terminal.resize(size.columns(), size.rows());
        }
    }
}
