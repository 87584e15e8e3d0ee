package io.ccmux.server.mux;

import java.util.List;

/** The arithmetic of floating panes: each lies within its window with a frame of one cell around it. */
final class Floating {
    /** Cells of a frame on two sides. */
    private static final int FRAME = 2;

    private Floating() {}

    static List<Layout.Leaf> without(List<Layout.Leaf> leaves, PaneId pane) {
        return leaves.stream().filter(leaf -> !leaf.pane().equals(pane)).toList();
    }

    /** An area moved, and if it must be made smaller, so that it and its frame are in a window of that size. */
    static Rectangle fitted(Rectangle area, Size window) {
        int columns = Math.clamp(area.columns(), 1, Math.max(1, window.columns() - FRAME));
        int rows = Math.clamp(area.rows(), 1, Math.max(1, window.rows() - FRAME));
        return new Rectangle(start(area.x(), columns, window.columns()), start(area.y(), rows, window.rows()), columns,
                rows);
    }

    private static int start(int wanted, int cells, int window) {
        int last = Math.max(0, window - cells - 1);
        return Math.clamp(wanted, Math.min(1, last), last);
    }

    /** With its right or lower border elsewhere. */
    static Rectangle grown(Rectangle area, Layout.Direction direction, int cells) {
        return direction == Layout.Direction.LEFT_RIGHT
                ? new Rectangle(area.x(), area.y(), Math.max(1, area.columns() + cells), area.rows())
                : new Rectangle(area.x(), area.y(), area.columns(), Math.max(1, area.rows() + cells));
    }
}
