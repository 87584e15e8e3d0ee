package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Optional;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowId;

/** Makes a window in a session. */
final class NewWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("new-window", "neww", "[-abdkPS] [-c start-directory] [-e environment] [-F format] "
                + "[-n window-name] [-t target-window] [shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var slot = call.slot(mux, 't');
        var session = slot.session();
        if (call.has('S') && call.has('n') && slot.index().isEmpty()) {
            var there = named(call, mux, session);
            if (there.isPresent()) {
                return call.has('d')
                        ? Decision.NOTHING
                        : Decision.of(new SessionEvent.Selected(session.id(), there.get()));
            }
        }
        var events = new ArrayList<Event>();
        var making = place(call, slot, mux.nextWindow());
        var size = Sizes.ofNewWindow(mux, call.scene(), session);
        var launch = new Recipes(mux, call.scene(), Optional.of(session)).launch(call);
        var name = call.value('n').map(given -> NewPanes.printable(call.expand().at(session).text(given)));
        var pane = mux.nextPane();
        events.addAll(new NewPanes.NewWindow(making.link(), size, launch,
                session.options().number("history-limit")).events(mux, name, call.scene().micros()));
        if (making.selected()) {
            events.add(new SessionEvent.Selected(session.id(), making.index()));
        }
        return NewPanes.start(events, pane, "create window failed: ",
                (outcome, now) -> print(call, now, session, pane));
    }

    private static Optional<Integer> named(Call call, Mux mux, Session session) throws CommandException {
        String name = call.expand().at(session).text(call.value('n').orElseThrow());
        var indexes = session.windows().entrySet().stream()
                .filter(entry -> mux.window(entry.getValue()).name().equals(name)).map(entry -> entry.getKey())
                .toList();
        if (indexes.size() > 1) {
            throw new CommandException("multiple windows named " + name);
        }
        return indexes.stream().findFirst();
    }

    /** How the window is linked, where, and whether it is selected then. */
    private record Making(SessionEvent link, int index, boolean selected) {}

    /** Finds the index for the window, moving others out of the way if the call wants that. */
    private static Making place(Call call, SlotTargets.Slot slot, WindowId window)
            throws CommandException {
        var session = slot.session();
        if ((call.has('a') || call.has('b')) && slot.beside().isPresent()) {
            int index = slot.beside().get() + (call.has('b') ? 0 : 1);
            if (session.window(index).isPresent()) {
                var list = new WindowList(session);
                list.makeRoom(index);
                list.put(index, window);
                return new Making(list.arranged(), index, !call.has('d'));
            }
            return new Making(new SessionEvent.Linked(session.id(), index, window), index, !call.has('d'));
        }
        int index = slot.index().orElseGet(() -> session.freeIndex(session.options().number("base-index")));
        if (session.window(index).isEmpty()) {
            return new Making(new SessionEvent.Linked(session.id(), index, window), index, !call.has('d'));
        }
        if (!call.has('k')) {
            throw new CommandException("create window failed: index " + index + " in use");
        }
        var list = new WindowList(session);
        list.clear(index);
        list.put(index, window);
        if (!call.has('d') || !list.hasCurrent()) {
            list.select(index);
        }
        return new Making(list.arranged(), index, false);
    }

    private static Decision print(Call call, Mux mux, Session session, PaneId pane) {
        var place = NewPanes.place(mux, session.id(), pane);
        return call.has('P') && place.isPresent()
                ? Decision.print(call.expand().at(place.get()).text(call.value('F').orElse(DefaultFormats.NEW_WINDOW)))
                : Decision.NOTHING;
    }
}
