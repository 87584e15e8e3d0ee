package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.Mux;

/** Writes a checkpoint and waits until it can be relied on. */
final class CheckpointNow implements Command {
    @Override
    public Spec spec() {
        return new Spec("checkpoint", "", "now");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (!call.words().equals(List.of("now"))) {
            throw new CommandException("command checkpoint: now is all that a server does with it");
        }
        return Decision.NOTHING.await(new Effect.Checkpoint(), (outcome, now) -> Told.answer(call, outcome));
    }
}
