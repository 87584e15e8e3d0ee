package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mode.PopupOverlay;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;

/**
 * The programs in boxes over clients' screens. They are started and fed as those of panes are, under numbers below
 * zero, which no pane has. They live in memory alone: no event tells of them, and they end with their box.
 */
final class Popups {
    /** The run that a report of such a program names. */
    private static final int RUN = 1;

    /** A box that shows, and on which display. */
    private record Shown(Display display, PopupOverlay overlay) {}

    private final Core core;
    private final Map<PaneId, Shown> shown = new HashMap<>();
    private int next = -2;

    Popups(Core core) {
        this.core = core;
    }

    /** Shows a box and starts its program; told when the box goes. */
    void show(Effect.ShowPopup show, Display display, Scene scene, Consumer<Outcome> then) {
        var id = new PaneId(next--);
        var overlay = new PopupOverlay(id, show, scene.mouse(), scene);
        display.cover(overlay, outcome -> gone(id, outcome, then));
        shown.put(id, new Shown(display, overlay));
        var launch = show.launch();
        var program = new Outside.Program(launch.arguments(), launch.directory(),
                PaneEnvironment.of(core.mux(), core.mux().find(display.session()), launch, core.facts()),
                overlay.size());
        core.afterWritten(() -> core.outside().spawn(id, RUN, program));
    }

    private void gone(PaneId id, Outcome outcome, Consumer<Outcome> then) {
        shown.remove(id);
        core.afterWritten(() -> core.outside().hangUp(id));
        then.accept(outcome);
    }

    /** Whether a report speaks of such a program. */
    static boolean owns(PaneId id) {
        return id.number() < 0;
    }

    /** Handles what is reported of such a program; returns whether it was. */
    boolean takes(Report report) {
        if (report instanceof Report.PaneStarted started && owns(started.pane())) {
            started(started);
        } else if (report instanceof Report.PaneFailed failed && owns(failed.pane())) {
            failed(failed);
        } else if (report instanceof Report.PaneExited exited && owns(exited.pane())) {
            exited(exited);
        } else {
            return false;
        }
        return true;
    }

    /** The box may be gone by now: then the program goes, too. */
    private void started(Report.PaneStarted report) {
        if (!shown.containsKey(report.pane())) {
            core.outside().hangUp(report.pane());
        }
    }

    void wrote(PaneId id, byte[] bytes) {
        var popup = shown.get(id);
        if (popup != null) {
            byte[] answer = popup.overlay().feed(bytes, core.outside().micros());
            if (answer.length > 0) {
                core.outside().write(id, answer);
            }
            popup.display().stale();
        }
    }

    private void exited(Report.PaneExited report) {
        int status = report.signal() > 0 ? 128 + report.signal() : report.status();
        end(report.pane(), status);
    }

    private void failed(Report.PaneFailed report) {
        wrote(report.pane(), report.message().getBytes(StandardCharsets.UTF_8));
        end(report.pane(), 1);
    }

    private void end(PaneId id, int status) {
        var popup = shown.get(id);
        if (popup == null) {
            return;
        }
        boolean closes = popup.overlay().ended(status);
        popup.display().stale();
        if (closes) {
            popup.display().uncover().accept(new Outcome.Finished(status, new byte[0]));
        }
    }

    /** The client has another size. */
    void fit(ClientId id) {
        var client = core.clients().find(id);
        shown.forEach((program, popup) -> client.filter(known -> known.display().equals(Optional.of(popup.display())))
                .ifPresent(known -> {
                    popup.overlay().fit(known.size());
                    core.outside().resize(program, popup.overlay().size());
                }));
    }
}
