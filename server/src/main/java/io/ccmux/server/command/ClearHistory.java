package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;

/** Forgets the lines that have left the screen of a pane; -H would forget its links too, which go with their lines. */
final class ClearHistory implements Command {
    @Override
    public Spec spec() {
        return new Spec("clear-history", "clearhist", "[-H] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var pane = call.pane(mux, 't').id();
        var forgotten = Decision.of(new PaneEvent.HistoryCleared(pane));
        String mode = call.scene().modes().mode(pane);
        return mode.startsWith("copy") || mode.startsWith("view")
                ? forgotten.and(new Effect.LeaveMode(pane))
                : forgotten;
    }
}
