package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.Window;

/** Makes the pane active that was active before. */
final class LastPane implements Command {
    @Override
    public Spec spec() {
        return new Spec("last-pane", "lastp", "[-deZ] [-t target-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        return last(call, call.window(mux, 't').window());
    }

    /** Of two panes the other one counts as last even if nobody was there yet. */
    static Decision last(Call call, Window window) throws CommandException {
        var other = window.panes().stream().filter(pane -> !pane.equals(window.active())).findFirst();
        var pane = window.last().stream().findFirst().or(() -> other.filter(any -> window.panes().size() == 2))
                .orElseThrow(() -> new CommandException("no last pane"));
        return call.has('e') || call.has('d')
                ? Decision.of(new PaneEvent.InputEnabled(pane, call.has('e')))
                : SelectPane.select(call, window, pane);
    }
}
