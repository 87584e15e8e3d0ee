package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where panes are drawn, and so how large they are: their cells of the layout, less a line for a pane's own status,
 * less its scrollbar.
 */
public final class PaneArea {
    /** Options that say so. */
    private static final Set<String> OPTIONS = Set.of("pane-border-status", "pane-scrollbars",
            "pane-scrollbars-position", "pane-scrollbars-style");

    private PaneArea() {}

    static boolean dependsOn(String option) {
        return OPTIONS.contains(option);
    }

    /** Gives each pane of a window the size that it is drawn with; those that moved elsewhere are sized there. */
    static List<Notice> fit(Window window, Map<PaneId, Pane> panes) {
        var notices = new ArrayList<Notice>();
        notices.add(new Notice.Redraw());
        for (var id : window.panes()) {
            var pane = panes.get(id);
            if (pane == null || !pane.window().equals(window.id())) {
                continue;
            }
            var size = of(window, pane).size();
            if (!pane.size().equals(size)) {
                pane.resize(size);
                notices.add(new Notice.PaneResized(id, size));
                notices.addAll(pane.takeNotices());
            }
        }
        return notices;
    }

    static Rectangle of(Window window, Pane pane) {
        var cell = withBar(window, pane.id());
        return hasBar(window, pane) ? Scrollbar.of(pane.options()).rest(cell) : cell;
    }

    /** A program that has the alternate screen to itself has no history that a bar could tell of. */
    private static boolean hasBar(Window window, Pane pane) {
        boolean shown = switch (window.options().choice("pane-scrollbars")) {
            case "on" -> true;
            case "modal" -> pane.barShown();
            default -> false;
        };
        return shown && !pane.alternate() && !layout(window, pane.id()).floats(pane.id());
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
