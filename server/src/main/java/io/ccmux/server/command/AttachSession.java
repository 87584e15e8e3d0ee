package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowEvent;

/** Shows a session to the client that asks. */
final class AttachSession implements Command {
    @Override
    public Spec spec() {
        return new Spec("attach-session", "attach",
                "[-dErx] [-c working-directory] [-f flags] [-t target-session]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (mux.sessions().isEmpty()) {
            throw new CommandException("no sessions");
        }
        if (!call.scene().hasCaller()) {
            return Decision.NOTHING;
        }
        var place = place(call, mux);
        var attaching = new Attaching(call.scene());
        attaching.check(mux);
        var events = new ArrayList<Event>(selection(call, place));
        if (call.has('c')) {
            events.add(new SessionEvent.Relocated(place.session().id(),
                    call.expand().at(place).text(call.value('c').orElseThrow())));
        }
        return Decision.of(events).and(attaching.to(place.session(),
                new Attaching.Terms(call.has('d'), call.has('x'), call.has('E'), Attaching.flags(call))));
    }

    private static Targets.Place place(Call call, Mux mux) throws CommandException {
        if (namesPlace(call)) {
            return call.place(mux, 't');
        }
        var targets = new Targets(mux, call.scene());
        boolean anywhere = call.value('t').isEmpty() && call.scene().attached().isEmpty()
                && call.scene().pane().isEmpty();
        return Targets.place(mux, anywhere ? targets.unattached() : call.session(mux, 't'));
    }

    private static boolean namesPlace(Call call) {
        return call.value('t').filter(target -> target.contains(":") || target.contains(".")).isPresent();
    }

    /** The events that select the window and the pane which the target names. */
    private static List<Event> selection(Call call, Targets.Place place) {
        var events = new ArrayList<Event>();
        if (namesPlace(call)) {
            var window = place.window();
            if (!window.active().equals(place.pane().id())) {
                Zoom.off(window, events);
                events.add(new WindowEvent.PaneSelected(window.id(), place.pane().id()));
            }
            if (place.index() != place.session().current()) {
                events.add(new SessionEvent.Selected(place.session().id(), place.index()));
            }
        }
        return events;
    }
}
