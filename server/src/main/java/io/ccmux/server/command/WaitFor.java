package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Waits for a channel until another caller signals it; or locks a channel, one caller at a time. */
final class WaitFor implements Command {
    @Override
    public Spec spec() {
        return new Spec("wait-for", "wait", "[-L|-S|-U] channel");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        var operation = call.has('S')
                ? Effect.WaitFor.Operation.SIGNAL
                : call.has('L')
                        ? Effect.WaitFor.Operation.LOCK
                        : call.has('U') ? Effect.WaitFor.Operation.UNLOCK : Effect.WaitFor.Operation.WAIT;
        return Decision.NOTHING.await(new Effect.WaitFor(call.words().getFirst(), operation), (outcome, now) -> {
            if (outcome instanceof Outcome.Failed(var reason)) {
                throw new CommandException(reason);
            }
            return Decision.NOTHING;
        });
    }
}
