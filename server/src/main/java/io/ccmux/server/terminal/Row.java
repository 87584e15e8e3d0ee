package io.ccmux.server.terminal;

/** One row of cells. */
public final class Row {
    /** Cells from here to the right edge are blank, all in the style of {@code style(used())}. */
    public int used() {
        return 0;
    }

    /** The first code point of the cell; 0 if it is blank or the right half of a wide one. */
    public int codePoint(int x) {
        return 0;
    }

    /** All that is in the cell: {@code " "} if it is blank, {@code ""} if it is the right half of a wide one. */
    public String text(int x) {
        return " ";
    }

    /** Columns the cell takes: 1, 2, or 0 for the right half of a wide one. */
    public int width(int x) {
        return 1;
    }

    public Style style(int x) {
        return Style.PLAIN;
    }

    /** Whether the line goes on in the next row. */
    public boolean wrapped() {
        return false;
    }

    /** Whether a prompt starts here (OSC 133;A). */
    public boolean promptStart() {
        return false;
    }

    /** Whether the output of a command starts here (OSC 133;C). */
    public boolean outputStart() {
        return false;
    }

    /** When it was last written to, in the time of {@link Terminal#feed}. */
    public long micros() {
        return 0;
    }
}
