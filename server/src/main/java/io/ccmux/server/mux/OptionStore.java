package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ccmux.config.Options;

/** Options at every level, each with the one behind it: pane, window, all windows; session, all sessions; server. */
final class OptionStore {
    private final Map<SessionId, Session> sessions;
    private final Map<WindowId, Window> windows;
    private final Map<PaneId, Pane> panes;
    private Options server = Options.EMPTY;
    private Options allSessions = Options.EMPTY;
    private Options allWindows = Options.EMPTY;

    OptionStore(Map<SessionId, Session> sessions, Map<WindowId, Window> windows, Map<PaneId, Pane> panes) {
        this.sessions = sessions;
        this.windows = windows;
        this.panes = panes;
    }

    Options server() {
        return server;
    }

    Options allSessions() {
        return allSessions;
    }

    Options allWindows() {
        return allWindows;
    }

    void apply(OptionEvent event) {
        switch (event.holder()) {
            case OptionEvent.Holder.Server all -> server = changed(server, event);
            case OptionEvent.Holder.AllSessions all -> {
                allSessions = changed(allSessions, event);
                sessions.values().forEach(session -> session.options(session.options().over(allSessions)));
            }
            case OptionEvent.Holder.AllWindows all -> {
                allWindows = changed(allWindows, event);
                windows.values().forEach(window -> hand(window, window.options().over(allWindows)));
            }
            case OptionEvent.Holder.OfSession(var id) -> {
                var session = sessions.get(id);
                session.options(changed(session.options(), event));
            }
            case OptionEvent.Holder.OfWindow(var id) ->
                hand(windows.get(id), changed(windows.get(id).options(), event));
            case OptionEvent.Holder.OfPane(var id) -> panes.get(id).options(changed(panes.get(id).options(), event));
        }
        if (event.name().equals("history-limit")) {
            limitHistories();
        }
        if (Obeyed.concerns(event.name())) {
            panes.values().forEach(this::obey);
        }
    }

    /** A pane's terminal obeys what its options say. */
    void obey(Pane pane) {
        pane.obey(Obeyed.of(pane.options(), server));
    }

    private static Options changed(Options options, OptionEvent event) {
        return switch (event) {
            case OptionEvent.Assigned assigned -> options.with(assigned.name(), assigned.value());
            case OptionEvent.Removed removed -> options.without(removed.name());
        };
    }

    /** Gives a window its options and puts them behind those of its panes. */
    private void hand(Window window, Options options) {
        window.options(options);
        panes.values().stream().filter(pane -> pane.window().equals(window.id()))
                .forEach(pane -> pane.options(pane.options().over(options)));
    }

    private void limitHistories() {
        for (var session : sessions.values()) {
            int lines = session.options().number("history-limit");
            panes.values().stream().filter(pane -> session.windows().containsValue(pane.window()))
                    .forEach(pane -> pane.historyLimit(lines));
        }
    }

    static List<Event> events(OptionEvent.Holder holder, Options options) {
        var events = new ArrayList<Event>();
        options.own().forEach((name, value) -> events.add(new OptionEvent.Assigned(holder, name, value)));
        return events;
    }
}
