package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** The zoom of a window around a change of its panes: taken back before it, and with {@code -Z} made again after it. */
final class Zoom {
    private Zoom() {}

    /** Shows all panes, if one is zoomed. */
    static void off(Window window, List<Event> events) {
        if (window.zoomed()) {
            events.add(new WindowEvent.Zoomed(window.id(), false));
        }
    }

    /** Zooms the pane that is active by then, if the call wants that and one was zoomed before. */
    static void again(Call call, Window window, List<Event> events) {
        if (call.has('Z') && window.zoomed()) {
            events.add(new WindowEvent.Zoomed(window.id(), true));
        }
    }
}
