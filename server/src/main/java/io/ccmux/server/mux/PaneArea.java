package io.ccmux.server.mux;

import java.util.Set;

/** Where panes are drawn: their cells of the layout, less a line for a pane's own status, less its scrollbar. */
public final class PaneArea {
    /** Options that say so. */
    private static final Set<String> OPTIONS = Set.of("pane-border-status", "pane-scrollbars",
            "pane-scrollbars-position", "pane-scrollbars-style");

    private PaneArea() {}

    static boolean dependsOn(String option) {
        return OPTIONS.contains(option);
    }

    static Rectangle of(Window window, PaneId pane) {
        var cell = withBar(window, pane);
        boolean bar = window.options().choice("pane-scrollbars").equals("on") && !floats(window, pane);
        return bar ? Scrollbar.of(window.options()).rest(cell) : cell;
    }

    private static boolean floats(Window window, PaneId pane) {
        return layout(window, pane).floats(pane);
    }

    private static Layout layout(Window window, PaneId pane) {
        return window.zoomed() && pane.equals(window.active()) ? window.visibleLayout() : window.layout();
    }

    /** The pane and its scrollbar: all that is within its borders. */
    public static Rectangle withBar(Window window, PaneId pane) {
        var layout = layout(window, pane);
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
