package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.mux.PaneId;

/**
 * Which panes have the focus: those that keys of a client with the focus go to. With the option {@code focus-events},
 * programs that want to hear of it do, and hooks run.
 */
final class Focus {
    private static final byte[] IN = "\033[I".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OUT = "\033[O".getBytes(StandardCharsets.US_ASCII);

    private final Core core;
    private final Programs programs;
    private Set<PaneId> focused = Set.of();

    Focus(Core core, Programs programs) {
        this.core = core;
        this.programs = programs;
    }

    /** Tells of what has changed in this turn. */
    void settle() {
        if (!core.mux().serverOptions().flag("focus-events")) {
            focused = Set.of();
            return;
        }
        var now = new LinkedHashSet<PaneId>();
        core.clients().attached().forEach(client -> client.display().filter(Display::focused)
                .flatMap(Display::activePane).ifPresent(pane -> now.add(pane.id())));
        if (now.equals(focused)) {
            return;
        }
        var before = focused;
        focused = now;
        before.stream().filter(pane -> !now.contains(pane)).forEach(pane -> tell(pane, "pane-focus-out", OUT));
        now.stream().filter(pane -> !before.contains(pane)).forEach(pane -> tell(pane, "pane-focus-in", IN));
    }

    private void tell(PaneId id, String hook, byte[] report) {
        Optional.of(id).flatMap(core.mux()::find).ifPresent(pane -> {
            if (pane.terminal().modes().focusReports() && !pane.dead()) {
                programs.write(id, report);
            }
            core.raise(Occasion.of(hook, id));
        });
    }
}
