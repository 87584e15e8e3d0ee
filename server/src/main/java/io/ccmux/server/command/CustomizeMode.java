package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Shows all options and keys in a pane, to be changed there. */
final class CustomizeMode implements Command {
    @Override
    public Spec spec() {
        return new Spec("customize-mode", "", "[-NZ] [-F format] [-f filter] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        return Choose.enter(call, mux, place, new Effect.Mode.Customize(Choose.listing(call, mux, place)));
    }
}
