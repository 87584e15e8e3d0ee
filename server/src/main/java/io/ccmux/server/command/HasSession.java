package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Tells by the exit status whether a session is there. */
final class HasSession implements Command {
    @Override
    public Spec spec() {
        return new Spec("has-session", "has", "[-t target-session]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        call.session(mux, 't');
        return Decision.NOTHING;
    }
}
