package io.ccmux.server.terminal;

/** A grid of rows, as large as the terminal. */
public final class Screen {
    private final Row row = new Row();

    public int columns() {
        return 80;
    }

    public int rows() {
        return 24;
    }

    /** The row as it is now: it changes under the hands of the reader when the terminal is fed. */
    public Row row(int y) {
        return row;
    }

    /** A number that no other content of a row of this terminal ever had; equal numbers, equal rows. */
    public long version(int y) {
        return 0;
    }
}
