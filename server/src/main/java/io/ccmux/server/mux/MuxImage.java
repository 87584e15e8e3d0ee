package io.ccmux.server.mux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A state as the fewest events that make it again, in an order in which each finds what it needs: options, keys and
 * buffers; sessions without windows; windows, each with its panes, then its layout, then the panes' pictures, which
 * no layout may resize any more; what each session holds (all links before the first list, because a list lets windows
 * go that no session holds).
 *
 * <p>It is taken at once, but what is large in it (pictures, texts of buffers) is immutable and only put into events
 * when its turn comes: the session thread takes the image, and another one walks over it.
 */
final class MuxImage implements Iterator<Event> {
    private final Deque<Supplier<Stream<Event>>> parts = new ArrayDeque<>();
    private Iterator<Event> part;

    MuxImage(Mux mux) {
        part = before(mux).iterator();
        if (mux.serverOptions().flag("journal-buffers")) {
            parts.add(mux.buffers().events());
        }
        add(mux.sessions().stream().<Event>map(Session::created).toList());
        mux.windows().forEach(window -> add(mux, window));
        add(after(mux));
    }

    private void add(List<Event> events) {
        parts.add(events::stream);
    }

    @Override
    public boolean hasNext() {
        while (!part.hasNext() && !parts.isEmpty()) {
            part = parts.remove().get().iterator();
        }
        return part.hasNext();
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.next();
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        forEachRemaining(events::add);
        return events;
    }

    private static List<Event> before(Mux mux) {
        var events = new ArrayList<Event>();
        events.addAll(mux.continuity().events());
        events.addAll(mux.extensions.events());
        events.addAll(OptionStore.events(new OptionEvent.Holder.Server(), mux.serverOptions()));
        events.addAll(OptionStore.events(new OptionEvent.Holder.AllSessions(), mux.sessionOptions()));
        events.addAll(OptionStore.events(new OptionEvent.Holder.AllWindows(), mux.windowOptions()));
        events.addAll(mux.environment().events(Optional.empty()));
        events.addAll(keys(mux));
        return events;
    }

    private static List<Event> after(Mux mux) {
        var events = new ArrayList<Event>();
        mux.sessions().forEach(session -> session.windows().forEach((index, window) -> events.add(
                new SessionEvent.Linked(session.id(), index, window))));
        for (var session : mux.sessions()) {
            events.addAll(session.events());
            events.addAll(OptionStore.events(new OptionEvent.Holder.OfSession(session.id()), session.options()));
        }
        mux.marked().ifPresent(pane -> events.add(new ServerEvent.Marked(pane)));
        events.add(mux.numbered());
        return events;
    }

    private void add(Mux mux, Window window) {
        var events = new ArrayList<Event>();
        events.add(window.created());
        events.addAll(OptionStore.events(new OptionEvent.Holder.OfWindow(window.id()), window.options()));
        var panes = window.panes().stream().map(mux::pane).toList();
        for (var pane : panes) {
            events.add(pane.opened());
            events.addAll(OptionStore.events(new OptionEvent.Holder.OfPane(pane.id()), pane.options()));
        }
        events.addAll(window.events());
        add(events);
        panes.forEach(pane -> parts.addAll(pane.events()));
    }

    /** How the key tables differ from the default ones. */
    private static List<Event> keys(Mux mux) {
        var events = new ArrayList<Event>();
        var defaults = mux.defaultKeys();
        defaults.tables().forEach((table, keys) -> keys.keySet().stream()
                .filter(key -> mux.keys().binding(table, key).isEmpty())
                .forEach(key -> events.add(new KeyEvent.Unbound(table, key))));
        mux.keys().tables().forEach((table, keys) -> keys.forEach((key, binding) -> {
            if (!defaults.binding(table, key).equals(Optional.of(binding))) {
                events.add(new KeyEvent.Bound(table, key, binding));
            }
        }));
        return events;
    }
}
