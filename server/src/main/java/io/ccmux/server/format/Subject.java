package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowId;

/**
 * What a format speaks of: a client, a session, one of its windows and one of that window's panes, as far as there are
 * any. A subject is made for one expansion and thrown away.
 *
 * @param index the window's index in the session; -1 if there is no session or it is not in there
 * @param extra variables of the occasion, such as those of a paste buffer; they go before all others
 */
public record Subject(World world, Optional<ClientView> client, Optional<Session> session, int index,
        Optional<Window> window, Optional<Pane> pane, Map<String, String> extra) implements FormatContext {

    /** The variable that says what a subject is about, for {@code session_format} and the like. */
    static final String KIND = "subject_kind";

    /** Nothing but the server. */
    public static Subject of(World world) {
        return new Subject(world, Optional.empty(), Optional.empty(), -1, Optional.empty(), Optional.empty(), Map.of());
    }

    /** A client and what it shows. */
    public static Subject of(World world, ClientView client) {
        Subject subject = client.session().flatMap(world.mux()::find).map(session -> of(world, session))
                .orElseGet(() -> of(world));
        return subject.about("client").with(client);
    }

    /** A session, its current window and that one's active pane. */
    public static Subject of(World world, Session session) {
        return of(world, session, session.current()).about("session");
    }

    /** A window of a session and its active pane. */
    public static Subject of(World world, Session session, int index) {
        Optional<Window> window = session.window(index).flatMap(world.mux()::find);
        return new Subject(world, Optional.empty(), Optional.of(session), index, window, activePane(world, window),
                Map.of(KIND, "window"));
    }

    /** A pane in a window of a session. */
    public static Subject of(World world, Session session, int index, Pane pane) {
        return of(world, session, index).with(pane);
    }

    private static Optional<Pane> activePane(World world, Optional<Window> window) {
        return window.filter(any -> !any.panes().isEmpty()).map(Window::active).flatMap(world.mux()::find);
    }

    public Subject with(ClientView other) {
        return new Subject(world, Optional.of(other), session, index, window, pane, extra);
    }

    public Subject with(Pane other) {
        return new Subject(world, client, session, index, window, Optional.of(other), extra).about("pane");
    }

    /** The variables of the occasion. */
    public Map<String, String> occasion() {
        var variables = new HashMap<>(extra);
        variables.remove(KIND);
        return variables;
    }

    private Subject about(String kind) {
        return extra.keySet().equals(Set.of(KIND))
                ? new Subject(world, client, session, index, window, pane, Map.of(KIND, kind))
                : with(Map.of(KIND, kind));
    }

    /** With more variables; they replace those of the same name. */
    public Subject with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(extra);
        all.putAll(more);
        return new Subject(world, client, session, index, window, pane, all);
    }

    @Override
    public String value(String name) {
        return Optional.ofNullable(extra.get(name)).or(() -> Variables.value(name, this))
                .or(() -> OptionLookup.value(name, this)).orElseGet(() -> environment(name));
    }

    private String environment(String name) {
        return session.flatMap(holder -> holder.environment().variable(name))
                .or(() -> world.mux().environment().variable(name)).flatMap(variable -> variable.value()).orElse("");
    }

    @Override
    public Moment moment() {
        return world.moment();
    }

    @Override
    public String job(String command) {
        return world.job(command);
    }

    @Override
    public List<FormatContext> sessions() {
        Collection<Session> all = world.mux().sessions();
        List<FormatContext> subjects = new ArrayList<>(all.size());
        all.forEach(one -> subjects.add(keepClient(of(world, one)).with(
                Map.of("loop_current", flag(session.filter(one::equals).isPresent())))));
        return subjects;
    }

    @Override
    public List<FormatContext> windows() {
        if (session.isEmpty()) {
            return List.of();
        }
        Session holder = session.get();
        List<Integer> indexes = List.copyOf(holder.windows().keySet());
        List<FormatContext> subjects = new ArrayList<>(indexes.size());
        for (int i = 0; i < indexes.size(); i++) {
            Map<String, String> around = new HashMap<>();
            around.put("loop_current", flag(indexes.get(i) == holder.current()));
            if (i > 0) {
                around.put("prev_window_index", String.valueOf(indexes.get(i - 1)));
                around.put("prev_window_active", flag(indexes.get(i - 1) == holder.current()));
            }
            if (i + 1 < indexes.size()) {
                around.put("next_window_index", String.valueOf(indexes.get(i + 1)));
                around.put("next_window_active", flag(indexes.get(i + 1) == holder.current()));
            }
            subjects.add(keepClient(of(world, holder, indexes.get(i))).with(around));
        }
        return subjects;
    }

    @Override
    public List<FormatContext> panes() {
        List<FormatContext> subjects = new ArrayList<>();
        window.ifPresent(holder -> holder.panes().forEach(id -> world.mux().find(id).ifPresent(one -> subjects.add(
                new Subject(world, client, session, index, window, Optional.of(one), extra).with(
                        Map.of("loop_current", flag(holder.active().equals(id))))))));
        return subjects;
    }

    @Override
    public List<FormatContext> clients() {
        List<FormatContext> subjects = new ArrayList<>();
        world.clients().stream().filter(one -> one.session().isPresent()).forEach(one -> subjects.add(with(one).with(
                Map.of("loop_current", flag(client.filter(mine -> mine.id().equals(one.id())).isPresent())))));
        return subjects;
    }

    private Subject keepClient(Subject other) {
        return client.map(other::with).orElse(other);
    }

    @Override
    public boolean current() {
        return "1".equals(extra.get("loop_current"));
    }

    @Override
    public int search(String text, boolean regex, boolean ignoreCase) {
        return pane.map(one -> ScreenSearch.line(one.terminal().screen(), text, regex, ignoreCase)).orElse(0);
    }

    /** Clients that are attached to a session. */
    List<ClientView> attached(SessionId id) {
        return world.clients().stream().filter(one -> one.session().equals(Optional.of(id))).toList();
    }

    /** Clients that look at a window. */
    List<ClientView> watching(WindowId id) {
        return world.clients().stream().filter(one -> one.session().flatMap(world.mux()::find)
                .flatMap(Session::currentWindow).equals(Optional.of(id))).toList();
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
