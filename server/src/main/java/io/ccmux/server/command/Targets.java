package io.ccmux.server.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Glob;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Window;

/**
 * What the user means by a target, by the rules of tmux's cmd-find.c.
 *
 * <pre>
 *   session : window . pane      each part may be missing: the current one
 *   $1        @1       %1        ids
 *   name      index    index     then names: exact, begun, pattern; =name is exact only
 *             ^ $ ! + -  ! + - {top-left} {left-of} …
 *   = {mouse}   ~ {marked}       the whole
 * </pre>
 *
 * <p>A word without colon and dot is read as what the command wants, and if there is no such thing, as what is above
 * it.
 */
final class Targets {
    private static final Map<String, String> WINDOW_TOKENS = Map.of("{start}", "^", "{last}", "!", "{end}", "$",
            "{next}", "+", "{previous}", "-", "{current}", "@");

    /** A pane, the window it is in, and the session and index under which that was found. */
    record Place(Session session, int index, Window window, Pane pane) {}

    /** What a word without colon and dot is read as. */
    enum Kind {
        SESSION, WINDOW, PANE
    }

    /** A target cut at colon and dot; whether what is left can only mean a window, or a pane. */
    record Parts(Optional<String> session, Optional<String> window, Optional<String> pane, boolean windowOnly,
            boolean paneOnly) {}

    private final Mux mux;
    private final Scene scene;

    Targets(Mux mux, Scene scene) {
        this.mux = mux;
        this.scene = scene;
    }

    Session session(Optional<String> target) throws CommandException {
        return find(target, Kind.SESSION).session();
    }

    Place window(Optional<String> target) throws CommandException {
        return find(target, Kind.WINDOW);
    }

    Place pane(Optional<String> target) throws CommandException {
        return find(target, Kind.PANE);
    }

    /** The pane that is meant; if it is not there, the active one of what is: the window, or the session. */
    Optional<Place> nearest(Optional<String> target) {
        try {
            return Optional.of(pane(target));
        } catch (CommandException missing) {
            return nearest(parts(target.orElse(""), Kind.PANE));
        }
    }

    private Optional<Place> nearest(Parts parts) {
        var window = parts.window();
        if (parts.session().isPresent()) {
            return findSession(parts.session().get()).map(session -> window.flatMap(word -> findWindow(session, word))
                    .map(index -> place(session, index)).orElseGet(() -> place(session)));
        }
        var here = currentSession();
        var found = here.flatMap(session -> window.flatMap(word -> findWindow(session, word))
                .map(index -> place(session, index)));
        boolean lost = window.isPresent() ? window.get().startsWith("@") || !parts.windowOnly() : !parts.paneOnly();
        return found.isPresent() || lost ? found : here.map(this::place);
    }

    // ---- the current place -----------------------------------------------------------------

    /**
     * Where the line has gone to; else what the mouse is over if it led here, what the client shows, where the caller
     * sits.
     */
    Place current() throws CommandException {
        var place = scene.gone().flatMap(this::gone)
                .or(() -> scene.mouse().flatMap(Scene.MousePlace::pane).flatMap(mux::find).flatMap(this::placeOf))
                .or(this::shown).or(() -> scene.pane().flatMap(mux::find).flatMap(this::placeOf))
                .or(() -> best().map(this::place));
        return place.orElseThrow(() -> new CommandException("no current target"));
    }

    private Optional<Place> gone(Scene.Gone gone) {
        var session = mux.find(gone.session());
        return mux.find(gone.pane()).flatMap(pane -> session.flatMap(holder -> holder.index(pane.window())
                .map(index -> new Place(holder, index, mux.window(pane.window()), pane))));
    }

    private Optional<Place> shown() {
        var place = scene.attached().flatMap(ClientView::session).flatMap(mux::find).map(this::place);
        var own = scene.attached().flatMap(ClientView::pane).flatMap(mux::find);
        return place.map(at -> own.filter(pane -> pane.window().equals(at.window().id()))
                .map(pane -> new Place(at.session(), at.index(), at.window(), pane)).orElse(at));
    }

    Optional<Session> currentSession() {
        try {
            return Optional.of(current().session());
        } catch (CommandException none) {
            return Optional.empty();
        }
    }

    /** The session used last. */
    private Optional<Session> best() {
        return mux.sessions().stream().max(Comparator.comparingLong(this::usedMicros).thenComparing(Session::id));
    }

    /** The session used last of those that no client shows; of all, if every one is shown. */
    Session unattached() throws CommandException {
        var shown = Comparator.<Session, Boolean>comparing(session -> Attaching.showing(scene, session.id()).isEmpty());
        return mux.sessions().stream()
                .max(shown.thenComparingLong(this::usedMicros).thenComparing(Session::id))
                .orElseThrow(() -> new CommandException("no sessions"));
    }

    private long usedMicros(Session session) {
        long used = Math.max(session.createdMicros(), session.attachedMicros());
        for (var client : scene.clients()) {
            if (client.session().equals(Optional.of(session.id()))) {
                used = Math.max(used, client.activityMicros());
            }
        }
        return used;
    }

