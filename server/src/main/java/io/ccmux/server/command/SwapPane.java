package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Lets two panes change places, of one window or of two. */
final class SwapPane implements Command {
    @Override
    public Spec spec() {
        return new Spec("swap-pane", "swapp", "[-dDUZ] [-s src-pane] [-t dst-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var source = call.has('D') || call.has('U') ? call.place(mux, 's') : call.placeOrMarked(mux, 's');
        var target = call.place(mux, 't');
        var there = target.pane().id();
        var window = target.window();
        if (call.has('D') || call.has('U')) {
            var panes = window.panes();
            int by = call.has('D') ? 1 : -1;
            var here = panes.get(Math.floorMod(panes.indexOf(there) + by, panes.size()));
            return within(call, window, here, there);
        }
        return source.window().equals(window)
                ? within(call, window, source.pane().id(), there)
                : across(call, source, target);
    }

    private static Decision within(Call call, Window window, PaneId here, PaneId there) {
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        if (here.equals(there)) {
            Zoom.again(call, window, events);
            return Decision.of(events);
        }
        var swapped = Map.of(here, there, there, here);
        events.addAll(PaneOrder.laidOut(window, window.layout().exchanged(swapped), swapped(window, swapped)));
        var active = window.active();
        if (call.has('d') ? active.equals(here) : !active.equals(there)) {
            events.add(new WindowEvent.PaneSelected(window.id(), there));
        }
        if (call.has('d') && swapped.containsKey(active)) {
            events.add(new WindowEvent.PaneSelected(window.id(), here));
        }
        Zoom.again(call, window, events);
        return Decision.of(events);
    }

    private static List<PaneId> swapped(Window window, Map<PaneId, PaneId> swapped) {
        return window.panes().stream().map(pane -> swapped.getOrDefault(pane, pane)).toList();
    }

    private static Decision across(Call call, Targets.Place source, Targets.Place target) {
        var here = source.pane().id();
        var there = target.pane().id();
        var swapped = Map.of(here, there, there, here);
        var events = new ArrayList<Event>();
        Zoom.off(target.window(), events);
        Zoom.off(source.window(), events);
        events.add(new PaneEvent.Moved(here, target.window().id()));
        events.add(new PaneEvent.Moved(there, source.window().id()));
        for (var window : List.of(source.window(), target.window())) {
            var gone = window == source.window() ? here : there;
            var come = swapped.get(gone);
            if (!call.has('d') || window.active().equals(gone)) {
                events.add(new WindowEvent.PaneSelected(window.id(), come));
            }
            events.addAll(PaneOrder.laidOut(window, window.layout().exchanged(Map.of(gone, come)),
                    swapped(window, Map.of(gone, come))));
            Zoom.again(call, window, events);
        }
        return Decision.of(events);
    }
}
