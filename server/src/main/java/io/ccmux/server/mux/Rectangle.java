package io.ccmux.server.mux;

/** A part of a window in cells; (0, 0) is the window's top left. */
public record Rectangle(int x, int y, int columns, int rows) {
    public Size size() {
        return Size.clamped(columns, rows);
    }

    public int right() {
        return x + columns - 1;
    }

    public int bottom() {
        return y + rows - 1;
    }

    public boolean contains(int column, int row) {
        return column >= x && column <= right() && row >= y && row <= bottom();
    }
}
