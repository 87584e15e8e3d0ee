package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowId;

/**
 * Bells, activity and silence of windows, by tmux's rules: a window that nobody looks at is marked, and, if the option
 * of the kind says so, clients are told by a bell, by a message or by both, and the hook of the kind runs.
 */
final class Alerts {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    /** The kinds; their names are those of options and hooks. */
    private enum Kind {
        BELL(Session.BELL), ACTIVITY(Session.ACTIVITY), SILENCE(Session.SILENCE);

        private final int flag;

        Kind(int flag) {
            this.flag = flag;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        String said() {
            return name().charAt(0) + option().substring(1);
        }
    }

    private final Core core;
    private final Map<WindowId, Long> activity = new HashMap<>();
    private final Set<WindowId> printed = new LinkedHashSet<>();
    private final Set<WindowId> listened = new LinkedHashSet<>();

    Alerts(Core core) {
        this.core = core;
    }

    /** When a window last printed something, or 0. */
    long activityMicros(WindowId window) {
        return activity.getOrDefault(window, 0L);
    }

    void printed(PaneId id) {
        core.mux().find(id).ifPresent(pane -> {
            activity.put(pane.window(), core.outside().micros());
            printed.add(pane.window());
        });
    }

    void closed(WindowId window) {
        activity.remove(window);
    }

    /** Tells of the windows that printed something in this turn. */
    void settle() {
        if (printed.isEmpty()) {
            return;
        }
        var windows = List.copyOf(printed);
        printed.clear();
        windows.forEach(id -> core.mux().find(id).filter(window -> window.options().flag("monitor-activity"))
                .ifPresent(window -> alert(window, Kind.ACTIVITY)));
    }

    void bell(PaneId id) {
        var window = core.mux().window(core.mux().pane(id).window());
        if (window.options().flag("monitor-bell")) {
            alert(window, Kind.BELL);
        }
    }

    /** Listens to windows that should not be silent for long; to be called when options may have changed. */
    void listen() {
        for (var window : core.mux().windows()) {
            if (window.options().number("monitor-silence") > 0 && listened.add(window.id())) {
                activity.putIfAbsent(window.id(), core.outside().micros());
                listenTo(window.id(), window.options().number("monitor-silence") * MILLIS_PER_SECOND);
            }
        }
    }

    private void listenTo(WindowId id, long millis) {
        core.timers().after(millis, () -> {
            var window = core.mux().find(id);
            int seconds = window.map(one -> one.options().number("monitor-silence")).orElse(0);
            if (seconds == 0) {
                listened.remove(id);
                return;
            }
            long silent = core.outside().micros() - activityMicros(id);
            long left = seconds * MICROS_PER_SECOND - silent;
            if (left <= 0) {
                alert(window.orElseThrow(), Kind.SILENCE);
                left = seconds * MICROS_PER_SECOND;
            }
            listenTo(id, Math.max(1, left / MILLIS_PER_SECOND));
        });
    }

    /** In each session, a window is marked once; of a bell one is told again and again. */
    private void alert(Window window, Kind kind) {
        var told = new LinkedHashSet<SessionId>();
        for (var session : core.mux().holders(window.id())) {
            for (var place : List.copyOf(session.windows().entrySet())) {
                if (place.getValue().equals(window.id())) {
                    alert(session, place.getKey(), kind, told);
                }
            }
        }
    }

    private void alert(Session session, int index, Kind kind, Set<SessionId> told) {
        boolean marked = (session.alerts(index) & kind.flag) != 0;
        if (marked && kind != Kind.BELL) {
            return;
        }
        boolean current = session.current() == index;
        boolean seen = current && !core.clients().attached(session.id()).isEmpty();
        if (!seen && !marked) {
            core.ledger().commit(List.of(
                    new SessionEvent.Alerted(session.id(), index, session.alerts(index) | kind.flag)));
        }
        boolean applies = switch (session.options().choice(kind.option() + "-action")) {
            case "any" -> true;
            case "current" -> current;
            case "other" -> !current;
            default -> false;
        };
        if (applies) {
            var window = session.window(index).orElseThrow();
            core.raise(Occasion.of("alert-" + kind.option(), core.mux(), session.id()).with(window,
                    core.mux().window(window).name()));
            if (told.add(session.id())) {
                tell(session, index, kind);
            }
        }
    }

    private void tell(Session session, int index, Kind kind) {
        String visual = session.options().choice("visual-" + kind.option());
        String text = kind.said() + (session.current() == index ? " in current window" : " in window " + index);
        core.clients().attached(session.id()).forEach(client -> client.display().ifPresent(display -> {
            if (!visual.equals("on")) {
                display.ring();
            }
            if (!visual.equals("off")) {
                display.message(text, OptionalInt.empty());
            }
        }));
    }

    /** Whoever comes to a session sees its current window, so that has nothing more to tell. */
    void seen(SessionId id) {
        core.mux().find(id).filter(session -> session.alerts(session.current()) != 0)
                .ifPresent(session -> core.ledger().commit(List.of(
                        new SessionEvent.Alerted(id, session.current(), 0))));
    }
}
