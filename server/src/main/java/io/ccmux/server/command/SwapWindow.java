package io.ccmux.server.command;

import java.util.ArrayList;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;

/** Lets two windows change places, of one session or of two. */
final class SwapWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("swap-window", "swapw", "[-d] [-s src-window] [-t dst-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var source = call.has('s')
                ? call.window(mux, 's')
                : mux.marked().isPresent() ? call.placeOrMarked(mux, 's') : call.window(mux, 's');
        var target = call.window(mux, 't');
        var here = source.session();
        var there = target.session();
        if (!here.equals(there) && !here.group().isEmpty() && here.group().equals(there.group())) {
            throw new CommandException("can't move window, sessions are grouped");
        }
        if (source.window().equals(target.window())) {
            return Decision.NOTHING;
        }
        var events = new ArrayList<Event>();
        events.add(new SessionEvent.Swapped(here.id(), source.index(), there.id(), target.index()));
        if (call.has('d')) {
            events.add(new SessionEvent.Selected(there.id(), target.index()));
            if (!here.equals(there)) {
                events.add(new SessionEvent.Selected(here.id(), source.index()));
            }
        }
        return Decision.of(events);
    }
}
