package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import io.ccmux.server.command.Closing;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.KeyEncoder;
import io.ccmux.server.input.Stroke;
import io.ccmux.server.mode.ProgramKeys;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;

/** The programs of panes: started, fed, and what follows from what they are reported to do. */
final class Programs {
    /** How long a pane whose program was ended by a foreign signal stays: time for the server to be ended too. */
    private static final long ORPHAN_MILLIS = 3_000;
    /** How often a pane is looked at in which a program left something open. */
    private static final long EXPIRY_MILLIS = 1_100;
    private static final Set<Integer> ENDING_SIGNALS = Set.of(1, 9, 15);

    private final Core core;
    private final LiveWorld world;
    private final Map<PaneId, Consumer<Outcome>> starting = new HashMap<>();
    private final Set<PaneId> piped = new HashSet<>();
    private final Set<PaneId> waiting = new HashSet<>();
    private Consumer<PaneId> changed = pane -> {};

    Programs(Core core) {
        this.core = core;
        this.world = new LiveWorld(core, this::piped);
    }

    void spawn(PaneId id, Consumer<Outcome> then) {
        var pane = core.mux().pane(id);
        int run = pane.run();
        starting.put(id, then);
        core.afterWritten(() -> core.mux().find(id).filter(still -> still.run() == run)
                .ifPresent(still -> core.outside()
                        .spawn(id, run, new Outside.Program(still.launch().arguments(), still.launch().directory(),
                                PaneEnvironment.of(core.mux(), still, core.facts()), still.size()))));
    }

    void write(PaneId pane, byte[] bytes) {
        core.afterWritten(() -> core.outside().write(pane, bytes));
    }

    /** A key for a pane's program, as its terminal's modes want it. */
    void type(Pane pane, Key key) {
        type(pane, key, Stroke.PRESS);
    }

    /** What happened to a key, for a pane's program. */
    void type(Pane pane, Key key, Stroke stroke) {
        if (pane.inputEnabled() && !pane.dead()) {
            byte[] bytes = KeyEncoder.encode(key, stroke,
                    ProgramKeys.modes(pane.terminal().modes(), core.mux().serverOptions()));
            if (bytes.length > 0) {
                write(pane.id(), bytes);
            }
        }
    }

    // ---- what is reported ------------------------------------------------------------------

    void started(Report.PaneStarted report) {
        var pane = core.mux().find(report.pane()).filter(known -> known.run() == report.run());
        if (pane.isEmpty()) {
            core.outside().hangUp(report.pane());
            return;
        }
        var events = new ArrayList<Event>();
        events.add(new PaneEvent.Started(report.pane(), report.run(), report.pid(), report.terminal()));
        String asked = pane.get().launch().directory();
        if (!report.directory().equals(asked)) {
            events.add(new PaneEvent.Located(report.pane(), report.directory(), pane.get().command()));
            say("pane " + report.pane() + ": " + asked + " is gone, started in " + report.directory());
        }
        core.ledger().commit(events);
        tell(report.pane(), new Outcome.Done());
    }

    /** Says something to whoever is there, else to whoever comes. */
    private void say(String line) {
        core.log().message(core.outside().micros(), line);
        if (core.clients().attached().isEmpty()) {
            core.log().news(line);
        }
        core.clients().attached().forEach(client -> client.display()
                .ifPresent(display -> display.message(line, OptionalInt.empty())));
    }

