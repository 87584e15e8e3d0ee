package io.ccmux.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.ccmux.persistence.Durability;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.Retention;
import io.ccmux.persistence.TestLanes;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.ReadOnlyStorage;
import io.ccmux.server.command.RandomCommands;
import io.ccmux.server.command.Sample;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.LoopBench.Seat;
import io.ccmux.server.loop.LoopBench.Tasks;
import io.ccmux.server.mux.Described;
import io.ccmux.server.terminal.VtGenerator;

/**
 * The lives of several whole servers on one directory, as one seed wants them: commands of every kind, keys, output,
 * programs that start and end, checkpoints, a disk that fails, fills up, hangs and comes back, clocks that jump, and
 * kills and power cuts at any call of the disk, in recoveries too. The same seed is the same story.
 *
 * <p>After every end: what was acknowledged is recovered; the state is one that some whole transactions had made; a
 * look that may not write, a recovery and a second one find the same; no damage is seen, for nobody did any; and no
 * pane is left without the program that it should have.
 */
final class ServerSimulation {
    private static final int LIVES_MAX = 4;
    private static final int STEPS_MAX = 150;
    /** Threads that are in the middle of something at once. */
    private static final int DEPTH_MAX = 3;
    private static final long MICROS_PER_YEAR = 365L * 24 * 3600 * 1_000_000;
    private static final List<String> SAMPLES = Sample.TABLE.values().stream().flatMap(List::stream).map(Sample::line)
            .filter(line -> !line.startsWith("kill-server") && !line.startsWith("stop-server")).sorted().toList();

    private final long seed;
    private final Random random;
    private final ServerTally tally;
    private final VtGenerator output;
    private final Chronicle chronicle = new Chronicle();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private FaultStorage storage = new FaultStorage();
    private PersistenceSettings settings;
    private SimulatedServer server;
    private RandomCommands commands;
    /** The last serial that every recovery from now on has to find. */
    private long acknowledged;
    private String lastCall = "";
    private boolean acting;
    private boolean degraded;
    private int depth;
    private int promises;
    private int boots;
    private long trace;

    ServerSimulation(long seed, ServerTally tally) {
        this.seed = seed;
        this.random = new Random(seed);
        this.tally = tally;
        this.output = new VtGenerator(seed);
    }

