package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.ServerEvent;
import io.ccmux.server.mux.Side;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Makes a pane the active one of its window; or marks it, names it, or keeps keys from it. */
final class SelectPane implements Command {
    @Override
    public Spec spec() {
        return new Spec("select-pane", "selectp", "[-DdegLlMmRUZ] [-P style] [-T title] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        if (call.has('l')) {
            return LastPane.last(call, place.window());
        }
        if (call.has('m') || call.has('M')) {
            return mark(call, mux, place);
        }
        if (call.has('P')) {
            String style = call.value('P').orElseThrow();
            return Decision.of(PaneStyle.of(place.pane().id(), "window-style", style),
                    PaneStyle.of(place.pane().id(), "window-active-style", style));
        }
        if (call.has('g')) {
            return Decision.print(place.pane().options().string("window-style"));
        }
        var pane = side(call).map(side -> side.neighbour(place.window(), place.pane().id()))
                .orElse(Optional.of(place.pane().id()));
        if (pane.isEmpty()) {
            return Decision.NOTHING;
        }
        if (call.has('e') || call.has('d')) {
            return Decision.of(new PaneEvent.InputEnabled(pane.get(), call.has('e')));
        }
        if (call.has('T')) {
            String title = call.expand().at(place).text(call.value('T').orElseThrow());
            return Decision.of(new PaneEvent.Retitled(pane.get(), title));
        }
        return select(call, place.window(), pane.get());
    }

    private static Optional<Side> side(Call call) {
        return call.has('L')
                ? Optional.of(Side.LEFT)
                : call.has('R')
                        ? Optional.of(Side.RIGHT)
                        : call.has('U')
                                ? Optional.of(Side.UP)
                                : call.has('D') ? Optional.of(Side.DOWN) : Optional.empty();
    }

    private static Decision mark(Call call, Mux mux, Targets.Place place) {
        var pane = place.pane().id();
        boolean visible = !place.window().zoomed() || place.window().active().equals(pane);
        if (call.has('m') && !visible) {
            return Decision.NOTHING;
        }
        boolean marked = mux.marked().equals(Optional.of(pane));
        return Decision.of(call.has('M') || marked ? new ServerEvent.Unmarked() : new ServerEvent.Marked(pane));
    }

    /**
     * The events by which a pane becomes the active one; a zoomed window shows all again unless {@code -Z} is given.
     */
    static Decision select(Call call, Window window, PaneId pane) {
        var own = call.scene().attached().filter(client -> client.flags().ownPane());
        if (own.flatMap(ClientView::pane).orElse(window.active()).equals(pane)) {
            return Decision.NOTHING;
        }
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        if (own.isPresent() && !own.get().controlMode()) {
            return Decision.of(events).and(new Effect.UsePane(own.get().id(), pane));
        }
        events.addAll(raised(window, pane));
        events.add(new WindowEvent.PaneSelected(window.id(), pane));
        Zoom.again(call, window, events);
        return Decision.of(events);
    }

    /** A floating pane comes over all others. */
    static List<Event> raised(Window window, PaneId pane) {
        var raised = window.layout().raised(pane);
        return raised.equals(window.layout()) ? List.of() : PaneOrder.laidOut(window, raised, window.panes());
    }
}
