package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;

/** Ends all sessions and the server with them. */
final class KillServer implements Command {
    @Override
    public Spec spec() {
        return new Spec("kill-server", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.of(mux.sessions().stream().map(session -> new SessionEvent.Closed(session.id())).toList())
                .and(new Effect.Stop(false));
    }
}
