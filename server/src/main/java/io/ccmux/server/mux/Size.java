package io.ccmux.server.mux;

/** A width and a height in cells, each between 1 and {@value #CELLS_MAX}. */
public record Size(int columns, int rows) {
    public static final int CELLS_MAX = 10_000;

    public Size {
        if (columns < 1 || rows < 1 || columns > CELLS_MAX || rows > CELLS_MAX) {
            throw new IllegalArgumentException("size out of range: " + columns + "x" + rows);
        }
    }

    /** The nearest size within bounds. */
    public static Size clamped(int columns, int rows) {
        return new Size(Math.clamp(columns, 1, CELLS_MAX), Math.clamp(rows, 1, CELLS_MAX));
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
