package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/**
 * What closing a thing brings with it: the last pane of a window takes the window along, the last window of a session
 * the session. What remains gets the space and the selection.
 */
public final class Closing {
    private final Mux mux;

    private Closing(Mux mux) {
        this.mux = mux;
    }

    /** The events by which a pane goes. */
    public static List<Event> pane(Mux mux, PaneId pane) {
        return panes(mux, mux.window(mux.pane(pane).window()), List.of(pane));
    }

    /** The events by which panes of one window go. */
    public static List<Event> panes(Mux mux, Window window, Collection<PaneId> panes) {
        return panes.containsAll(window.panes())
                ? windows(mux, List.of(window.id()))
                : some(window, panes);
    }

    /** The events by which windows go, wherever they are linked. */
    public static List<Event> windows(Mux mux, Collection<WindowId> windows) {
        return new Closing(mux).all(Set.copyOf(windows));
    }

    /** The events by which the other windows of one go: gaps close in every session then, as they do in tmux. */
    static List<Event> others(Mux mux, Collection<WindowId> windows) {
        var events = new ArrayList<>(windows(mux, windows));
        for (var session : mux.sessions()) {
            var indexes = session.windows();
            if (indexes.values().stream().noneMatch(windows::contains)) {
                renumbered(session, new WindowList(session)).ifPresent(events::add);
            }
        }
        return events;
    }

    /**
     * The events by which a session lets go of the window at an index, which goes if no other session holds it. The
     * other windows stay where they are, whatever {@code renumber-windows} says.
     */
    static List<Event> link(Mux mux, Session session, int index) {
        return new Closing(mux).without(session, new WindowList(session), List.of(index));
    }

    /** The events by which a window that has others goes on without a pane which moves elsewhere. */
    static List<Event> leaving(Window window, PaneId pane) {
        var events = new ArrayList<Event>();
        if (window.active().equals(pane)) {
            events.add(new WindowEvent.PaneSelected(window.id(), successor(window, List.of(pane))));
        }
        events.addAll(laidOut(window, List.of(pane)));
        return events;
    }

    /** The window is laid out anew first, and then has another active pane: so does tmux tell it. */
    private static List<Event> some(Window window, Collection<PaneId> panes) {
        var events = new ArrayList<Event>();
        if (panes.contains(window.active())) {
            var next = successor(window, panes);
            var last = new ArrayList<>(window.last());
            last.remove(next);
            last.addFirst(next);
            events.add(new WindowEvent.Remembered(window.id(), last));
        }
        events.addAll(laidOut(window, panes));
        panes.forEach(pane -> events.add(new PaneEvent.Closed(pane)));
        return events;
    }

    private static List<Event> laidOut(Window window, Collection<PaneId> gone) {
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        var layout = window.layout();
        for (var pane : gone) {
            layout = layout.without(pane).orElseThrow();
        }
        events.add(new WindowEvent.LaidOut(window.id(), layout));
        return events;
    }

    /** The pane that is active after these are gone: the one last active, else the one before, else the one after. */
    static PaneId successor(Window window, Collection<PaneId> gone) {
        var order = window.panes();
        int at = order.indexOf(window.active());
        return window.last().stream().filter(pane -> !gone.contains(pane)).findFirst()
                .or(() -> order.subList(0, at).reversed().stream().filter(pane -> !gone.contains(pane)).findFirst())
                .or(() -> order.subList(at, order.size()).stream().filter(pane -> !gone.contains(pane)).findFirst())
                .orElseThrow();
    }

    private List<Event> all(Set<WindowId> windows) {
        var events = new ArrayList<Event>();
        Set<SessionId> done = new HashSet<>();
        for (var session : mux.sessions()) {
            if (done.contains(session.id())) {
                continue;
            }
            mux.group(session).forEach(member -> done.add(member.id()));
            var indexes = session.windows().entrySet().stream().filter(entry -> windows.contains(entry.getValue()))
                    .map(entry -> entry.getKey()).toList();
            if (!indexes.isEmpty()) {
                events.addAll(indexes(session, new WindowList(session), indexes));
            }
        }
        return events;
    }

    private List<Event> indexes(Session session, WindowList list, List<Integer> indexes) {
        var events = new ArrayList<>(without(session, list, indexes));
        if (!list.isEmpty()) {
            renumbered(session, list).ifPresent(events::add);
        }
        return events;
    }

    private List<Event> without(Session session, WindowList list, List<Integer> indexes) {
        var events = new ArrayList<Event>();
        for (int index : indexes) {
            list.remove(index);
            events.add(new SessionEvent.Unlinked(session.id(), index));
        }
        if (list.isEmpty()) {
            mux.group(session).forEach(member -> events.add(new SessionEvent.Closed(member.id())));
        }
        return events;
    }

    /** Closes the gaps in the window indexes if the session wants that. */
    private static Optional<Event> renumbered(Session session, WindowList list) {
        boolean wanted = session.options().flag("renumber-windows");
        return wanted && list.renumber(session.options().number("base-index"))
                ? Optional.of(list.arranged())
                : Optional.empty();
    }
}
