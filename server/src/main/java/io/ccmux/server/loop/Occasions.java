package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.ServerEvent;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/** What happened in this turn and was not told yet: found by looking at the state before and after each event. */
final class Occasions {
    /** What is told after all else that one transaction brought about, in this order. */
    private static final List<String> LAST = List.of("window-linked", "session-created", "window-layout-changed",
            "window-resized");

    private final Mux mux;
    private final List<Occasion> untold = new ArrayList<>();
    private final List<Occasion> late = new ArrayList<>();
    /** Windows in which the transaction made another pane the active one. */
    private final Set<WindowId> selected = new HashSet<>();
    private boolean quiet;

    Occasions(Mux mux) {
        this.mux = mux;
    }

    /** A window as it is at a moment, to be compared with a later one. */
    private record SeenWindow(Size size, List<Layout> layouts, Optional<PaneId> active) {}

    /** A session as it is at a moment. */
    private record SeenSession(SessionId id, String name, SortedMap<Integer, WindowId> places,
            Map<WindowId, String> windows, Map<WindowId, Integer> links, int current) {
        Optional<WindowId> currentWindow() {
            return Optional.ofNullable(places.get(current));
        }

        int links(WindowId window) {
            return links.getOrDefault(window, 0);
        }
    }

    /** While a hook runs, what happens runs no other; returns whether one ran before. */
    boolean quiet(boolean hook) {
        boolean before = quiet;
        quiet = hook;
        return before;
    }

    void raise(Occasion occasion) {
        untold.add(quiet ? occasion.silenced() : occasion);
    }

    /** Told when all else is said that its transaction brought about. */
    private void raiseLate(Occasion occasion) {
        late.add(quiet ? occasion.silenced() : occasion);
    }

    /** A transaction is over: puts what it brought about into the order in which tmux tells it. */
    void settle(int from) {
        var told = untold.subList(from, untold.size());
        layoutsAfter(told);
        late.sort(Comparator.comparingInt(one -> LAST.indexOf(one.name())));
        untold.addAll(late);
        late.clear();
    }

    /** The layout of a window is told after the pane that was made active in it. */
    private void layoutsAfter(List<Occasion> told) {
        var after = new HashSet<Optional<WindowId>>();
        for (int i = told.size() - 1; i >= 0; i--) {
            var occasion = told.get(i);
            if (occasion.name().equals("window-pane-changed") && selected.contains(occasion.window().orElseThrow())) {
                after.add(occasion.window());
            } else if (occasion.name().equals("window-layout-changed") && after.contains(occasion.window())) {
                late.addFirst(told.remove(i));
            }
        }
        selected.clear();
    }

    int count() {
        return untold.size();
    }

