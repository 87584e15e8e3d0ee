package io.ccmux.server.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;

/** What list commands walk over, in the order in which tmux keeps it. */
final class Lists {
    private Lists() {}

    /** All sessions in the order of their names. */
    static List<Session> sessions(Mux mux) {
        return mux.sessions().stream().sorted(Comparator.comparing(Session::name)).toList();
    }

    /** Every window of a session, each by its active pane. */
    static Stream<Targets.Place> windows(Mux mux, Session session) {
        return session.windows().keySet().stream().map(index -> Targets.place(mux, session, index));
    }

    /** Every pane of a window. */
    static Stream<Targets.Place> panes(Mux mux, Targets.Place window) {
        return window.window().panes().stream().map(pane -> new Targets.Place(window.session(), window.index(),
                window.window(), mux.pane(pane)));
    }

    /** How sessions compare by the words of {@code -O}. */
    static Map<String, Comparator<Session>> sessionOrders() {
        return Map.of("index", Comparator.comparing(Session::id),
                "name", Comparator.comparing(Session::name),
                "creation", Comparator.comparingLong(Session::createdMicros).reversed(),
                "activity", Comparator.comparingLong(Session::attachedMicros).reversed());
    }
}
