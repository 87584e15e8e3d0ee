package io.ccmux.server.mux;

import java.util.List;
import java.util.Optional;

/** A side of a pane, and the pane that lies there. */
public enum Side {
    UP, DOWN, LEFT, RIGHT;

    /** The pane beside this one, around the window's edge if need be; among several the one last used. */
    public Optional<PaneId> neighbour(Window window, PaneId pane) {
        var from = window.layout().area(pane).orElseThrow();
        if (window.layout().floats(pane)) {
            return behind(window, from);
        }
        int edge = edge(from, window.size());
        var beside = window.layout().tiled().stream()
                .filter(leaf -> !leaf.pane().equals(pane) && touches(leaf.area(), edge) && overlaps(leaf.area(), from))
                .map(Layout.Leaf::pane).toList();
        return lastUsed(window, beside);
    }

    /** From a floating pane: the tiled one that is seen beside the middle of that side. */
    private Optional<PaneId> behind(Window window, Rectangle from) {
        int x = this == LEFT ? from.x() - 2 : this == RIGHT ? from.right() + 2 : from.x() + from.columns() / 2;
        int y = this == UP ? from.y() - 2 : this == DOWN ? from.bottom() + 2 : from.y() + from.rows() / 2;
        return window.layout().tiled().stream().filter(leaf -> leaf.area().contains(x, y)).map(Layout.Leaf::pane)
                .findFirst().or(() -> lastUsed(window, window.layout().tiled().stream().map(Layout.Leaf::pane)
                        .toList()));
    }

    /** The row or column at which a neighbour's nearest edge lies. */
    private int edge(Rectangle from, Size size) {
        return switch (this) {
            case UP -> from.y() == 0 ? size.rows() - 1 : from.y() - 2;
            case DOWN -> from.bottom() + 1 >= size.rows() ? 0 : from.bottom() + 2;
            case LEFT -> from.x() == 0 ? size.columns() - 1 : from.x() - 2;
            case RIGHT -> from.right() + 1 >= size.columns() ? 0 : from.right() + 2;
        };
    }

    private boolean touches(Rectangle area, int edge) {
        return edge == switch (this) {
            case UP -> area.bottom();
            case DOWN -> area.y();
            case LEFT -> area.right();
            case RIGHT -> area.x();
        };
    }

    private boolean overlaps(Rectangle area, Rectangle from) {
        return this == UP || this == DOWN
                ? area.x() <= from.right() + 1 && area.right() + 1 >= from.x()
                : area.y() <= from.bottom() + 1 && area.bottom() + 1 >= from.y();
    }

    private static Optional<PaneId> lastUsed(Window window, List<PaneId> panes) {
        return window.last().stream().filter(panes::contains).findFirst()
                .or(() -> panes.stream().findFirst());
    }
}
