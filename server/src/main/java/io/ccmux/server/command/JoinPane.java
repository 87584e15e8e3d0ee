package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.ServerEvent;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Puts a pane that is there beside another one, of the same window or of another. */
record JoinPane(JoinPane.Form form) implements Command {
    /** Stands for the pane while it is in a layout twice. */
    private static final PaneId COMING = new PaneId(-1);

    /** The names under which it is known. */
    enum Form {
        JOIN, MOVE
    }

    @Override
    public Spec spec() {
        String usage = "[-bdfhv] [-l size] [-p percentage] [-s src-pane] [-t dst-pane]";
        return switch (form) {
            case JOIN -> new Spec("join-pane", "joinp", usage);
            case MOVE -> new Spec("move-pane", "movep",
                    usage.replace(" [-s", " [-X x-position] [-Y y-position] [-s"));
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var source = call.placeOrMarked(mux, 's');
        var target = call.place(mux, 't');
        if (form == Form.MOVE && (call.has('X') || call.has('Y'))) {
            return floating(call, target);
        }
        var shown = new ArrayList<Event>();
        Zoom.off(target.window(), shown);
        if (!source.window().equals(target.window())) {
            Zoom.off(source.window(), shown);
        }
        try {
            return joined(call, mux, source, target);
        } catch (CommandException wrong) {
            throw new CommandException(wrong.getMessage(), shown);
        }
    }

    private static Decision joined(Call call, Mux mux, Targets.Place source, Targets.Place target)
            throws CommandException {
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
        if (source.window().equals(target.window())) {
            var order = PaneOrder.beside(without(target.window(), pane), beside, pane, space.before());
            events.addAll(within(target.window(), layout, pane, order));
        } else {
            var order = PaneOrder.beside(target.window().panes(), beside, pane, space.before());
            events.add(new PaneEvent.Moved(pane, target.window().id()));
            events.addAll(PaneOrder.laidOut(target.window(), layout.exchanged(Map.of(COMING, pane)), order));
        }
        events.addAll(unmarked(mux, pane));
        if (!call.has('d')) {
            events.add(new WindowEvent.PaneSelected(target.window().id(), pane));
            events.add(new SessionEvent.Selected(target.session().id(), target.index()));
        }
        if (!source.window().equals(target.window())) {
            events.addAll(left(mux, source.window(), pane));
        }
        return Decision.of(call.has('d') ? events : selectedWhereItIs(events, target));
    }

    /** A pane that leaves its place is marked no more. */
    static List<Event> unmarked(Mux mux, PaneId pane) {
        return mux.marked().equals(Optional.of(pane)) ? List.of(new ServerEvent.Unmarked()) : List.of();
    }

    /** With a position the target floats there, and if it was tiled, floats from now on. */
    private static Decision floating(Call call, Targets.Place target) throws CommandException {
        var window = target.window();
        var pane = target.pane().id();
        if (window.layout().tiled().size() == 1 && !window.layout().floats(pane)) {
            throw new CommandException("only pane that does not float");
        }
        var now = window.layout().area(pane).orElseThrow();
        var area = new Rectangle(NewPane.cells(call, target, 'X', window.size().columns(), now.x()),
                NewPane.cells(call, target, 'Y', window.size().rows(), now.y()), now.columns(), now.rows());
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        events.addAll(PaneOrder.laidOut(window, window.layout().floated(pane, area), window.panes()));
        return Decision.of(events);
    }

    /** The events by which a window goes on without the pane, or goes with it. */
    private static List<Event> left(Mux mux, Window window, PaneId pane) {
        return window.panes().size() == 1
                ? Closing.windows(mux, List.of(window.id()))
                : Closing.leaving(window, pane);
    }

    /** If closing the source renumbered the windows, the one that got the pane is selected by its new index. */
    private static List<Event> selectedWhereItIs(List<Event> events, Targets.Place target) {
        var session = target.session().id();
        for (var event : List.copyOf(events)) {
            if (event instanceof SessionEvent.Arranged arranged && arranged.session().equals(session)) {
                arranged.windows().forEach((index, window) -> {
                    if (window.equals(target.window().id())) {
                        events.add(new SessionEvent.Selected(session, index));
                    }
                });
            }
        }
        return events;
    }

    private static List<PaneId> without(Window window, PaneId pane) {
        return window.panes().stream().filter(other -> !other.equals(pane)).toList();
    }

    private static List<Event> within(Window window, Layout layout, PaneId pane, List<PaneId> order) {
        var moved = layout.without(pane).orElseThrow().exchanged(Map.of(COMING, pane));
        var events = new ArrayList<Event>();
        var active = window.active().equals(pane) ? Closing.successor(window, List.of(pane)) : window.active();
        if (!window.active().equals(active)) {
            events.add(new WindowEvent.PaneSelected(window.id(), active));
        }
        // as if it had come from another window: nobody was in it before
        events.add(new WindowEvent.Remembered(window.id(),
                window.last().stream().filter(other -> !other.equals(pane) && !other.equals(active)).toList()));
        events.addAll(PaneOrder.laidOut(window, moved, order));
        return events;
    }
}