    /** A pane whose first run fails goes; of a later one the recipe stays, for respawn-pane and the next start. */
    void failed(Report.PaneFailed report) {
        core.mux().find(report.pane()).filter(pane -> pane.run() == report.run()).ifPresent(pane -> {
            var events = new ArrayList<Event>();
            boolean first = pane.run() == 1;
            events.add(new PaneEvent.Exited(pane.id(), pane.run(), 1, 0, !first));
            if (first) {
                events.addAll(Closing.pane(core.mux(), pane.id()));
            } else {
                events.add(new PaneEvent.Output(pane.id(), (report.message() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
            }
            core.ledger().commit(events);
        });
        tell(report.pane(), new Outcome.Failed(report.message()));
    }

    private void tell(PaneId pane, Outcome outcome) {
        var waiting = starting.remove(pane);
        if (waiting != null) {
            waiting.accept(outcome);
        }
    }

    void wrote(PaneId id, int run, byte[] bytes) {
        var pane = core.mux().find(id);
        if (pane.isEmpty() || pane.get().run() != run) {
            return;
        }
        if (pane.get().options().flag("journal")) {
            core.ledger().commit(List.of(new PaneEvent.Output(id, bytes)));
        } else {
            core.ledger().whisper(pane.get(), bytes);
        }
        if (pane.get().terminal().waits() && waiting.add(id)) {
            expireLater(id);
        }
        if (piped.contains(id)) {
            core.outside().feedPipe(id, bytes);
        }
    }

    /** Ends what a program left open when its time is over; journaled, so that replay ends it at the same place. */
    private void expireLater(PaneId id) {
        core.timers().after(EXPIRY_MILLIS, () -> {
            if (core.mux().find(id).filter(pane -> pane.terminal().waits()).isEmpty()) {
                waiting.remove(id);
                return;
            }
            core.ledger().commit(List.of(new PaneEvent.Expired(id)));
            changed.accept(id);
            expireLater(id);
        });
    }

    void exited(Report.PaneExited report) {
        var known = core.mux().find(report.pane()).filter(pane -> pane.run() == report.run());
        if (known.isEmpty()) {
            return;
        }
        var pane = known.get();
        boolean orphaned = !report.ours() && ENDING_SIGNALS.contains(report.signal());
        var events = new ArrayList<Event>();
        events.add(new PaneEvent.Exited(pane.id(), pane.run(), report.status(), report.signal(), orphaned));
        if (!orphaned) {
            events.addAll(afterExit(pane, report.status(), report.signal()));
        }
        core.ledger().commit(events);
        if (orphaned) {
            core.timers().after(ORPHAN_MILLIS, () -> buryOrphan(report));
        }
        unpipe(pane.id());
    }

    private void buryOrphan(Report.PaneExited report) {
        core.mux().find(report.pane()).filter(pane -> pane.run() == report.run() && pane.dead())
                .ifPresent(pane -> core.ledger().commit(afterExit(pane, report.status(), report.signal())));
    }

    /** The pane goes, unless {@code remain-on-exit} keeps it. */
    private List<Event> afterExit(Pane pane, int status, int signal) {
        boolean failed = status != 0 || signal != 0;
        boolean stays = switch (pane.options().choice("remain-on-exit")) {
            case "on", "key" -> true;
            case "failed" -> failed;
            default -> false;
        };
        core.raise(exitOf(pane, stays));
        if (!stays) {
            return Closing.pane(core.mux(), pane.id());
        }
        String text = DeadPane.text(world, pane, status, signal);
        return text.isEmpty() ? List.of() : List.of(DeadPane.output(pane, text));
    }

    private Occasion exitOf(Pane pane, boolean stays) {
        var window = core.mux().window(pane.window());
        return Occasion.of(stays ? "pane-died" : "pane-exited", pane.id()).with(window.id(), window.name());
    }

    /** A pane that was closed: nobody waits for its program any more. */
    void closed(PaneId pane) {
        starting.remove(pane);
        unpipe(pane);
        core.afterWritten(() -> core.outside().hangUp(pane));
    }

    // ---- pipes -----------------------------------------------------------------------------

    void pipe(Effect.Pipe pipe) {
        boolean was = piped.contains(pipe.pane());
        unpipe(pipe.pane());
        if (pipe.command().isEmpty() || (was && pipe.toggle())) {
            return;
        }
        if (pipe.output()) {
            piped.add(pipe.pane());
        }
        core.outside().pipe(pipe.pane(), pipe.command(), pipe.output(), pipe.input());
    }

    /** Who is told of panes that look different without having printed anything. */
    void onChange(Consumer<PaneId> receiver) {
        changed = receiver;
    }

    LiveWorld world() {
        return world;
    }

    private boolean piped(PaneId pane) {
        return piped.contains(pane);
    }

    private void unpipe(PaneId pane) {
        if (piped.remove(pane)) {
            core.outside().closePipe(pane);
        }
    }
}
