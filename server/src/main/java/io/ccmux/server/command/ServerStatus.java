package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Says how the server is: its journal, its last checkpoint, the disk. */
final class ServerStatus implements Command {
    @Override
    public Spec spec() {
        return new Spec("server-status", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.NOTHING.await(new Effect.TellStatus(), (outcome, now) -> Told.answer(call, outcome));
    }
}
