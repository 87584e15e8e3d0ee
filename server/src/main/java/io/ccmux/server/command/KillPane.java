package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Closes a pane, or all others of its window. */
final class KillPane implements Command {
    @Override
    public Spec spec() {
        return new Spec("kill-pane", "killp", "[-a] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        if (!call.has('a')) {
            return Decision.of(Closing.pane(mux, place.pane().id()));
        }
        var others = place.window().panes().stream().filter(pane -> !pane.equals(place.pane().id())).toList();
        return others.isEmpty() ? Decision.NOTHING : Decision.of(Closing.panes(mux, place.window(), others));
    }
}
