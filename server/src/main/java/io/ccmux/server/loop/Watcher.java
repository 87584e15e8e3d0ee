package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.RunState;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Follows what runs in the foreground of panes that print something, and names windows after it. */
final class Watcher {
    private static final long PAUSE_MILLIS = 500;
    private static final int NAME_CHARACTERS_MAX = 256;

    private final Core core;
    private final LiveWorld world;
    private final Set<PaneId> printed = new LinkedHashSet<>();
    private boolean timed;

    Watcher(Core core, LiveWorld world) {
        this.core = core;
        this.world = world;
    }

    /** Whether a word of a command asks for what only a look at the processes can tell. */
    static boolean concerns(String word) {
        return word.contains("pane_current") || word.contains("window_name") || word.contains("#W")
                || word.startsWith("list-w") || word.equals("lsw");
    }

    void printed(PaneId pane) {
        printed.add(pane);
        if (!timed) {
            timed = true;
            core.timers().after(PAUSE_MILLIS, () -> {
                timed = false;
                look(0);
            });
        }
    }

    /** Runs the deed after another look at all panes. */
    void lookThen(Runnable deed) {
        core.mux().panes().forEach(pane -> printed.add(pane.id()));
        look(core.jobs().begin(outcome -> deed.run()));
    }

    private void look(long job) {
        Map<PaneId, Long> pids = new HashMap<>();
        printed.forEach(id -> core.mux().find(id).filter(pane -> pane.state() == RunState.RUNNING)
                .ifPresent(pane -> pids.put(id, pane.pid())));
        printed.clear();
        core.outside().look(pids, job);
    }

    void seen(Report.PaneSeen seen) {
        var pane = core.mux().find(seen.pane());
        if (pane.isEmpty() || pane.get().lastSeen(seen.directory(), seen.command())) {
            return;
        }
        core.ledger().commit(List.of(new PaneEvent.Located(seen.pane(), seen.directory(), seen.command())));
        core.mux().find(pane.get().window()).ifPresent(this::rename);
    }

    void renameAll() {
        core.mux().windows().forEach(this::rename);
    }

    private void rename(Window window) {
        if (!window.options().flag("automatic-rename") || window.panes().isEmpty()) {
            return;
        }
        var pane = core.mux().find(window.active());
        var holder = core.mux().holders(window.id()).stream().findFirst();
        if (pane.isEmpty() || holder.isEmpty() || pane.get().command().isEmpty()) {
            return;
        }
        int index = holder.get().index(window.id()).orElse(-1);
        var subject = Subject.of(world, holder.get(), index, pane.get());
        String name = new Formats().expand(window.options().string("automatic-rename-format"), subject);
        String cut = name.length() > NAME_CHARACTERS_MAX ? name.substring(0, NAME_CHARACTERS_MAX) : name;
        if (!cut.isEmpty() && !cut.equals(window.name())) {
            core.ledger().commit(List.<Event>of(new WindowEvent.Renamed(window.id(), cut)));
        }
    }
}
