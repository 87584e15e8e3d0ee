package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.World;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneArea;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Window;

/**
 * What of a window is to be seen: its panes and where they are.
 *
 * @param panes      the visible ones that are tiled, in the order of their indexes
 * @param active     the index of the active one in that list, or of the first one if a floating pane is active
 * @param floating   those that lie over them, the last one on top
 * @param activePlace the active one of all
 */
record WindowPicture(Window window, List<Place> panes, int active, List<Place> floating, Place activePlace) {

    /** A pane and its area in the window; its cell is that with its scrollbar. */
    record Place(Pane pane, int index, Rectangle area, Rectangle cell) {}

    /** @param own the pane that is the active one for who looks, if that is another one than for others */
    static WindowPicture of(World world, Window window, Optional<PaneId> own) {
        PaneId chosen = own.filter(pane -> !window.zoomed() && window.panes().contains(pane)).orElse(window.active());
        List<Place> tiled = new ArrayList<>();
        Map<PaneId, Place> all = new HashMap<>();
        int active = 0;
        List<PaneId> ids = window.panes();
        for (int i = 0; i < ids.size(); i++) {
            PaneId id = ids.get(i);
            boolean isActive = id.equals(chosen);
            if (window.zoomed() && !isActive) {
                continue;
            }
            Place place = new Place(world.mux().pane(id), i, world.mux().area(window, id),
                    PaneArea.withBar(window, id));
            all.put(id, place);
            if (window.zoomed() || !window.layout().floats(id)) {
                active = isActive ? tiled.size() : active;
                tiled.add(place);
            }
        }
        List<Place> floating = window.zoomed()
                ? List.of()
                : window.layout().floating().stream().map(leaf -> all.get(leaf.pane())).toList();
        return new WindowPicture(window, tiled, active, floating, all.get(chosen));
    }

    /** Whether the active pane is one of those that are tiled. */
    boolean tiledActive() {
        return panes.get(active).equals(activePlace);
    }

    int columns() {
        return window.size().columns();
    }

    int rows() {
        return window.size().rows();
    }
}
