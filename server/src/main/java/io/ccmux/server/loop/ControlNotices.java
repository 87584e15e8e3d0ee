package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.WindowId;

/** What clients in control mode are told of an occasion: one line, or none; the lines of tmux's control-notify.c. */
final class ControlNotices {
    private final Core core;
    private final LiveWorld world;

    ControlNotices(Core core, LiveWorld world) {
        this.core = core;
        this.world = world;
    }

    void tell(Occasion occasion) {
        for (var client : core.clients().all()) {
            client.control().ifPresent(control -> control.tell(() -> control.session()
                    .flatMap(session -> line(occasion, control, client.view().name()))
                    .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))));
        }
    }

    private Optional<String> line(Occasion of, ControlClient client, String name) {
        return switch (of.name()) {
            case "pane-mode-changed" -> of.pane().map(pane -> "%pane-mode-changed " + pane);
            case "window-linked" -> window(of, client, "window-add", "");
            case "window-unlinked" -> window(of, client, "window-close", "");
            case "window-renamed" -> window(of, client, "window-renamed", " " + of.names().window());
            case "window-pane-changed" -> of.window().flatMap(core.mux()::find)
                    .map(window -> "%window-pane-changed " + window.id() + " " + window.active());
            case "window-layout-changed" -> of.window().flatMap(window -> layout(window, client));
            case "session-created", "session-closed" -> Optional.of("%sessions-changed");
            case "session-renamed" -> of.session()
                    .map(session -> "%session-renamed " + session + " " + of.names().session());
            case "session-window-changed" -> of.session().flatMap(core.mux()::find).flatMap(session -> session
                    .currentWindow().map(window -> "%session-window-changed " + session.id() + " " + window));
            case "client-session-changed" -> of.session().map(session -> session(of, session, name));
            case "client-detached" -> Optional.of("%client-detached " + of.names().client());
            case "paste-buffer-changed", "paste-buffer-deleted" ->
                Optional.of("%" + of.name() + " " + of.names().buffer());
            default -> Optional.empty();
        };
    }

    private static String session(Occasion of, SessionId session, String name) {
        String other = of.names().client().equals(name) ? "" : " " + of.names().client();
        return (other.isEmpty() ? "%session-changed " : "%client-session-changed" + other + " ") + session + " "
                + of.names().session();
    }

    private Optional<String> window(Occasion of, ControlClient client, String what, String more) {
        return of.window().map(window -> "%" + (holds(client, window) ? "" : "unlinked-") + what + " " + window
                + more);
    }

    private boolean holds(ControlClient client, WindowId window) {
        return client.session().flatMap(core.mux()::find).map(Session::windows)
                .filter(windows -> windows.containsValue(window)).isPresent();
    }

    private Optional<String> layout(WindowId id, ControlClient client) {
        Mux mux = core.mux();
        var session = client.session().flatMap(mux::find).filter(held -> held.windows().containsValue(id));
        var window = mux.find(id).filter(known -> !known.panes().isEmpty());
        if (session.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        int index = session.get().index(id).orElseThrow();
        var subject = Subject.of(world, session.get(), index);
        return Optional.of("%layout-change " + id + " " + LayoutString.of(window.get().layout()) + " "
                + LayoutString.of(window.get().visibleLayout()) + " " + subject.value("window_raw_flags"));
    }
}
