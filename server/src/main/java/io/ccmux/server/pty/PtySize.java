package io.ccmux.server.pty;

/** The size of a terminal in cells, and in pixels where they are known (0 where not). */
public record PtySize(int columns, int rows, int xpixel, int ypixel) {
    public PtySize(int columns, int rows) {
        this(columns, rows, 0, 0);
    }
}
