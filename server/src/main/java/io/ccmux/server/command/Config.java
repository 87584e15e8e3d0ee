package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.Mux;

/** Reads the configuration again; a mistake in it and everything stays as it is. */
final class Config implements Command {
    @Override
    public Spec spec() {
        return new Spec("config", "", "reload");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (!call.words().equals(List.of("reload"))) {
            throw new CommandException("command config: reload is all that a server does with it");
        }
        return Decision.NOTHING.await(new Effect.Reload(), (outcome, now) -> Told.answer(call, outcome));
    }
}