    /** What happened since the last call. */
    List<Occasion> take() {
        if (untold.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(untold);
        untold.clear();
        return taken;
    }

    /** Applies an event by the action given and notes what came of it. */
    void watch(Event event, Runnable apply) {
        switch (event) {
            case WindowEvent of -> {
                var before = seen(of.window());
                apply.run();
                changed(of, before);
            }
            case SessionEvent of -> {
                var before = seen(of);
                apply.run();
                changed(of, before);
            }
            case PaneEvent.Retitled of -> {
                apply.run();
                raise(Occasion.of("pane-title-changed", of.pane()));
            }
            case BufferEvent of -> {
                apply.run();
                changed(of);
            }
            case PaneEvent _,OptionEvent _,KeyEvent _,EnvironmentEvent _,ServerEvent _ -> apply.run();
        }
    }

    // ---- windows ---------------------------------------------------------------------------

    private Optional<SeenWindow> seen(WindowId id) {
        return mux.find(id).map(window -> window.panes().isEmpty()
                ? new SeenWindow(window.size(), List.of(), Optional.empty())
                : new SeenWindow(window.size(), List.of(window.layout(), window.visibleLayout()),
                        Optional.of(window.active())));
    }

    private void changed(WindowEvent event, Optional<SeenWindow> known) {
        var id = event.window();
        var now = seen(id);
        if (known.isEmpty() || now.isEmpty()) {
            return;
        }
        var before = known.get();
        var after = now.get();
        if (event instanceof WindowEvent.Renamed) {
            raise(Occasion.of("window-renamed", mux, id));
        }
        if (before.layouts().isEmpty()) {
            return;
        }
        if (!before.size().equals(after.size())) {
            raiseLate(Occasion.of("window-resized", mux, id));
        }
        if (!before.layouts().equals(after.layouts())) {
            raise(Occasion.of("window-layout-changed", mux, id));
        }
        if (!before.active().equals(after.active())) {
            raise(Occasion.of("window-pane-changed", mux, id));
            if (event instanceof WindowEvent.PaneSelected) {
                selected.add(id);
            }
        }
    }

    // ---- sessions --------------------------------------------------------------------------

    private List<SeenSession> seen(SessionEvent event) {
        return mux.find(event.session()).map(session -> mux.group(session).stream().map(this::seen).toList())
                .orElse(List.of());
    }

    private SeenSession seen(Session session) {
        var windows = new LinkedHashMap<WindowId, String>();
        session.windows().values().forEach(id -> windows.put(id, mux.find(id).map(window -> window.name())
                .orElse("")));
        var links = new HashMap<WindowId, Integer>();
        session.windows().values().forEach(window -> links.merge(window, 1, Integer::sum));
        return new SeenSession(session.id(), session.name(), new TreeMap<>(session.windows()), windows, links,
                session.current());
    }

    private void changed(SessionEvent event, List<SeenSession> known) {
        switch (event) {
            case SessionEvent.Renamed renamed -> raise(Occasion.of("session-renamed", mux, renamed.session()));
            case SessionEvent.Closed closed -> closed(known);
            // @formatter:off
            case SessionEvent.Created _, SessionEvent.Attached _, SessionEvent.Used _, SessionEvent.Alerted _, SessionEvent.Relocated _,
                 SessionEvent.Furnished _, SessionEvent.Grouped _ -> {}
            // @formatter:on
            case SessionEvent.Swapped _ -> {}
            case SessionEvent.Linked _,SessionEvent.Unlinked _,SessionEvent.Arranged _,SessionEvent.Selected _ ->
                known.forEach(before -> mux.find(before.id()).map(this::seen).ifPresent(after -> {
                    if (before.id().equals(event.session())) {
                        changed(event, before, after);
                    } else if (!before.places().equals(after.places())) {
                        followed(before, after);
                    }
                }));
        }
    }

    private void closed(List<SeenSession> known) {
        for (var before : known) {
            if (mux.find(before.id()).isEmpty()) {
                var names = new Occasion.Names(before.name(), "", "", "");
                var occasion = new Occasion("session-closed", Optional.of(before.id()), Optional.empty(),
                        Optional.empty(), names, false);
                raise(occasion);
                before.windows().forEach((window, name) -> raise(new Occasion("window-unlinked", occasion.session(),
                        Optional.empty(), Optional.empty(), names, false).with(window, name)));
            }
        }
    }

    private void changed(SessionEvent event, SeenSession before, SeenSession after) {
        boolean first = event instanceof SessionEvent.Unlinked;
        if (first) {
            currentChanged(event, before, after);
        }
        unlinked(before, after);
        after.windows().forEach((window, name) -> {
            if (after.links(window) > before.links(window)) {
                var occasion = Occasion.of("window-linked", mux, before.id()).with(window, name);
                if (mux.window(window).panes().isEmpty()) {
                    raiseLate(occasion);
                } else {
                    raise(occasion);
                }
            }
        });
        if (!first) {
            currentChanged(event, before, after);
        }
    }

    /** The windows of a session whose group has changed are told anew, as tmux links them anew. */
    private void followed(SeenSession before, SeenSession after) {
        if (before.current() != after.current() && before.current() >= 0) {
            raise(Occasion.of("session-window-changed", mux, before.id()));
        }
        after.places().values().forEach(window -> raise(Occasion.of("window-linked", mux, before.id())
                .with(window, after.windows().get(window))));
        unlinked(before, after);
    }

    private void unlinked(SeenSession before, SeenSession after) {
        before.windows().forEach((window, name) -> {
            if (after.links(window) < before.links(window)) {
                raise(Occasion.of("window-unlinked", mux, before.id()).with(window, name));
            }
        });
    }

    /** Whoever looks at a session looks at another place of it; a new list of windows may show the same one there. */
    private void currentChanged(SessionEvent event, SeenSession before, SeenSession after) {
        if (before.windows().isEmpty()) {
            raiseLate(Occasion.of("session-created", mux, before.id()));
        } else if (after.current() >= 0 && after.current() != before.current()
                && (!(event instanceof SessionEvent.Arranged)
                        || !before.currentWindow().equals(after.currentWindow()))) {
            raise(Occasion.of("session-window-changed", mux, before.id()));
        }
    }

    // ---- buffers ---------------------------------------------------------------------------

    private void changed(BufferEvent event) {
        switch (event) {
            case BufferEvent.Filled(var name, var bytes, var automatic, var created) ->
                raise(Occasion.of("paste-buffer-changed").buffer(name));
            case BufferEvent.Appended appended -> {}
            case BufferEvent.Removed(var name) -> raise(Occasion.of("paste-buffer-deleted").buffer(name));
            case BufferEvent.Renamed(var name, var other) -> Stream.of(
                    Occasion.of("paste-buffer-deleted").buffer(name),
                    Occasion.of("paste-buffer-changed").buffer(other)).forEach(this::raise);
        }
    }
}
