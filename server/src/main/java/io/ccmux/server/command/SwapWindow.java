package io.ccmux.server.command;

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
        // A window that no session holds goes: between the two sessions' events this one stays linked at a spare index.
        var list = new WindowList(here);
        var other = here.equals(there) ? list : new WindowList(there);
        list.put(source.index(), target.window().id());
        other.put(target.index(), source.window().id());
        if (call.has('d')) {
            other.select(target.index());
            if (list != other) {
                list.select(source.index());
            }
        }
        if (list == other) {
            return Decision.of(list.arranged());
        }
        int spare = here.freeIndex(0);
        list.put(spare, source.window().id());
        return Decision.of(list.arranged(), other.arranged(), new SessionEvent.Unlinked(here.id(), spare));
    }
}
