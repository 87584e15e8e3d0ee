package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A state as the fewest events that make it again, in an order in which each finds what it needs: options, keys and
 * buffers; sessions without windows; windows, each with its panes, then its layout, then the panes' pictures, which
 * no layout may resize any more; what each session holds (all links before the first list, because a list lets windows
 * go that no session holds).
 */
final class MuxImage {
    private final Mux mux;

    MuxImage(Mux mux) {
        this.mux = mux;
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        events.addAll(mux.extensions.events());
        events.addAll(OptionStore.events(new OptionEvent.Holder.Server(), mux.serverOptions()));
        events.addAll(OptionStore.events(new OptionEvent.Holder.AllSessions(), mux.sessionOptions()));
        events.addAll(OptionStore.events(new OptionEvent.Holder.AllWindows(), mux.windowOptions()));
        events.addAll(mux.environment().events(Optional.empty()));
        events.addAll(keys());
        if (mux.serverOptions().flag("journal-buffers")) {
            events.addAll(mux.buffers().events());
        }
        mux.sessions().forEach(session -> events.add(session.created()));
        mux.windows().forEach(window -> add(window, events));
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

    private void add(Window window, List<Event> events) {
        events.add(window.created());
        events.addAll(OptionStore.events(new OptionEvent.Holder.OfWindow(window.id()), window.options()));
        var panes = window.panes().stream().map(mux::pane).toList();
        for (var pane : panes) {
            events.add(pane.opened());
            events.addAll(OptionStore.events(new OptionEvent.Holder.OfPane(pane.id()), pane.options()));
        }
        events.addAll(window.events());
        panes.forEach(pane -> events.addAll(pane.events()));
    }

    /** How the key tables differ from the default ones. */
    private List<Event> keys() {
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
