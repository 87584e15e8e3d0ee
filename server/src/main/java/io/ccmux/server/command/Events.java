package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Prints what happens, line by line, until its caller goes away; our own, where tmux has control mode only. */
final class Events implements Command {
    @Override
    public Spec spec() {
        return new Spec("events", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.NOTHING.await(new Effect.Listen(call.json()), (outcome, now) -> Decision.NOTHING);
    }
}
