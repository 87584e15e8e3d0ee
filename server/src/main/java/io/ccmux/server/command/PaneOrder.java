package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** The order of a window's panes, which is that of their indexes and not always that of the layout. */
final class PaneOrder {
    private PaneOrder() {}

    /** The order with a pane beside another one. */
    static List<PaneId> beside(List<PaneId> panes, PaneId other, PaneId pane, boolean before) {
        var order = new ArrayList<>(panes);
        order.add(order.indexOf(other) + (before ? 0 : 1), pane);
        return order;
    }

    /** The order with a pane before or after all others. */
    static List<PaneId> atEnd(List<PaneId> panes, PaneId pane, boolean before) {
        var order = new ArrayList<>(panes);
        order.add(before ? 0 : order.size(), pane);
        return order;
    }

    /** The events by which a window gets a layout and its panes an order. */
    static List<Event> laidOut(Window window, Layout layout, List<PaneId> order) {
        var events = new ArrayList<Event>();
        events.add(new WindowEvent.LaidOut(window.id(), layout));
        if (!window.orderIn(layout).equals(order)) {
            events.add(new WindowEvent.Ordered(window.id(), order));
        }
        return events;
    }
}
