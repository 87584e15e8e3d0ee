package io.ccmux.server.command;

import java.util.ArrayList;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Layout.Direction;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Makes a pane larger or smaller, or zooms it. */
final class ResizePane implements Command {
    @Override
    public Spec spec() {
        return new Spec("resize-pane", "resizep",
                "[-DLMRTUZ] [-x width] [-y height] [-t target-pane] [adjustment]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        if (call.has('M')) {
            return dragged(call, mux);
        }
        if (call.has('T')) {
            boolean mode = !call.scene().modes().mode(place.pane().id()).isEmpty();
            return mode || !place.pane().terminal().trims()
                    ? Decision.NOTHING
                    : Decision.of(new PaneEvent.Trimmed(place.pane().id()));
        }
        if (call.has('Z')) {
            return zoom(place);
        }
        var events = new ArrayList<Event>();
        Zoom.off(place.window(), events);
        var layout = resized(call, place);
        if (!layout.equals(place.window().layout())) {
            events.add(new WindowEvent.LaidOut(place.window().id(), layout));
        }
        return Decision.of(events);
    }

    /** The border that the mouse holds goes where the mouse is; a floating pane held by its upper border moves. */
    private static Decision dragged(Call call, Mux mux) {
        var mouse = call.scene().mouse();
        var pane = mouse.flatMap(Scene.MousePlace::pane).flatMap(mux::find);
        if (pane.isEmpty()) {
            return Decision.NOTHING;
        }
        var window = mux.window(pane.get().window());
        var layout = Drags.layout(window.layout(), pane.get().id(), mouse.get());
        return window.zoomed() || layout.equals(window.layout())
                ? Decision.NOTHING
                : Decision.of(PaneOrder.laidOut(window, layout, window.panes()));
    }

    private static Decision zoom(Targets.Place place) {
        var window = place.window();
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        if (!window.zoomed() && window.panes().size() > 1) {
            if (!window.active().equals(place.pane().id())) {
                events.add(new WindowEvent.PaneSelected(window.id(), place.pane().id()));
            }
            events.add(new WindowEvent.Zoomed(window.id(), true));
        }
        return Decision.of(events);
    }

    private static Layout resized(Call call, Targets.Place place) throws CommandException {
        var pane = place.pane().id();
        var window = place.window();
        int by = call.word(0).isEmpty()
                ? 1
                : Numbers.within(call.words().getFirst(), 1, Integer.MAX_VALUE, "adjustment ");
        var layout = window.layout();
        if (call.has('x')) {
            int width = Cells.of(call.value('x').orElseThrow(), 0, Integer.MAX_VALUE, window.size().columns(),
                    "width ");
            layout = layout.paneSized(pane, Direction.LEFT_RIGHT, width);
        }
        if (call.has('y')) {
            int height = Cells.of(call.value('y').orElseThrow(), 0, Integer.MAX_VALUE, window.size().rows(),
                    "height ");
            layout = layout.paneSized(pane, Direction.TOP_BOTTOM, height + statusLine(window, place, layout, height));
        }
        if (call.has('L')) {
            return layout.borderMoved(pane, Direction.LEFT_RIGHT, -by);
        }
        if (call.has('R')) {
            return layout.borderMoved(pane, Direction.LEFT_RIGHT, by);
        }
        if (call.has('U')) {
            return layout.borderMoved(pane, Direction.TOP_BOTTOM, -by);
        }
        return call.has('D') ? layout.borderMoved(pane, Direction.TOP_BOTTOM, by) : layout;
    }

    /** The line that a status line on the pane's border takes from the first or last cell. */
    private static int statusLine(Window window, Targets.Place place, Layout layout, int height) {
        var area = layout.area(place.pane().id()).orElseThrow();
        return switch (window.options().choice("pane-border-status")) {
            case "top" -> area.y() == 0 && height < Integer.MAX_VALUE ? 1 : 0;
            case "bottom" -> area.bottom() == window.size().rows() - 1 && height < Integer.MAX_VALUE ? 1 : 0;
            default -> 0;
        };
    }
}
