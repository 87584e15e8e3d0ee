package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Stops a client's process as C-z does. */
final class SuspendClient implements Command {
    @Override
    public Spec spec() {
        return new Spec("suspend-client", "suspendc", "[-t target-client]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        return Decision.of(new Effect.Suspend(call.client(mux, 't').id()));
    }
}
