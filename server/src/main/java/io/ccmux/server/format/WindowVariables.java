package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;
import static io.ccmux.server.format.Variables.seconds;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Window;

/** Variables of a window, and of its place in a session. */
final class WindowVariables {
    // @formatter:off
    static final List<Variables.Row> ROWS = List.of(
            window("window_active_clients", (it, window) -> SessionVariables.count(it.watching(window.id()))),
            window("window_active_clients_list", (it, window) ->
                    SessionVariables.names(it.watching(window.id()).stream())),
            window("window_active_sessions", (it, window) -> SessionVariables.count(showing(it, window))),
            window("window_active_sessions_list", (it, window) -> names(showing(it, window))),
            window("window_activity", (it, window) ->
                    seconds(Math.max(window.createdMicros(), it.world().activityMicros(window.id())))),
            window("window_bigger", (it, window) -> flag(bigger(it, window))),
            window("window_cell_height", (it, window) -> "32"),
            window("window_cell_width", (it, window) -> "16"),
            window("window_height", (it, window) -> String.valueOf(window.size().rows())),
            window("window_id", (it, window) -> window.id().toString()),
            window("window_layout", (it, window) -> LayoutString.of(window.layout())),
            window("window_linked", (it, window) -> flag(linked(it, window))),
            window("window_linked_sessions", (it, window) ->
                    SessionVariables.count(it.world().mux().holders(window.id()))),
            window("window_linked_sessions_list", (it, window) -> names(it.world().mux().holders(window.id()))),
            window("window_name", (it, window) -> window.name()),
            window("window_offset_x", (it, window) -> bigger(it, window) ? "0" : ""),
            window("window_offset_y", (it, window) -> bigger(it, window) ? "0" : ""),
            window("window_panes", (it, window) -> SessionVariables.count(window.panes())),
            window("window_visible_layout", (it, window) -> LayoutString.of(window.visibleLayout())),
            window("window_width", (it, window) -> String.valueOf(window.size().columns())),
            window("window_zoomed_flag", (it, window) -> flag(window.zoomed())),
            place("window_active", (it, session) -> flag(it.index() == session.current())),
            place("window_activity_flag", (it, session) -> flag(alerted(it, session, Session.ACTIVITY))),
            place("window_bell_flag", (it, session) -> flag(alerted(it, session, Session.BELL))),
            place("window_end_flag", (it, session) -> flag(it.index() == session.windows().lastKey())),
            place("window_flags", (it, session) -> flags(it, session).replace("#", "##")),
            place("window_index", (it, session) -> String.valueOf(it.index())),
            place("window_last_flag", (it, session) -> flag(isLast(it, session))),
            place("window_marked_flag", (it, session) -> flag(isMarked(it))),
            place("window_raw_flags", WindowVariables::flags),
            place("window_silence_flag", (it, session) -> flag(alerted(it, session, Session.SILENCE))),
            place("window_stack_index", (it, session) -> String.valueOf(session.last().indexOf(it.index()) + 1)),
            place("window_start_flag", (it, session) -> flag(it.index() == session.windows().firstKey())),
            new Variables.Row("window_format", it -> SessionVariables.kind(it, "window")));
    // @formatter:on

    private WindowVariables() {}

    private static Variables.Row window(String name, BiFunction<Subject, Window, String> value) {
        return new Variables.Row(name, it -> it.window().map(window -> value.apply(it, window)).orElse(""));
    }

    private static Variables.Row place(String name, BiFunction<Subject, Session, String> value) {
        return new Variables.Row(name, it -> it.session().filter(session -> session.window(it.index()).isPresent())
                .map(session -> value.apply(it, session)).orElse(""));
    }

    /** Whether it is linked more often than once in each session of this one's group. */
    private static boolean linked(Subject it, Window window) {
        var mux = it.world().mux();
        long links = mux.holders(window.id()).stream().flatMap(session -> session.windows().values().stream())
                .filter(window.id()::equals).count();
        return links != it.session().map(session -> mux.group(session).size()).orElse(1);
    }

    private static List<Session> showing(Subject it, Window window) {
        return it.world().mux().holders(window.id()).stream()
                .filter(session -> session.currentWindow().filter(window.id()::equals).isPresent()).toList();
    }

    private static String names(List<Session> sessions) {
        return sessions.stream().map(Session::name).collect(Collectors.joining(","));
    }

    private static boolean bigger(Subject it, Window window) {
        return it.client().filter(client -> window.size().columns() > client.size().columns()
                || window.size().rows() > client.size().rows()).isPresent();
    }

    private static boolean alerted(Subject it, Session session, int kind) {
        return (session.alerts(it.index()) & kind) != 0;
    }

    private static boolean isLast(Subject it, Session session) {
        return !session.last().isEmpty() && session.last().getFirst() == it.index();
    }

    private static boolean isMarked(Subject it) {
        return it.world().mux().marked().flatMap(it.world().mux()::find).map(Pane::window)
                .equals(it.window().map(Window::id));
    }

    /** As {@code list-windows} shows them: alerts, current or last, marked, zoomed. */
    private static String flags(Subject it, Session session) {
        String place = it.index() == session.current() ? "*" : isLast(it, session) ? "-" : "";
        return SessionVariables.marks(session.alerts(it.index())) + place + (isMarked(it) ? "M" : "")
                + (it.window().filter(Window::zoomed).isPresent() ? "Z" : "");
    }
}
