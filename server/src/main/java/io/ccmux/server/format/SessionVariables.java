package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;
import static io.ccmux.server.format.Variables.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.WindowId;

/** Variables of a session. */
final class SessionVariables {
    // @formatter:off
    static final List<Variables.Row> ROWS = List.of(
            row("session_activity", (it, session) -> seconds(activity(it, session))),
            row("session_activity_flag", (it, session) -> flag(alerted(session, Session.ACTIVITY))),
            row("session_alert", (it, session) -> marks(allAlerts(session))),
            row("session_alerts", (it, session) -> alerts(session)),
            row("session_attached", (it, session) -> count(it.attached(session.id()))),
            row("session_attached_list", (it, session) -> names(it.attached(session.id()).stream())),
            row("session_bell_flag", (it, session) -> flag(alerted(session, Session.BELL))),
            row("session_created", (it, session) -> seconds(session.createdMicros())),
            row("session_group", (it, session) -> session.group()),
            row("session_group_attached", (it, session) -> count(groupClients(it, session))),
            row("session_group_attached_list", (it, session) -> names(groupClients(it, session).stream())),
            row("session_group_list", (it, session) -> grouped(it, session, SessionVariables::groupNames)),
            row("session_group_many_attached", (it, session) -> flag(groupClients(it, session).size() > 1)),
            row("session_group_size", (it, session) -> grouped(it, session, SessionVariables::count)),
            row("session_grouped", (it, session) -> flag(!session.group().isEmpty())),
            row("session_id", (it, session) -> session.id().toString()),
            row("session_last_attached", (it, session) -> time(session.attachedMicros())),
            row("session_many_attached", (it, session) -> flag(it.attached(session.id()).size() > 1)),
            row("session_marked", (it, session) -> flag(marked(it, session))),
            row("session_name", (it, session) -> session.name()),
            row("session_path", (it, session) -> session.directory()),
            row("session_silence_flag", (it, session) -> flag(alerted(session, Session.SILENCE))),
            row("session_stack", (it, session) -> stack(session)),
            row("session_windows", (it, session) -> String.valueOf(session.windows().size())),
            row("active_window_index", (it, session) -> String.valueOf(session.current())),
            row("last_window_index", (it, session) -> String.valueOf(lastIndex(session))),
            new Variables.Row("session_active", SessionVariables::active),
            new Variables.Row("session_format", it -> kind(it, "session")));
    // @formatter:on

    private SessionVariables() {}

    private static Variables.Row row(String name, BiFunction<Subject, Session, String> value) {
        return new Variables.Row(name, it -> it.session().map(session -> value.apply(it, session)).orElse(""));
    }

    private static String active(Subject it) {
        Optional<Session> shown = it.client().flatMap(ClientView::session).flatMap(it.world().mux()::find);
        return it.client().isEmpty() || it.session().isEmpty() ? "" : flag(shown.equals(it.session()));
    }

    /** Whether a list says that the subject stands for an object of this kind. */
    static String kind(Subject it, String kind) {
        return flag(kind.equals(it.extra().get(Subject.KIND)));
    }

    private static long activity(Subject it, Session session) {
        long windows = session.windows().values().stream().mapToLong(it.world()::activityMicros).max().orElse(0);
        long clients = it.attached(session.id()).stream().mapToLong(ClientView::activityMicros).max().orElse(0);
        return Math.max(Math.max(windows, clients), Math.max(session.createdMicros(), session.attachedMicros()));
    }

    private static String time(long micros) {
        return micros == 0 ? "" : seconds(micros);
    }

    private static boolean alerted(Session session, int kind) {
        return (allAlerts(session) & kind) != 0;
    }

    private static int allAlerts(Session session) {
        int all = 0;
        for (int index : session.windows().keySet()) {
            all |= session.alerts(index);
        }
        return all;
    }

    /** The windows that have alerts, each with its marks: {@code 1#,3!}. */
    private static String alerts(Session session) {
        return session.windows().keySet().stream().filter(index -> session.alerts(index) != 0)
                .map(index -> index + marks(session.alerts(index))).collect(Collectors.joining(","));
    }

    static String marks(int alerts) {
        return ((alerts & Session.ACTIVITY) != 0 ? "#" : "") + ((alerts & Session.BELL) != 0 ? "!" : "")
                + ((alerts & Session.SILENCE) != 0 ? "~" : "");
    }

    private static String stack(Session session) {
        List<Integer> indexes = new ArrayList<>(List.of(session.current()));
        indexes.addAll(session.last());
        return indexes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static int lastIndex(Session session) {
        return session.windows().isEmpty() ? -1 : session.windows().lastKey();
    }

    private static boolean marked(Subject it, Session session) {
        Optional<WindowId> window = it.world().mux().marked().flatMap(it.world().mux()::find)
                .map(pane -> pane.window());
        return window.isPresent() && session.windows().containsValue(window.get());
    }

    private static List<ClientView> groupClients(Subject it, Session session) {
        return session.group().isEmpty()
                ? List.of()
                : it.world().mux().group(session).stream().flatMap(one -> it.attached(one.id()).stream()).toList();
    }

    private static String grouped(Subject it, Session session, Function<List<Session>, String> value) {
        return session.group().isEmpty() ? "" : value.apply(it.world().mux().group(session));
    }

    private static String groupNames(List<Session> sessions) {
        return sessions.stream().map(Session::name).collect(Collectors.joining(","));
    }

    static String count(List<?> items) {
        return String.valueOf(items.size());
    }

    static String names(Stream<ClientView> clients) {
        return clients.map(ClientView::name).collect(Collectors.joining(","));
    }
}
