package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowEvent;

/** Shows another session to a client that is attached; or changes its key table or whether it only reads. */
final class SwitchClient implements Command {
    @Override
    public Spec spec() {
        return new Spec("switch-client", "switchc",
                "[-ElnprZ] [-c target-client] [-t target-session] [-T key-table] [-O order]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 'c');
        var place = namesPlace(call) ? call.place(mux, 't') : Targets.place(mux, call.session(mux, 't'));
        if (call.has('T')) {
            String table = call.value('T').orElseThrow();
            if (!mux.keys().exists(table)) {
                throw new CommandException("table " + table + " doesn't exist");
            }
            return readOnly(call, client).and(new Effect.UseKeyTable(client.id(), table));
        }
        var other = another(call, mux, client);
        var events = new ArrayList<Event>();
        if (other.isEmpty()) {
            events.addAll(selection(call, place));
        }
        return readOnly(call, client).and(Decision.of(events)).and(show(call, client, other.orElse(place.session())));
    }

    private static boolean namesPlace(Call call) {
        return call.value('t').filter(target -> target.contains(":") || target.contains(".") || target.contains("%")
                || target.equals("=")).isPresent();
    }

    private static Decision readOnly(Call call, ClientView client) {
        if (!call.has('r')) {
            return Decision.NOTHING;
        }
        String mark = client.readOnly() ? "!" : "";
        return Decision.of(new Effect.SetFlags(client.id(),
                List.of(mark + Attaching.READ_ONLY, mark + Attaching.IGNORE_SIZE)));
    }

    /** The session that {@code -n}, {@code -p} or {@code -l} means. */
    private static Optional<Session> another(Call call, Mux mux, ClientView client) throws CommandException {
        var sessions = Output.sorted(call, Lists.sessions(mux), Lists.sessionOrders());
        var here = client.session().flatMap(mux::find);
        if (call.has('l')) {
            var last = client.last().flatMap(mux::find);
            return Optional.of(last.orElseThrow(() -> new CommandException("can't find last session")));
        }
        if (!call.has('n') && !call.has('p')) {
            return Optional.empty();
        }
        int at = here.map(sessions::indexOf).orElse(0) + (call.has('n') ? 1 : -1);
        if (sessions.size() < 2) {
            throw new CommandException("can't find " + (call.has('n') ? "next" : "previous") + " session");
        }
        return Optional.of(sessions.get(Math.floorMod(at, sessions.size())));
    }

    private static List<Event> selection(Call call, Targets.Place place) {
        var events = new ArrayList<Event>();
        var window = place.window();
        if (!window.active().equals(place.pane().id())) {
            Zoom.off(window, events);
            events.add(new WindowEvent.PaneSelected(window.id(), place.pane().id()));
            Zoom.again(call, window, events);
        }
        if (place.index() != place.session().current()) {
            events.add(new SessionEvent.Selected(place.session().id(), place.index()));
        }
        return events;
    }

    private static Decision show(Call call, ClientView client, Session session) {
        var events = new ArrayList<Event>();
        if (!call.has('E') && client.id().equals(call.scene().caller().id())) {
            events.addAll(new Attaching(call.scene()).environment(session.id(), session.environment().variables(),
                    session.options().array("update-environment").values()));
        }
        return Decision.of(events).and(new Effect.Switch(client.id(), session.id()));
    }
}