    /** The active pane of a session's current window. */
    static Place place(Mux mux, Session session) {
        return place(mux, session, session.current());
    }

    /** The active pane of the window at an index. */
    static Place place(Mux mux, Session session, int index) {
        var window = mux.window(session.window(index).orElseThrow());
        return new Place(session, index, window, mux.pane(window.active()));
    }

    private Place place(Session session) {
        return place(mux, session);
    }

    private Place place(Session session, int index) {
        return place(mux, session, index);
    }

    /** A pane in the session of the caller if that holds it, else in the one used last. */
    private Optional<Place> placeOf(Pane pane) {
        return holder(mux.window(pane.window()))
                .map(place -> new Place(place.session(), place.index(), place.window(), pane));
    }

    private Optional<Place> holder(Window window) {
        var holders = mux.holders(window.id());
        var own = scene.caller().session();
        return holders.stream().filter(session -> own.equals(Optional.of(session.id()))).findFirst()
                .or(() -> holders.stream().max(Comparator.comparingLong(this::usedMicros)))
                .map(session -> place(session, session.index(window.id()).orElseThrow()));
    }

    // ---- finding ---------------------------------------------------------------------------

    private Place find(Optional<String> target, Kind kind) throws CommandException {
        if (target.isEmpty() || target.get().isEmpty()) {
            return current();
        }
        String text = target.get();
        if (text.equals("=") || text.equals("{mouse}")) {
            return scene.mouse().flatMap(Scene.MousePlace::pane).flatMap(mux::find).flatMap(this::placeOf)
                    .orElseThrow(() -> new CommandException("no mouse target"));
        }
        if (text.equals("~") || text.equals("{marked}")) {
            return mux.marked().flatMap(mux::find).flatMap(this::placeOf)
                    .orElseThrow(() -> new CommandException("no marked target"));
        }
        var parts = parts(text, kind);
        if (parts.session().isPresent()) {
            var session = sessionOrFail(parts.session().get());
            if (parts.window().isEmpty() && parts.pane().isPresent()) {
                return paneIn(place(session), parts.pane().get());
            }
            var place = parts.window().isEmpty() ? place(session) : windowIn(session, parts.window().get());
            return parts.pane().isEmpty() ? place : paneIn(place, parts.pane().get());
        }
        if (parts.window().isPresent()) {
            var place = windowAnywhere(parts.window().get(), parts.windowOnly());
            return parts.pane().isEmpty() ? place : paneIn(place, parts.pane().get());
        }
        return parts.pane().isPresent() ? paneAnywhere(parts.pane().get(), parts.paneOnly()) : current();
    }

