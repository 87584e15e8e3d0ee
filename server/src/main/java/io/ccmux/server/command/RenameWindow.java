package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Gives a window a name of the user's, which it keeps whatever runs in it. */
final class RenameWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("rename-window", "renamew", "[-t target-window] new-name");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.window(mux, 't');
        String name = call.expand().at(place).text(call.words().getFirst());
        return Decision.of(WindowNames.named(place.window().id(), name));
    }
}
