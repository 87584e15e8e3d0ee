package io.ccmux.protocol;

/** The size of a terminal in cells and, where it is known, in pixels (else 0). */
public record WindowSize(int columns, int rows, int xPixels, int yPixels) {
    /** The most columns or rows a terminal can have: the kernel keeps 16 bits. */
    public static final int MAX = 65535;
    /** A terminal that has no size, or no terminal at all. */
    public static final WindowSize NONE = new WindowSize(0, 0, 0, 0);

    public WindowSize {
        if ((columns | rows | xPixels | yPixels) < 0 || columns > MAX || rows > MAX) {
            throw new IllegalArgumentException("terminal of " + columns + "x" + rows);
        }
    }

    /** As {@code equals}, without the 10 ms that the first comparison of two records costs at the start of a client. */
    public boolean is(WindowSize other) {
        return columns == other.columns && rows == other.rows && xPixels == other.xPixels && yPixels == other.yPixels;
    }
}
