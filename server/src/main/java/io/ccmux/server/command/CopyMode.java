package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;

/** Lets a pane show its past, to read, search and copy. */
final class CopyMode implements Command {
    @Override
    public Spec spec() {
        return new Spec("copy-mode", "", "[-deHMqSu] [-s src-pane] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        boolean mouse = call.has('M') || call.has('S');
        var under = call.scene().mouse().flatMap(Scene.MousePlace::pane).flatMap(mux::find);
        if (mouse && under.isEmpty()) {
            return Decision.NOTHING;
        }
        var pane = mouse ? under.get() : call.pane(mux, 't');
        if (call.has('q')) {
            return Decision.of(new Effect.LeaveMode(pane.id()));
        }
        if (call.has('S')) {
            return Decision.of(new Effect.EnterMode(pane.id(), new Effect.Mode.Copy(pane.id(), call.has('e'), false,
                    false, call.has('H'), false)), new Effect.ModeCommand(pane.id(),
                            call.scene().attached().map(
                                    ClientView::id),
                            List.of("scroll-to-mouse"), 1, call.scene().mouse()));
        }
        var source = call.has('s') ? call.pane(mux, 's') : pane;
        return Decision.of(new Effect.EnterMode(pane.id(), new Effect.Mode.Copy(source.id(), call.has('e'),
                call.has('u'), call.has('d'), call.has('H'), mouse)));
    }
}
