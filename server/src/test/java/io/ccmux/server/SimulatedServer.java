package io.ccmux.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.TestLanes;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.LoopBench;
import io.ccmux.server.loop.Report;
import io.ccmux.server.loop.Restart;
import io.ccmux.server.loop.Revivals;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.RunState;

/**
 * A whole server on one thread and in virtual time: the real state, loop, journal and recovery; the disk, the threads,
 * the programs and the clients are twins. Nothing happens but what a seed wants to happen next.
 */
final class SimulatedServer {
    private final LoopBench.Tasks thread = new LoopBench.Tasks();
    private final JournaledTwin.Told told = new JournaledTwin.Told(thread.inbox());
    private final TestLanes lanes = new TestLanes();
    private final LoadedState state = new LoadedState(false, RecordExtensions.installed());
    private final Persistence persistence;
    private final World world;
    private final LoopBench bench;
    private boolean turning;

    /** What outlives servers: what was ever journaled, the programs' next answers, the wall clock, and the machine. */
    record Surroundings(Chronicle chronicle, Random random, long micros, String boot) {}

    private SimulatedServer(Storage storage, PersistenceSettings settings, Surroundings around) throws IOException {
        persistence = lanes.open(settings, storage, new TestLanes.Server(EventTypes.registry(), state,
                told, around.random.nextLong()));
        world = new World(thread.inbox(), persistence, state.mux(), remembering(around));
        bench = new LoopBench(thread, _ -> world, _ -> new LoopBench.Found(state.mux(),
                persistence.status().appendedSerial(), new Restart.Circumstances(!persistence.report().unclean(),
                        around.boot, state.lastMicros(), RecoveryPage.news(persistence.report()),
                        new Revivals(_ -> {}))));
    }

    /** Who cannot write, and perhaps not even read, does nothing that anybody will remember. */
    private Surroundings remembering(Surroundings around) {
        if (persistence.report().readOnly()) {
            return new Surroundings(new Chronicle(), around.random, around.micros, around.boot);
        }
        around.chronicle.forgetAfter(persistence.status().appendedSerial());
        return around;
    }

    /** Recovers a directory, and begins to bring back what should live. */
    static SimulatedServer start(Storage storage, PersistenceSettings settings, Surroundings around)
            throws IOException {
        return new SimulatedServer(storage, settings, around);
    }

    /** The same in a world in which nothing else ever was. */
    static SimulatedServer alone(Storage storage, PersistenceSettings settings) throws IOException {
        return start(storage, settings, new Surroundings(new Chronicle(), new Random(1), 0, "boot"));
    }

    /** Programs that start when they are told to, echo what is typed, and end when their line is cut. */
    private static final class World extends JournaledTwin {
        private final Chronicle chronicle;
        private final List<Run> starting = new ArrayList<>();
        private final Set<Run> running = new HashSet<>();
        private final Map<PaneId, Integer> runs = new LinkedHashMap<>();
        private long skew;

        World(Inbox inbox, Persistence persistence, Mux mux, Surroundings around) {
            super(inbox, persistence, mux);
            chronicle = around.chronicle;
            skew = around.micros;
        }

        @Override
        public long micros() {
            return super.micros() + skew;
        }

        @Override
        public long append(long stamp, List<Event> events) {
            long serial = super.append(stamp, events);
            chronicle.add(serial, stamp, events);
            return serial;
        }

        @Override
        public void spawn(PaneId pane, int run, Program program) {
            starting.add(new Run(pane, run));
            runs.put(pane, run);
        }

        @Override
        public void write(PaneId pane, byte[] bytes) {
            if (runs.containsKey(pane) && running.contains(new Run(pane, runs.get(pane)))) {
                inbox.add(new Report.PaneWrote(pane, runs.get(pane), echo(bytes)));
            }
        }

        /** As a terminal echoes: an echoed question must not be asked again, for ever. */
        private static byte[] echo(byte[] bytes) {
            byte[] echo = bytes.clone();
            for (int i = 0; i < echo.length; i++) {
                echo[i] = echo[i] < ' ' ? (byte) '^' : echo[i];
            }
            return echo;
        }

        @Override
        public void hangUp(PaneId pane) {
            end(pane, 1, true);
        }

        @Override
        public void signal(PaneId pane, int signal) {
            end(pane, signal, true);
        }

        void end(PaneId pane, int signal, boolean ours) {
            if (runs.containsKey(pane) && running.remove(new Run(pane, runs.get(pane)))) {
                inbox.add(new Report.PaneExited(pane, runs.get(pane), 0, signal, ours));
            }
        }
    }

    /** One life of a pane's program. */
    private record Run(PaneId pane, int run) {}

    Mux mux() {
        return state.mux();
    }

    Persistence persistence() {
        return persistence;
    }

    /** The highest serial that it was told is on the medium. */
    long synced() {
        return told.synced();
    }

    LoopBench bench() {
        return bench;
    }

    TestLanes lanes() {
        return lanes;
    }

    long micros() {
        return world.micros();
    }

    boolean stopped() {
        return world.stopped;
    }

    /** Whether the session thread is in the middle of something. */
    boolean turning() {
        return turning;
    }

    /** Runs one task of the session thread. */
    boolean turn() {
        turning = true;
        try {
            return thread.step();
        } finally {
            turning = false;
        }
    }

    /** Runs the session thread until it has nothing to do. */
    void settle() {
        while (turn()) {
            // one after the other
        }
    }

    /** Runs all threads until none has anything to do. */
    void rest() {
        do {
            settle();
            lanes.settle();
        } while (turn());
    }

    /** Time goes on, everywhere. */
    void pass(long millis) {
        world.pass(millis, () -> {});
        lanes.passTime(millis);
    }

    /** Somebody sets the clock of the wall. */
    void skew(long micros) {
        world.skew = micros;
    }

    /** A program that was to be started has been, or cannot be. */
    void startNext(Random random) {
        if (!world.starting.isEmpty()) {
            var run = world.starting.remove(random.nextInt(world.starting.size()));
            if (random.nextInt(12) == 0) {
                thread.inbox().add(new Report.PaneFailed(run.pane, run.run, "cannot be started"));
            } else {
                world.running.add(run);
                thread.inbox().add(new Report.PaneStarted(run.pane, run.run, 5000 + run.pane.number(),
                        "/dev/pts/" + run.pane.number(), "/"));
            }
        }
    }

    /** A program ends: by itself, or by a signal that we did not send. */
    void endOne(Random random) {
        if (!world.running.isEmpty()) {
            var panes = List.copyOf(world.runs.keySet());
            world.end(panes.get(random.nextInt(panes.size())), random.nextInt(3) == 0 ? 15 : 0, false);
        }
    }

    /** A program prints, if its output is read. */
    void print(Random random, byte[] bytes) {
        if (!world.runs.isEmpty() && persistence.keepsUp()) {
            var panes = List.copyOf(world.runs.keySet());
            var pane = panes.get(random.nextInt(panes.size()));
            if (world.running.contains(new Run(pane, world.runs.get(pane)))) {
                thread.inbox().add(new Report.PaneWrote(pane, world.runs.get(pane), bytes));
            }
        }
    }

    /** The panes whose program should live and that nobody has asked to be started. */
    List<PaneId> deserted() {
        return mux().panes().stream()
                .filter(pane -> pane.state() == RunState.STARTING || pane.state() == RunState.RUNNING)
                .filter(pane -> world.runs.getOrDefault(pane.id(), 0) != pane.run()).map(pane -> pane.id()).toList();
    }

    void stop() throws IOException {
        world.journal().stop(micros());
    }
}
