package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Ends the server and keeps the sessions: the next start brings them back. */
final class StopServer implements Command {
    @Override
    public Spec spec() {
        return new Spec("stop-server", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.of(new Effect.Stop(true));
    }
}
