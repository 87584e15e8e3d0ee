package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/** Gives a pane a window of its own. */
final class BreakPane implements Command {
    @Override
    public Spec spec() {
        return new Spec("break-pane", "breakp", "[-abdP] [-F format] [-n window-name] [-s src-pane] [-t dst-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var source = call.place(mux, 's');
        var slot = call.slot(mux, 't');
        if (source.window().panes().size() == 1) {
            var events = new ArrayList<Event>();
            call.value('n').ifPresent(name -> events.addAll(WindowNames.named(source.window().id(), name)));
            events.addAll(MoveWindow.link(call, mux, source, slot, new MoveWindow.Way(true, false)));
            return Decision.of(events);
        }
        var events = broken(call, mux, source, slot);
        return call.has('P')
                ? NewPanes.afterwards(Decision.of(events), (outcome, now) -> print(call, now, source, slot))
                : Decision.of(events);
    }

    private static List<Event> broken(Call call, Mux mux, Targets.Place source, SlotTargets.Slot slot)
            throws CommandException {
        var events = new ArrayList<Event>();
        var window = mux.nextWindow();
        var making = place(call, slot, window);
        var pane = source.pane().id();
        var size = source.window().size();
        String name = call.value('n').map(NewPanes::printable).orElseGet(() -> WindowNames.of(source.pane().launch()));
        events.add(new WindowEvent.Created(window, "", size, call.scene().micros()));
        if (call.has('n')) {
            events.add(WindowNames.keptFor(window));
        }
        events.add(new PaneEvent.Moved(pane, window));
        events.addAll(JoinPane.unmarked(mux, pane));
        events.addAll(Closing.leaving(source.window(), pane));
        events.add(new WindowEvent.LaidOut(window, Layout.single(pane, size)));
        events.add(new WindowEvent.Renamed(window, name));
        events.add(making.link());
        if (!call.has('d')) {
            events.add(new SessionEvent.Selected(slot.session().id(), making.index()));
        }
        return events;
    }

    /** How the window is linked, and where. */
    private record Making(SessionEvent link, int index) {}

    private static Making place(Call call, SlotTargets.Slot slot, WindowId window) throws CommandException {
        var session = slot.session();
        if (call.has('a') || call.has('b')) {
            int beside = slot.beside().orElse(session.current());
            int index = call.has('b') ? beside : beside + 1;
            var list = new WindowList(session);
            list.makeRoom(index);
            list.put(index, window);
            return new Making(list.arranged(), index);
        }
        int index = slot.index().orElseGet(() -> session.freeIndex(session.options().number("base-index")));
        if (session.window(index).isPresent()) {
            throw new CommandException("index in use: " + index);
        }
        return new Making(new SessionEvent.Linked(session.id(), index, window), index);
    }

    private static Decision print(Call call, Mux mux, Targets.Place source, SlotTargets.Slot slot) {
        var place = NewPanes.place(mux, slot.session().id(), source.pane().id());
        return place.map(found -> Decision.print(call.expand().at(found).text(call.value('F')
                .orElse(DefaultFormats.NEW_WINDOW)))).orElse(Decision.NOTHING);
    }
}
