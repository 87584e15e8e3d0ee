package io.ccmux.server.command;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;

/** Makes another window of a session the current one: the one named, the next, the one before or the last. */
record SelectWindow(SelectWindow.Form form) implements Command {
    /** The names under which it is known. */
    enum Form {
        SELECT, NEXT, PREVIOUS, LAST
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case SELECT -> new Spec("select-window", "selectw", "[-lnpT] [-t target-window]");
            case NEXT -> new Spec("next-window", "next", "[-a] [-t target-session]");
            case PREVIOUS -> new Spec("previous-window", "prev", "[-a] [-t target-session]");
            case LAST -> new Spec("last-window", "last", "[-t target-session]");
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (form != Form.SELECT) {
            return walk(call, call.session(mux, 't'), form);
        }
        var place = call.window(mux, 't');
        if (call.has('n') || call.has('p') || call.has('l')) {
            return walk(call, place.session(), call.has('n') ? Form.NEXT : call.has('p') ? Form.PREVIOUS : Form.LAST);
        }
        if (place.index() != place.session().current()) {
            return Decision.of(new SessionEvent.Selected(place.session().id(), place.index()));
        }
        return call.has('T') ? walk(call, place.session(), Form.LAST) : Decision.NOTHING;
    }

    private static Decision walk(Call call, Session session, Form way) throws CommandException {
        boolean alerted = call.has('a');
        var found = switch (way) {
            case NEXT -> next(session, List.copyOf(session.windows().keySet()), alerted);
            case PREVIOUS -> next(session, List.copyOf(session.windows().keySet()).reversed(), alerted);
            case LAST, SELECT -> session.last().stream().findFirst();
        };
        String name = way == Form.NEXT ? "next" : way == Form.PREVIOUS ? "previous" : "last";
        int index = found.filter(other -> other != session.current())
                .orElseThrow(() -> new CommandException("no " + name + " window"));
        return Decision.of(new SessionEvent.Selected(session.id(), index));
    }

    /** The first index after the current one, around the end, that will do. */
    private static Optional<Integer> next(Session session, List<Integer> indexes, boolean alerted) {
        int at = indexes.indexOf(session.current());
        for (int i = 1; i <= indexes.size(); i++) {
            int index = indexes.get((at + i) % indexes.size());
            if (!alerted || session.alerts(index) != 0) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}
