package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Puts a pane that is there beside another one, of the same window or of another. */
final class JoinPane implements Command {
    /** Stands for the pane while it is in a layout twice. */
    private static final PaneId COMING = new PaneId(-1);

    /** The names under which it is known. */
    enum Form {
        JOIN, MOVE
    }

    private final Form form;

    JoinPane(Form form) {
        this.form = form;
    }

    @Override
    public Spec spec() {
        String usage = "[-bdfhv] [-l size] [-p percentage] [-s src-pane] [-t dst-pane]";
        return switch (form) {
            case JOIN -> new Spec("join-pane", "joinp", usage);
            case MOVE -> new Spec("move-pane", "movep", usage);
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var source = call.placeOrMarked(mux, 's');
        var target = call.place(mux, 't');
        var pane = source.pane().id();
        var beside = target.pane().id();
        if (pane.equals(beside)) {
            throw new CommandException("source and target panes must be different");
        }
        var space = Splitting.place(call, target, call.expand().at(target));
        var layout = target.window().layout().split(beside, COMING, space)
                .orElseThrow(() -> new CommandException("create pane failed: pane too small"));
        var events = new ArrayList<Event>();
        Zoom.off(target.window(), events);
        events.addAll(source.window().equals(target.window())
                ? within(target.window(), layout, pane, PaneOrder.beside(without(target.window(), pane), beside, pane,
                        space.before()))
                : across(mux, source.window(), target.window(), layout.exchanged(Map.of(COMING, pane)),
                        PaneOrder.beside(target.window().panes(), beside, pane, space.before())));
        if (!call.has('d')) {
            events.add(new WindowEvent.PaneSelected(target.window().id(), pane));
            events.add(new SessionEvent.Selected(target.session().id(), target.index()));
        }
        return Decision.of(events);
    }

    private static List<PaneId> without(Window window, PaneId pane) {
        return window.panes().stream().filter(other -> !other.equals(pane)).toList();
    }

    private static List<Event> within(Window window, Layout layout, PaneId pane, List<PaneId> order) {
        var moved = layout.without(pane).orElseThrow().exchanged(Map.of(COMING, pane));
        var events = new ArrayList<Event>();
        if (window.active().equals(pane)) {
            events.add(new WindowEvent.PaneSelected(window.id(), Closing.successor(window, List.of(pane))));
        }
        events.addAll(PaneOrder.laidOut(window, moved, order));
        return events;
    }

    private static List<Event> across(Mux mux, Window from, Window to, Layout layout, List<PaneId> order) {
        var pane = order.stream().filter(from.panes()::contains).findFirst().orElseThrow();
        var events = new ArrayList<Event>();
        events.add(new PaneEvent.Moved(pane, to.id()));
        events.addAll(PaneOrder.laidOut(to, layout, order));
        events.addAll(from.panes().size() == 1
                ? Closing.windows(mux, List.of(from.id()))
                : Closing.leaving(from, pane));
        return events;
    }
}
