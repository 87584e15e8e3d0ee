package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final List<String> ORDER = List.of("session-window-changed", "window-pane-changed",
            "window-linked", "session-created", "window-layout-changed", "window-resized");

    private final Mux mux;
    private final List<Occasion> untold = new ArrayList<>();
    private boolean quiet;

    Occasions(Mux mux) {
        this.mux = mux;
    }

    /** A window as it is at a moment, to be compared with a later one. */
    private record SeenWindow(String name, Size size, List<Layout> layouts, Optional<PaneId> active) {}

    /** A session as it is at a moment. */
    private record SeenSession(SessionId id, String name, Map<WindowId, String> windows, Map<WindowId, Integer> links,
            Optional<WindowId> current) {
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

    /** Puts what one transaction brought about into the order in which tmux tells it. */
    void sort(int from) {
        untold.subList(from, untold.size()).sort(Comparator.comparingInt(one -> ORDER.indexOf(one.name())));
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
                ? new SeenWindow(window.name(), window.size(), List.of(), Optional.empty())
                : new SeenWindow(window.name(), window.size(), List.of(window.layout(), window.visibleLayout()),
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
        if (!before.name().equals(after.name())) {
            raise(Occasion.of("window-renamed", mux, id));
        }
        if (before.layouts().isEmpty()) {
            return;
        }
        if (!before.size().equals(after.size())) {
            raise(Occasion.of("window-resized", mux, id));
        }
        if (!before.layouts().equals(after.layouts())) {
            raise(Occasion.of("window-layout-changed", mux, id));
        }
        if (!before.active().equals(after.active())) {
            raise(Occasion.of("window-pane-changed", mux, id));
        }
    }

    // ---- sessions --------------------------------------------------------------------------

    private List<SeenSession> seen(SessionEvent event) {
        return mux.find(event.session()).map(session -> mux.group(session).stream().map(this::seen).toList())
                .orElse(List.of());
    }

    private SeenSession seen(Session session) {
        Map<WindowId, String> windows = session.windows().values().stream().distinct().collect(Collectors.toMap(
                id -> id, id -> mux.find(id).map(window -> window.name()).orElse("")));
        var links = new HashMap<WindowId, Integer>();
        session.windows().values().forEach(window -> links.merge(window, 1, Integer::sum));
        return new SeenSession(session.id(), session.name(), windows, links, session.currentWindow());
    }

    private void changed(SessionEvent event, List<SeenSession> known) {
        switch (event) {
            case SessionEvent.Renamed renamed -> raise(Occasion.of("session-renamed", mux, renamed.session()));
            case SessionEvent.Closed closed -> closed(known);
            // @formatter:off
            case SessionEvent.Created _, SessionEvent.Attached _, SessionEvent.Used _, SessionEvent.Alerted _, SessionEvent.Relocated _,
                 SessionEvent.Furnished _, SessionEvent.Grouped _ -> {}
            // @formatter:on
            case SessionEvent.Linked _,SessionEvent.Unlinked _,SessionEvent.Arranged _,SessionEvent.Selected _ ->
                known.forEach(this::changed);
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

    private void changed(SeenSession before) {
        var session = mux.find(before.id());
        if (session.isEmpty()) {
            return;
        }
        var after = seen(session.get());
        before.windows().forEach((window, name) -> {
            if (after.links(window) < before.links(window)) {
                raise(Occasion.of("window-unlinked", mux, before.id()).with(window, name));
            }
        });
        after.windows().forEach((window, name) -> {
            if (after.links(window) > before.links(window)) {
                raise(Occasion.of("window-linked", mux, before.id()).with(window, name));
            }
        });
        if (before.windows().isEmpty()) {
            raise(Occasion.of("session-created", mux, before.id()));
        } else if (!Objects.equals(before.current(), after.current())) {
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
