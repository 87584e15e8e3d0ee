package io.ccmux.server.command;

import java.util.ArrayList;

import io.ccmux.server.mux.Afresh;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;

/** Ends all sessions and the server with them; the next one begins as the first one did. */
final class KillServer implements Command {
    @Override
    public Spec spec() {
        return new Spec("kill-server", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        var events = new ArrayList<Event>();
        mux.sessions().forEach(session -> events.add(new SessionEvent.Closed(session.id())));
        events.addAll(Afresh.events(mux));
        return Decision.of(events).and(new Effect.Stop(false));
    }
}
