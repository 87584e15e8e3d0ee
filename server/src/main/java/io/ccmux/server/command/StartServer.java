package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Starts the server if none runs: by the time this is decided, one does. */
final class StartServer implements Command {
    @Override
    public Spec spec() {
        return new Spec("start-server", "start", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.NOTHING;
    }
}