    static Parts parts(String target, Kind kind) {
        int colon = target.indexOf(':');
        int dot = target.indexOf('.', colon + 1);
        var head = some(colon >= 0 ? target.substring(0, colon) : dot >= 0 ? target.substring(0, dot) : target);
        var pane = dot >= 0 ? some(target.substring(dot + 1)).map(PaneTokens::plain) : Optional.<String>empty();
        if (colon >= 0) {
            var window = some(dot >= 0 ? target.substring(colon + 1, dot) : target.substring(colon + 1));
            return new Parts(head, window.map(Targets::windowToken), pane, true, true);
        }
        if (dot >= 0) {
            return new Parts(Optional.empty(), head.map(Targets::windowToken), pane, false, true);
        }
        var as = target.startsWith("$")
                ? Kind.SESSION
                : target.startsWith("@") && target.length() > 1
                        ? Kind.WINDOW
                        : target.startsWith("%") ? Kind.PANE : kind;
        return new Parts(as == Kind.SESSION ? head : Optional.empty(),
                as == Kind.WINDOW ? head.map(Targets::windowToken) : Optional.empty(),
                as == Kind.PANE ? head.map(PaneTokens::plain) : Optional.empty(), false, false);
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String windowToken(String text) {
        return WINDOW_TOKENS.getOrDefault(text, text);
    }

    Session sessionOrFail(String word) throws CommandException {
        return findSession(word)
                .orElseThrow(() -> new CommandException("can't find session: " + withoutMark(word)));
    }

    private static String withoutMark(String word) {
        return word.startsWith("=") ? word.substring(1) : word;
    }

    Optional<Session> findSession(String word) {
        if (word.startsWith("$")) {
            return number(word.substring(1)).flatMap(id -> mux.sessions().stream()
                    .filter(session -> session.id().number() == id).findFirst());
        }
        String name = withoutMark(word);
        var exact = mux.sessionNamed(name)
                .or(() -> scene.clients().stream().filter(client -> client.name().equals(name)).findFirst()
                        .flatMap(ClientView::session).flatMap(mux::find));
        return exact.isPresent() || word.startsWith("=")
                ? exact
                : onlyOne(List.copyOf(mux.sessions()), Session::name, name);
    }

    /** The one whose name begins so, else the one whose name matches; empty if there are several. */
    private static <T> Optional<T> onlyOne(List<T> all, Function<T, String> name, String word) {
        var begun = all.stream().filter(one -> name.apply(one).startsWith(word)).toList();
        if (!begun.isEmpty()) {
            return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
        }
        var matching = all.stream().filter(one -> Glob.matches(word, name.apply(one))).toList();
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    private Place windowIn(Session session, String word) throws CommandException {
        return findWindow(session, word).map(index -> place(session, index))
                .orElseThrow(() -> new CommandException("can't find window: " + withoutMark(word)));
    }

    Place windowAnywhere(String word, boolean windowOnly) throws CommandException {
        if (word.startsWith("@") && word.length() > 1) {
            return number(word.substring(1))
                    .flatMap(id -> mux.windows().stream().filter(window -> window.id().number() == id).findFirst())
                    .flatMap(this::holder)
                    .orElseThrow(() -> new CommandException("can't find window: " + word));
        }
        var here = currentSession();
        var found = here.flatMap(session -> findWindow(session, word)).map(index -> place(here.orElseThrow(), index));
        if (found.isEmpty() && !windowOnly) {
            found = findSession(word).map(this::place);
        }
        return found.orElseThrow(() -> new CommandException("can't find window: " + withoutMark(word)));
    }

    /** The index that a word means in a session. */
    Optional<Integer> findWindow(Session session, String word) {
        var indexes = session.windows();
        if (word.equals("@")) {
            return Optional.of(session.current());
        }
        if (word.startsWith("@")) {
            return number(word.substring(1)).flatMap(id -> indexes.entrySet().stream()
                    .filter(entry -> entry.getValue().number() == id).map(Map.Entry::getKey).findFirst());
        }
        if (word.equals("!")) {
            return session.last().stream().findFirst();
        }
        if (word.equals("^") || word.equals("$")) {
            return Optional.of(word.equals("^") ? indexes.firstKey() : indexes.lastKey());
        }
        if (word.startsWith("+") || word.startsWith("-")) {
            return Optional.of(step(List.copyOf(indexes.keySet()), session.current(), offset(word)));
        }
        boolean exact = word.startsWith("=");
        String name = withoutMark(word);
        var index = number(name).filter(indexes::containsKey);
        if (index.isPresent()) {
            return index;
        }
        var all = List.copyOf(indexes.keySet());
        Function<Integer, String> nameOf = at -> mux.window(indexes.get(at)).name();
        var named = all.stream().filter(at -> nameOf.apply(at).equals(name)).toList();
        if (!named.isEmpty()) {
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        }
        return exact ? Optional.empty() : onlyOne(all, nameOf, name);
    }

    private Place paneIn(Place place, String word) throws CommandException {
        return findPane(place.window(), word).flatMap(mux::find)
                .map(pane -> new Place(place.session(), place.index(), place.window(), pane))
                .orElseThrow(() -> new CommandException("can't find pane: " + word));
    }

    private Place paneAnywhere(String word, boolean paneOnly) throws CommandException {
        if (word.startsWith("%")) {
            return number(word.substring(1)).flatMap(id -> mux.find(new PaneId(id))).flatMap(this::placeOf)
                    .orElseThrow(() -> new CommandException("can't find pane: " + word));
        }
        var here = currentSession().map(session -> currentPlaceIn(session));
        var found = here.flatMap(place -> findPane(place.window(), word).flatMap(mux::find)
                .map(pane -> new Place(place.session(), place.index(), place.window(), pane)));
        if (found.isPresent()) {
            return found.get();
        }
        if (!paneOnly) {
            try {
                return windowAnywhere(windowToken(word), false);
            } catch (CommandException notThatEither) {
                throw new CommandException("can't find pane: " + word);
            }
        }
        throw new CommandException("can't find pane: " + word);
    }

    private Place currentPlaceIn(Session session) {
        try {
            return current();
        } catch (CommandException none) {
            return place(session);
        }
    }

    private Optional<PaneId> findPane(Window window, String word) {
        if (word.startsWith("%")) {
            return number(word.substring(1)).map(PaneId::new).filter(window.panes()::contains);
        }
        var special = PaneTokens.find(window, word);
        if (special.isPresent()) {
            return special.get();
        }
        var panes = window.panes();
        if (word.startsWith("+") || word.startsWith("-")) {
            return Optional.of(step(panes, window.active(), offset(word)));
        }
        int base = window.options().number("pane-base-index");
        return number(word).map(index -> index - base).filter(at -> at >= 0 && at < panes.size()).map(panes::get);
    }

    /** The element so many places after another one, around the end. */
    private static <T> T step(List<T> all, T from, int by) {
        return all.get(Math.floorMod(all.indexOf(from) + by, all.size()));
    }

    /** How far a word of the kind {@code +2} leads; nowhere if what follows the sign is no number. */
    static int offset(String word) {
        int sign = word.charAt(0) == '-' ? -1 : 1;
        int steps = word.length() == 1 ? 1 : number(word.substring(1)).orElse(0);
        return sign * steps;
    }

    static Optional<Integer> number(String word) {
        try {
            return word.isEmpty() || !Character.isDigit(word.charAt(0))
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(word));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
