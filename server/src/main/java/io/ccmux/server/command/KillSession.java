package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;

/** Ends a session, its group, or all others; or forgets its alerts. */
final class KillSession implements Command {
    @Override
    public Spec spec() {
        return new Spec("kill-session", "", "[-aCg] [-t target-session]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var session = call.session(mux, 't');
        if (call.has('C')) {
            return Decision.of(session.windows().keySet().stream().filter(index -> session.alerts(index) != 0)
                    .map(index -> new SessionEvent.Alerted(session.id(), index, 0)).toList());
        }
        var gone = call.has('a')
                ? mux.sessions().stream().filter(other -> !other.equals(session)).toList()
                : call.has('g') ? mux.group(session) : List.of(session);
        return Decision.of(gone.stream().map(one -> new SessionEvent.Closed(one.id())).toList());
    }
}
