package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Sizes;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Which size each window has among the clients that look at it: the option {@code window-size}. */
final class WindowSizes {
    private final Core core;

    WindowSizes(Core core) {
        this.core = core;
    }

    /** The events that give windows the sizes they should have. */
    List<Event> events() {
        var events = new ArrayList<Event>();
        for (var window : core.mux().windows()) {
            if (!window.panes().isEmpty()) {
                // Where panes cannot be that small the window stays as it is: saying so again would never end.
                wanted(window).filter(size -> !size.equals(window.size())).map(window.layout()::resized)
                        .filter(layout -> !layout.equals(window.layout()))
                        .ifPresent(layout -> events.add(new WindowEvent.LaidOut(window.id(), layout)));
            }
        }
        return events;
    }

    private Optional<Size> wanted(Window window) {
        var sizes = core.clients().attached().stream().filter(client -> counts(client, window))
                .sorted(Comparator.comparingLong(Client::activityMicros).reversed()).map(client -> room(client, window))
                .toList();
        return switch (window.options().choice("window-size")) {
            case "largest" -> sizes.stream().reduce((one, other) -> Size.clamped(
                    Math.max(one.columns(), other.columns()), Math.max(one.rows(), other.rows())));
            case "smallest" -> sizes.stream().reduce((one, other) -> new Size(
                    Math.min(one.columns(), other.columns()), Math.min(one.rows(), other.rows())));
            case "manual" -> Optional.of(window.chosenSize());
            default -> sizes.stream().findFirst();
        };
    }

    /** A client counts for the windows of its session; with {@code aggressive-resize} only for the one it looks at. */
    private boolean counts(Client client, Window window) {
        var session = client.session().flatMap(core.mux()::find);
        if (session.isEmpty() || client.ignoresSize()) {
            return false;
        }
        boolean silent = client.control()
                .filter(speaker -> !speaker.sizedWhole() && speaker.size(window.id()).isEmpty()).isPresent();
        if (silent) {
            return false;
        }
        return window.options().flag("aggressive-resize")
                ? session.get().currentWindow().equals(Optional.of(window.id()))
                : session.get().windows().containsValue(window.id());
    }

    private Size room(Client client, Window window) {
        var wanted = client.control().flatMap(speaker -> speaker.size(window.id()));
        if (wanted.isPresent()) {
            return wanted.get();
        }
        var session = core.mux().session(client.session().orElseThrow());
        int status = client.control().isPresent() ? 0 : Sizes.statusLines(session.options());
        return Size.clamped(client.size().columns(), client.size().rows() - status);
    }
}
