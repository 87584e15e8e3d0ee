package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;

/** Puts a window at another index or into another session, where it was remaining linked or not. */
record MoveWindow(MoveWindow.Form form) implements Command {
    /** The names under which it is known. */
    enum Form {
        MOVE, LINK
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case MOVE -> new Spec("move-window", "movew", "[-abdkr] [-s src-window] [-t dst-window]");
            case LINK -> new Spec("link-window", "linkw", "[-abdk] [-s src-window] [-t dst-window]");
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('r')) {
            return Decision.of(renumbered(call.session(mux, 't'), OptionalInt.empty()));
        }
        var source = call.window(mux, 's');
        var way = new Way(form == Form.MOVE, !call.has('s'));
        return Decision.of(link(call, mux, source, call.slot(mux, 't'), way));
    }

    /**
     * How a window gets to a slot.
     *
     * @param moves     whether it leaves the place where it was
     * @param renumbers whether gaps close there, if the session wants that; tmux leaves them to who names the window
     */
    record Way(boolean moves, boolean renumbers) {}

    /** The events by which a window is linked at a slot. */
    static List<Event> link(Call call, Mux mux, Targets.Place source, SlotTargets.Slot slot, Way way)
            throws CommandException {
        var from = source.session();
        var to = slot.session();
        if (!from.equals(to) && !from.group().isEmpty() && from.group().equals(to.group())) {
            throw new CommandException("sessions are grouped");
        }
        var list = new WindowList(to);
        var free = free(call, list, slot, source);
        boolean selects = !call.has('d') || !list.hasCurrent();
        list.put(free.index(), source.window().id());
        var events = new ArrayList<Event>(List.of(list.arranged()));
        if (selects) {
            list.select(free.index());
            events.add(new SessionEvent.Selected(to.id(), free.index()));
        }
        boolean renumbers = way.renumbers() && from.options().flag("renumber-windows");
        if (!from.equals(to)) {
            if (way.moves()) {
                events.addAll(Closing.link(mux, from, source.index()));
            }
            if (renumbers) {
                events.addAll(renumbered(from, way.moves() ? OptionalInt.of(source.index()) : OptionalInt.empty()));
            }
            return events;
        }
        if (way.moves()) {
            int index = free.indexNow(source.index());
            list.remove(index);
            events.add(new SessionEvent.Unlinked(from.id(), index));
        }
        if (renumbers && list.renumber(from.options().number("base-index"))) {
            events.add(list.arranged());
        }
        return events;
    }

    /** The event by which gaps close in a session from which a window was taken. */
    private static List<Event> renumbered(Session session, OptionalInt gone) {
        var list = new WindowList(session);
        gone.ifPresent(list::remove);
        return !list.isEmpty() && list.renumber(session.options().number("base-index"))
                ? List.of(list.arranged())
                : List.of();
    }

    /** An index without a window; those from it on and before {@code end} are one higher than they were. */
    private record Free(int index, int end) {
        int indexNow(int before) {
            return before >= index && before < end ? before + 1 : before;
        }
    }

    private static Free free(Call call, WindowList list, SlotTargets.Slot slot, Targets.Place source)
            throws CommandException {
        var to = slot.session();
        if (call.has('a') || call.has('b')) {
            int beside = slot.beside().orElse(to.current());
            int index = call.has('b') ? beside : beside + 1;
            return new Free(index, list.makeRoom(index));
        }
        int index = slot.index().orElseGet(() -> to.freeIndex(to.options().number("base-index")));
        var there = to.window(index);
        if (there.isPresent()) {
            if (there.get().equals(source.window().id())) {
                throw new CommandException("same index: " + index);
            }
            if (!call.has('k')) {
                throw new CommandException("index in use: " + index);
            }
            list.clear(index);
        }
        return new Free(index, index);
    }
}
