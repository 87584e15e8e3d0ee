package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.WindowEvent;

/** Moves every pane of a window one place on; the place that is active stays. */
final class RotateWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("rotate-window", "rotatew", "[-DUZ] [-t target-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var window = call.window(mux, 't').window();
        var before = window.panes();
        if (before.size() == 1) {
            return Decision.NOTHING;
        }
        var after = new ArrayList<>(before);
        Collections.rotate(after, call.has('D') ? 1 : -1);
        var places = new HashMap<PaneId, PaneId>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i), after.get(i));
        }
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        events.addAll(PaneOrder.laidOut(window, window.layout().exchanged(places), after));
        events.add(new WindowEvent.PaneSelected(window.id(), places.get(window.active())));
        Zoom.again(call, window, events);
        return Decision.of(events);
    }
}
