package io.ccmux.server.mux;

/** A width and a height in cells, each between 1 and {@value #CELLS_MAX}. */
public record Size(int columns, int rows) {
    public static final int CELLS_MAX = 10_000;
    /** Cells that a window may have in all: its panes must fit into memory, and into an image. */
    private static final int AREA_MAX = 1_000_000;

    public Size {
        if (columns < 1 || rows < 1 || columns > CELLS_MAX || rows > CELLS_MAX) {
            throw new IllegalArgumentException("size out of range: " + columns + "x" + rows);
        }
    }

    /** The nearest size within bounds; of one that has too many cells in all the rows are fewer. */
    public static Size clamped(int columns, int rows) {
        int width = Math.clamp(columns, 1, CELLS_MAX);
        return new Size(width, Math.clamp(rows, 1, Math.min(CELLS_MAX, AREA_MAX / width)));
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
