package io.ccmux.server.terminal;

/** The lines that have left the top of the main screen, oldest first. */
public final class Scrollback {
    private final Row row = new Row();

    /** Rows it fills at the present width. */
    public int rows() {
        return 0;
    }

    /** A row as the present width cuts it; 0 is the oldest. Immutable. */
    public Row row(int index) {
        return row;
    }

    /** Logical lines. */
    public long lines() {
        return 0;
    }

    /** Bytes held in memory for them. */
    public long bytes() {
        return 0;
    }

    /** Logical lines it may have. */
    public long limit() {
        return 0;
    }
}
