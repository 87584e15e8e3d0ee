package io.ccmux.server.command;

import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Layout.Direction;
import io.ccmux.server.mux.PaneId;

/**
 * What dragging a border with the mouse does.
 *
 * <pre>
 *   between tiled panes         the border moves
 *   of a floating pane:
 *      +---- move ----+
 *      |              | size
 *      +---- size ----+
 * </pre>
 */
final class Drags {
    private Drags() {}

    /** @param mouse where the mouse is and was, in cells of the window */
    static Layout layout(Layout layout, PaneId pane, Scene.MousePlace mouse) {
        int right = mouse.x() - mouse.fromX();
        int down = mouse.y() - mouse.fromY();
        if (!layout.floats(pane)) {
            return layout.borderDragged(mouse.fromX(), mouse.fromY(), mouse.x(), mouse.y());
        }
        var area = layout.area(pane).orElseThrow();
        boolean sideways = mouse.fromX() == area.right() + 1;
        boolean below = mouse.fromY() == area.bottom() + 1;
        if (!sideways && !below) {
            return layout.moved(pane, right, down);
        }
        var wider = sideways ? layout.borderMoved(pane, Direction.LEFT_RIGHT, right) : layout;
        return below ? wider.borderMoved(pane, Direction.TOP_BOTTOM, down) : wider;
    }
}
