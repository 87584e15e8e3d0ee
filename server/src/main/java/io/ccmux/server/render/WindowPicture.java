package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.format.World;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Window;

/**
 * What of a window is to be seen: its panes and where they are.
 *
 * @param panes  the visible ones, in the order of their indexes
 * @param active the index of the active one in that list
 */
record WindowPicture(Window window, List<Place> panes, int active) {

    /** A pane and its area in the window. */
    record Place(Pane pane, int index, Rectangle area) {}

    static WindowPicture of(World world, Window window) {
        List<Place> places = new ArrayList<>();
        int active = 0;
        List<PaneId> ids = window.panes();
        for (int i = 0; i < ids.size(); i++) {
            PaneId id = ids.get(i);
            boolean isActive = id.equals(window.active());
            if (window.zoomed() && !isActive) {
                continue;
            }
            if (isActive) {
                active = places.size();
            }
            places.add(new Place(world.mux().pane(id), i, world.mux().area(window, id)));
        }
        return new WindowPicture(window, places, active);
    }

    Place activePlace() {
        return panes.get(active);
    }

    int columns() {
        return window.size().columns();
    }

    int rows() {
        return window.size().rows();
    }
}
