package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.ServerEvent;

/**
 * Forgets what a pane has printed, for good: on its screen, in its history, and in everything on disk. With {@code -a}
 * nothing at all stays of the past, of any pane, nor paste buffers.
 */
final class Forget implements Command {
    @Override
    public Spec spec() {
        return new Spec("forget", "", "[-a] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var panes = call.has('a') ? List.copyOf(mux.panes()) : List.of(call.pane(mux, 't'));
        var decision = Decision.of(panes.stream().map(Pane::id).<Event>map(PaneEvent.Forgotten::new).toList());
        for (var pane : panes) {
            if (!call.scene().modes().mode(pane.id()).isEmpty()) {
                decision = decision.and(new Effect.LeaveMode(pane.id()));
            }
        }
        // In the journal before anything is touched: the next server goes on with it if this one ends first.
        var forgetting = new ServerEvent.ForgettingBegan(mux.continuity().nextForgetting(),
                call.has('a') ? List.of() : List.of(panes.getFirst().id()));
        if (call.has('a')) {
            for (var buffer : mux.buffers().all()) {
                decision = decision.and(new BufferEvent.Removed(buffer.name()));
            }
        }
        return decision.and(forgetting).await(new Effect.ForgetPast(forgetting.number()),
                (outcome, now) -> Told.answer(call, outcome));
    }
}
