package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;

/** Puts a window at another index or into another session, where it was remaining linked or not. */
final class MoveWindow implements Command {
    /** The names under which it is known. */
    enum Form {
        MOVE, LINK
    }

    private final Form form;

    MoveWindow(Form form) {
        this.form = form;
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
            return renumber(call.session(mux, 't'));
        }
        var source = call.window(mux, 's');
        return Decision.of(link(call, mux, source, call.slot(mux, 't'), form == Form.MOVE));
    }

    private static Decision renumber(Session session) {
        var list = new WindowList(session);
        return list.renumber(session.options().number("base-index")) ? Decision.of(list.arranged()) : Decision.NOTHING;
    }

    /** The events by which a window is linked at a slot, and if it moves, leaves the place where it was. */
    static List<Event> link(Call call, Mux mux, Targets.Place source, SlotTargets.Slot slot, boolean moves)
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
        if (selects) {
            list.select(free.index());
        }
        if (!from.equals(to)) {
            var events = new ArrayList<Event>();
            events.add(list.arranged());
            if (moves) {
                events.addAll(Closing.link(mux, from, source.index()));
            }
            return events;
        }
        if (moves) {
            list.remove(free.indexNow(source.index()));
            if (from.options().flag("renumber-windows")) {
                list.renumber(from.options().number("base-index"));
            }
        }
        return List.of(list.arranged());
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
