package io.ccmux.server.mux;

/** Where panes are drawn: their cells of the layout, less a line where panes have a status line of their own. */
final class PaneArea {
    private PaneArea() {}

    static Rectangle of(Window window, PaneId pane) {
        var layout = window.zoomed() && pane.equals(window.active()) ? window.visibleLayout() : window.layout();
        var cell = layout.area(pane).orElseThrow();
        if (layout.floats(pane)) {
            return cell;
        }
        return switch (window.options().choice("pane-border-status")) {
            case "top" -> cell.y() == 0 && cell.rows() > 1
                    ? new Rectangle(cell.x(), cell.y() + 1, cell.columns(), cell.rows() - 1)
                    : cell;
            case "bottom" -> cell.bottom() == layout.size().rows() - 1 && cell.rows() > 1
                    ? new Rectangle(cell.x(), cell.y(), cell.columns(), cell.rows() - 1)
                    : cell;
            default -> cell;
        };
    }
}
