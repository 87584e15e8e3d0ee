package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Lets a pane show the time. */
final class ClockMode implements Command {
    @Override
    public Spec spec() {
        return new Spec("clock-mode", "", "[-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        return Decision.of(new Effect.EnterMode(call.pane(mux, 't').id(), new Effect.Mode.Clock()));
    }
}