    /** A client that was promised something if it is told that its command succeeded. */
    private record Claim(Seat seat, String word) {}

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ": " + what);
        }
    }

    /** Lives through all of it; returns a number made of everything that happened. */
    long run() throws IOException {
        settings = PersistenceSettings.standard()
                .segmentBytes(500 + random.nextInt(40_000))
                .checkpointBytes(5_000 + random.nextInt(60_000))
                .retention(new Retention(random.nextInt(200_000), random.nextInt(100_000_000)))
                .durability(random.nextInt(4) == 0 ? Durability.RELAXED : Durability.STRICT)
                .queueBytesMax(20_000 + random.nextInt(200_000)).reserveBytes(random.nextInt(2) * 1500L);
        boolean healthy = random.nextInt(3) > 0;
        begin(0);
        int lives = 1 + random.nextInt(LIVES_MAX);
        for (int life = 1; life <= lives; life++) {
            live(healthy);
            end();
            recover();
        }
        tally.seeds++;
        return trace;
    }

    private void begin(long skew) throws IOException {
        degraded = false;
        claims.clear();
        seats.clear();
        server = SimulatedServer.start(storage, settings,
                new SimulatedServer.Surroundings(chronicle, random, skew, "boot" + boots));
        commands = new RandomCommands(random.nextLong(), server.mux());
    }

    private void live(boolean healthy) throws IOException {
        storage.betweenCalls(this::preempt);
        acting = true;
        if (random.nextInt(3) == 0) {
            server.settle();
            server.lanes().settle();
            server.settle();
            require(server.deserted().isEmpty(), "left without a program: " + server.deserted());
        }
        int steps = random.nextInt(STEPS_MAX);
        for (int step = 0; step < steps && !server.stopped(); step++) {
            int choice = random.nextInt(100);
            note(choice);
            if (choice < 40) {
                act(choice);
            } else if (choice < 46) {
                trouble(healthy);
            } else if (random.nextInt(4) == 0) {
                server.turn();
            } else {
                server.lanes().step(random);
            }
            look();
        }
        acting = false;
    }

    private void act(int choice) {
        if (choice < 5) {
            promise();
        } else if (choice < 14) {
            command(commands.next());
        } else if (choice < 22) {
            command(Arrays.asList(SAMPLES.get(random.nextInt(SAMPLES.size())).replace("'", "").split(" ")));
        } else if (choice < 28) {
            server.print(random, output.bytes(1 + random.nextInt(30)));
        } else if (choice < 32) {
            server.startNext(random);
        } else if (choice < 33) {
            server.endOne(random);
        } else if (choice < 36) {
            user();
        } else if (choice < 38) {
            server.pass(random.nextInt(degraded ? 3_000 : 400));
        } else if (choice < 39) {
            server.skew((random.nextInt(21) - 10) * MICROS_PER_YEAR);
        } else {
            command(List.of("checkpoint", "now"));
        }
    }

    /** Somebody types a command; often it is carried out at once. */
    private Seat command(List<String> words) {
        tally.commands.merge(words.getFirst(), 1L, Long::sum);
        var seat = server.bench().ask(words.toArray(String[]::new));
        if (random.nextInt(3) > 0) {
            server.settle();
        }
        return seat;
    }

    /** A command that changes something, with a word by which its transaction is found again. */
    private void promise() {
        String word = "word" + ++promises + "_";
        claims.add(new Claim(command(switch (random.nextInt(5)) {
            case 0 -> List.of("set-option", "-g", "@own", word);
            case 1 -> List.of("set-buffer", "-b", word, "text");
            case 2 -> List.of("new-session", "-d", "-s", word);
            case 3 -> List.of("set-environment", "-g", "NAME", word);
            default -> List.of("bind-key", "F9", "display-message", word);
        }), word));
    }

    /** Somebody attaches, types and leaves. */
    private void user() {
        if (seats.isEmpty() || random.nextInt(6) == 0) {
            seats.add(server.bench().askToAttach(20 + random.nextInt(100), 5 + random.nextInt(40), "new-session", "-A",
                    "-s", "a"));
            return;
        }
        var seat = seats.get(random.nextInt(seats.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                seats.remove(seat);
                server.bench().leave(seat);
            }
            case 1 -> server.bench().keys(seat, "\002" + "c%\"zno[".charAt(random.nextInt(7)));
            default -> server.bench().keys(seat, "ls\r");
        }
    }

    private void trouble(boolean healthy) {
        if (healthy || degraded) {
            storage.heal();
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> {
                int call = 1 + random.nextInt(8);
                storage.fail(call, call);
            }
            case 1 -> storage.fail(1 + random.nextInt(8), Long.MAX_VALUE);
            case 2 -> storage.full(random.nextInt(30_000));
            case 3 -> storage.readOnly(true);
            case 4 -> storage.meanwhile(1 + random.nextInt(5), this::hang);
            default -> storage.heal();
        }
    }

    /** Another thread comes in, in the middle of what one does. */
    private void preempt(String call) {
        lastCall = call;
        if (acting && depth < DEPTH_MAX && random.nextInt(100) < 10) {
            depth++;
            if (random.nextInt(4) == 0 && !server.turning()) {
                server.turn();
            } else {
                server.lanes().step(random);
            }
            depth--;
        }
    }

    /** The disk does not answer; the session thread goes on, unless it is the one that waits. */
    private void hang() {
        if (acting && !server.turning()) {
            command(commands.next());
            server.print(random, output.bytes(20));
            server.settle();
            server.pass(random.nextInt(15_000));
            server.settle();
        }
    }

    private void look() {
        var status = server.persistence().status();
        acknowledged = Math.max(acknowledged, server.synced());
        require(status.syncedSerial() <= status.appendedSerial(), "synced what was never there");
        claims.removeIf(claim -> {
            if (claim.seat().status() == 0 && settings.durability() == Durability.STRICT) {
                acknowledged = Math.max(acknowledged, chronicle.serialOf(claim.word()));
                tally.replies++;
            }
            return claim.seat().status() >= 0;
        });
        boolean trouble = status.health() == Health.DEGRADED;
        tally.outages += trouble && !degraded ? 1 : 0;
        tally.returns += degraded && !trouble ? 1 : 0;
        degraded = trouble;
        note(status.syncedSerial());
    }

    private void note(long what) {
        trace = (trace ^ what) * 0x9E3779B97F4A7C15L;
        trace ^= trace >>> 29;
    }

    private void end() throws IOException {
        if (server.stopped() || random.nextInt(10) == 0) {
            stop();
        }
        crash(random.nextInt(10) < 4);
        note(storage.files().size());
    }

    private void stop() {
        long all = chronicle.last();
        try {
            server.stop();
            tally.stops++;
            boolean saved = server.persistence().status().health() != Health.READ_ONLY;
            acknowledged = saved ? all : acknowledged;
        } catch (IOException failed) {
            tally.failedStops++;
        }
    }

    private void crash(boolean kill) throws IOException {
        String[] words = lastCall.split(" ");
        tally.places.merge(words[0] + " " + words[words.length - 1].replaceAll("[0-9a-f]{8,}", "*"), 1L, Long::sum);
        if (kill) {
            long written = server.persistence().status().writtenSerial();
            storage = storage.kill();
            tally.kills++;
            var report = look(storage.copy(), new LoadedState(false, RecordExtensions.installed()));
            require(report.lastSerial() >= written, "a kill cost what was written: " + written + ", and "
                    + report.lastSerial() + " is found");
        } else {
            storage = storage.crash(random.nextLong(), Policy.ALL.get(random.nextInt(Policy.ALL.size())));
            tally.powerCuts++;
            boots++;
        }
    }

    private void recover() throws IOException {
        for (int times = random.nextInt(4); times > 1; times--) {
            check();
            interrupt();
        }
        check();
        begin((random.nextInt(3) - 1) * MICROS_PER_YEAR);
        require(server.persistence().status().health() == Health.HEALTHY, "a disk without fault is not written");
        note(server.persistence().status().appendedSerial());
    }

    /** A recovery that ends somewhere, by a kill or with the power. */
    private void interrupt() throws IOException {
        storage.fail(1 + random.nextInt(80), Long.MAX_VALUE);
        storage.betweenCalls(call -> lastCall = call);
        begin(0);
        for (int steps = random.nextInt(30); steps > 0; steps--) {
            if (random.nextBoolean()) {
                server.turn();
            } else {
                server.lanes().step(random);
            }
            server.startNext(random);
        }
        tally.inRecovery++;
        crash(random.nextBoolean());
    }

    /** What somebody finds who may not write. */
    private static RecoveryReport look(FaultStorage directory, LoadedState into) throws IOException {
        return Inspection.of(new ReadOnlyStorage(directory), EventTypes.registry()).verify(into);
    }

    /** Everything that has to hold of a directory that somebody left. */
    private void check() throws IOException {
        var copy = storage.copy();
        var looked = new LoadedState(false, RecordExtensions.installed());
        var report = look(copy, looked);
        long found = report.lastSerial();
        require(found >= acknowledged, acknowledged + " acknowledged, " + found + " recovered");
        require(found <= chronicle.last(), "recovered what never was");
        require(chronicle.whole(found), "half a transaction");
        require(!report.damaged(), "damage that nobody did: " + report.findings());
        require(copy.files().keySet().equals(storage.files().keySet()), "a look changed something");
        var state = Described.all(looked.mux().events());
        var expected = chronicle.stateAt(found);
        require(state.equals(expected), "another state: " + Chronicle.difference(expected, state));
        note(state.hashCode());
        require(state.equals(recovered(copy)), "recovered differently by a server");
        require(state.equals(recovered(copy.kill())), "recovered differently the second time");
    }

    private List<String> recovered(FaultStorage directory) throws IOException {
        var lanes = new TestLanes();
        var state = new LoadedState(false, RecordExtensions.installed());
        var persistence = lanes.open(settings, directory, new TestLanes.Server(EventTypes.registry(), state,
                new JournaledTwin.Told(new Tasks().inbox()), seed));
        lanes.settle();
        require(!persistence.report().damaged(), "damaged by a recovery: " + persistence.report().findings());
        return Described.all(state.mux().events());
    }

    /** Simulates seeds from one on; returns the trace of all. */
    static long run(long first, long count, ServerTally tally) throws IOException {
        long trace = 0;
        for (long seed = first; seed < first + count; seed++) {
            trace = 31 * trace + new ServerSimulation(seed, tally).run();
        }
        return trace;
    }

    /** {@code minutes first-seed}: simulates for that long, printing counts, and the seeds of violations. */
    public static void main(String[] arguments) throws IOException {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 60_000_000_000L;
        long seed = Long.parseLong(arguments[1]);
        var tally = new ServerTally();
        int violations = 0;
        for (; System.nanoTime() < end; seed++) {
            try {
                new ServerSimulation(seed, tally).run();
            } catch (AssertionError | RuntimeException violation) {
                violations++;
                System.out.println("seed " + seed + ": " + violation);
                if (Boolean.getBoolean("trace")) {
                    violation.printStackTrace(System.out);
                }
            }
        }
        System.out.println("up to seed " + seed + ": " + tally + ", " + violations + " violations");
        System.out.println(tally.places);
        System.out.println(tally.commands);
    }
}
