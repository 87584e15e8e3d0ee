package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.input.KeyEncoder;
import io.ccmux.server.mode.ClientOverlay;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.render.ClientPicture;
import io.ccmux.server.render.Overlay;
import io.ccmux.server.terminal.Modes.MouseTracking;

/** Draws what attached clients should see: once a turn, and only for those with something new to show. */
final class Screens {
    private final Core core;
    private final LiveWorld world;
    private final CommandRunner runner;
    private final Formats formats = new Formats();
    private final StatusClock clock;

    Screens(Core core, LiveWorld world, CommandRunner runner) {
        this.core = core;
        this.world = world;
        this.runner = runner;
        this.clock = new StatusClock(core, world, this::timePassed);
    }

    /** A pane has printed something: who looks at its window has something new to see, if no message freezes it. */
    void printed(PaneId id) {
        core.mux().find(id).ifPresent(pane -> core.clients().attached().forEach(client -> client.display()
                .filter(display -> display.shows(pane.window()) && !display.messages().freezes())
                .ifPresent(Display::dirty)));
    }

    /** Something that any screen may show has changed. */
    void changed() {
        clock.changed();
        core.clients().attached().forEach(client -> client.display().ifPresent(Display::stale));
    }

    /** The status lines may say something else. */
    void timePassed() {
        core.clients().attached().forEach(client -> client.display().ifPresent(Display::timePassed));
    }

    /** Draws the screens that have something new and whose clients are ready. */
    void draw() {
        for (var client : core.clients().attached()) {
            client.display().filter(Display::wantsFrame).ifPresent(display -> drawInTime(client, display));
        }
        clock.keep();
    }

    private void drawInTime(Client client, Display display) {
        long now = core.outside().micros();
        long left = client.pace().leftMicros(now);
        if (left <= 0) {
            client.pace().drawn(now, draw(client, display));
        } else if (!client.pace().await()) {
            core.timers().after(left / 1_000 + 1, client.pace()::waited);
        }
    }

    /** Returns the bytes of the frame. */
    private int draw(Client client, Display display) {
        var session = core.mux().find(display.session());
        if (session.isEmpty() || session.get().windows().isEmpty()) {
            return 0;
        }
        var origin = new CommandQueue.Origin(client.id(), OptionalInt.empty(),
                display.activePane().map(pane -> pane.id()), Optional.empty(), "");
        List<Overlay> overlays = display.overlay().map(over -> List.<Overlay>of(canvas -> over.draw(canvas,
                display.messageRow(), runner.scene(new CommandQueue(origin), Optional.empty())))).orElse(List.of());
        var picture = new ClientPicture(client.view(), display.messages().text(),
                display.overlay().flatMap(ClientOverlay::prompt),
                pane -> core.modes().view(pane, core.mux().pane(pane).size(), origin), overlays, display.panned());
        display.reports(mouse(display, session.get().options().flag("mouse")), display.activePane()
                .map(pane -> KeyEncoder.tellsStrokes(pane.terminal().modes().kittyFlags())).orElse(false));
        if (session.get().options().flag("set-titles")) {
            display.title(formats.expandTime(session.get().options().string("set-titles-string"),
                    Subject.of(world, client.view())));
        }
        return display.send(picture);
    }

    /** With the option {@code mouse}, dragging always; else what the active pane's program wants. */
    private MouseTracking mouse(Display display, boolean option) {
        var modes = display.activePane().map(pane -> pane.terminal().modes().mouse()).orElse(MouseTracking.OFF);
        if (!option) {
            return modes;
        }
        boolean any = core.mux().find(display.session()).flatMap(session -> session.currentWindow())
                .map(window -> core.mux().window(window).panes().stream().map(core.mux()::pane)
                        .anyMatch(pane -> pane.terminal().modes().mouse() == MouseTracking.ANY))
                .orElse(false);
        boolean follows = display.options().flag("focus-follows-mouse");
        return any || follows ? MouseTracking.ANY : MouseTracking.BUTTON;
    }
}
