package io.ccmux.persistence;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.ReadOnlyStorage;
import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The lives of several servers on one directory, as one seed wants them: what they do, when each of their threads goes
 * on, how time passes, what the disk does, and how each of them ends. One thread, virtual time, no clock and no chance
 * but the seed's: the same seed is the same story.
 *
 * <pre>
 *  a server     a {@link Notebook}: its state is a list of lines; a program prints some, commands add others
 *  a thread     a lane of {@link TestLanes}
 *  the disk     a {@link FaultStorage}: fails, fills up, hangs, lies after a failed force, comes back
 *  an end       a proper stop, a kill, a power cut; then perhaps more of these while the next one recovers
 * </pre>
 *
 * <p>After every end: what was acknowledged is recovered, what is recovered had been there, transactions are whole, a
 * second recovery and one that may not write find the same, and damage is seen only where somebody did some.
 */
final class Simulation {
    private static final int LIVES_MAX = 5;
    /** Lanes that are in the middle of something at once. */
    private static final int DEPTH_MAX = 3;

    private final long seed;
    private final Random random;
    private final Rates rates;
    private final Tally tally;
    /** What servers take for the disk. */
    private final UnaryOperator<Storage> disk;
    private FaultStorage storage = new FaultStorage();
    private Notebook notebook;
    private PersistenceSettings settings;
    private TreeSet<Integer> boundaries = new TreeSet<>(List.of(0));
    /** How many records every recovery from now on has to find. */
    private long acknowledged;
    private int rejoined;
    private boolean acting;
    private int depth;
    private boolean clean;
    /** The last stop failed, perhaps only after it had said that it worked. */
    private boolean maybeClean;
    private long trace;

    Simulation(long seed, Tally tally) {
        this(seed, tally, UnaryOperator.identity());
    }

    Simulation(long seed, Tally tally, UnaryOperator<Storage> disk) {
        this.disk = disk;
        this.seed = seed;
        this.random = new Random(seed);
        this.rates = Rates.of(random);
        this.tally = tally;
    }

    /** How often something happens, out of a hundred steps or places; drawn for each seed. */
    private record Rates(int work, int submit, int checkpoint, int trouble, int heal, int inRecovery, int preempt) {
        static Rates of(Random random) {
            boolean healthy = random.nextInt(3) > 0;
            return new Rates(10 + random.nextInt(30), 5 + random.nextInt(20), random.nextInt(6),
                    healthy ? 0 : 1 + random.nextInt(6), 2 + random.nextInt(10), random.nextInt(60),
                    random.nextInt(2) * random.nextInt(30));
        }
    }

    /** What happened in many simulations. */
    static final class Tally {
        long seeds;
        long powerCuts;
        long kills;
        long inRecovery;
        long stops;
        long outages;
        long returns;
        long checkpoints;
        long forgotten;

        long crashes() {
            return powerCuts + kills;
        }

        @Override
        public String toString() {
            return String.format("%,d seeds, %,d crashes (%,d power cuts, %,d kills; %,d of them during recovery), "
                    + "%,d proper stops, %,d outages of the disk, %,d returns, %,d checkpoints, %,d times forgotten",
                    seeds, crashes(), powerCuts, kills, inRecovery, stops, outages, returns, checkpoints, forgotten);
        }
    }

    /** A server or a disk that did not keep its word. */
    private AssertionError violation(String what) {
        return new AssertionError("seed " + seed + ": " + what);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw violation(what);
        }
    }

    /** Lives through all of it; returns a number made of everything that happened. */
    long run() throws IOException {
        settings = Notebook.SMALL.segmentBytes(200 + random.nextInt(2000))
                .retention(new Retention(random.nextInt(20_000), random.nextInt(200)))
                .durability(random.nextInt(4) == 0 ? Durability.RELAXED : Durability.STRICT)
                .queueBytesMax(2000 + random.nextInt(50_000)).reserveBytes(random.nextInt(2) * 1500);
        notebook = Notebook.open(disk.apply(storage), settings, seed);
        int lives = 1 + random.nextInt(LIVES_MAX);
        for (int life = 1; life <= lives; life++) {
            live();
            end();
            recover();
        }
        tally.seeds++;
        return trace;
    }

    private void live() {
        rejoined = 0;
        acting = true;
        storage.betweenCalls(_ -> preempt());
        notebook.between(this::preempt);
        int steps = random.nextInt(120);
        for (int step = 0; step < steps; step++) {
            int choice = random.nextInt(100);
            note(choice);
            if ((choice -= rates.work) < 0) {
                work();
            } else if ((choice -= rates.submit) < 0) {
                submit();
            } else if ((choice -= rates.checkpoint) < 0) {
                checkpoint();
            } else if ((choice -= rates.trouble) < 0) {
                trouble();
            } else if ((choice -= rates.heal) < 0) {
                storage.heal();
            } else {
                notebook.lanes().step(random);
            }
            look();
        }
        acting = false;
    }

    /** A program prints, if its output is read; or a command changes something. */
    private void work() {
        Persistence persistence = notebook.persistence();
        require(persistence.keepsUp() || persistence.status().health() == Health.HEALTHY, "panes wait for a lost disk");
        if (persistence.keepsUp() || random.nextInt(4) == 0) {
            String[] lines = new String[1 + random.nextInt(4)];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = random.nextInt(1000) + "y".repeat(random.nextInt(120));
            }
            notebook.add(lines);
            boundaries.add(notebook.records().size());
        }
    }

    private void submit() {
        if (random.nextBoolean()) {
            notebook.persistence().submit();
        } else {
            notebook.persistence().submitForReply();
        }
    }

    private void checkpoint() {
        if (random.nextInt(12) == 0) {
            notebook.forget();
            tally.forgotten++;
        } else if (random.nextInt(3) == 0 || notebook.persistence().checkpointDue()) {
            notebook.checkpoint();
            tally.checkpoints++;
        }
    }

    private void trouble() {
        switch (random.nextInt(5)) {
            case 0 -> {
                int call = 1 + random.nextInt(8);
                storage.fail(call, call);
            }
            case 1 -> storage.fail(1 + random.nextInt(8), Long.MAX_VALUE);
            case 2 -> storage.full(random.nextInt(3000));
            case 3 -> storage.readOnly(true);
            default -> storage.meanwhile(1 + random.nextInt(5), this::hang);
        }
    }

    /** Another lane comes in, in the middle of what one does. */
    private void preempt() {
        if (acting && depth < DEPTH_MAX && random.nextInt(100) < rates.preempt) {
            depth++;
            notebook.lanes().step(random);
            depth--;
        }
    }

    /** The disk does not answer on one lane; the session thread goes on, unless it is the one that waits. */
    private void hang() {
        if (acting) {
            work();
            submit();
            notebook.lanes().passTime(random.nextInt(15_000));
            work();
            submit();
        }
    }

    /** What the session thread would hear of. */
    private void look() {
        if (notebook.healings() > rejoined) {
            rejoined = notebook.healings();
            notebook.rejoin();
            tally.returns++;
        }
        acknowledged = Math.max(acknowledged, notebook.synced());
        require(notebook.synced() <= notebook.persistence().status().appendedSerial(), "synced what was never there");
        String trouble = notebook.persistence().status().trouble();
        require(rates.trouble > 0 || trouble.isEmpty() || trouble.startsWith("the disk is too slow"),
                "trouble with a sound disk: " + trouble);
        note(notebook.synced());
    }

    private void note(long what) {
        trace = (trace ^ what) * 0x9E3779B97F4A7C15L;
        trace ^= trace >>> 29;
    }

    private void end() throws IOException {
        tally.outages += notebook.failures();
        acknowledged = Math.max(acknowledged, notebook.synced());
        int how = random.nextInt(10);
        maybeClean = false;
        clean = how == 0 && stopped();
        if (clean) {
            storage = storage.crash(random.nextLong(), policy());
        } else {
            crash(how < 4);
        }
        note(storage.files().hashCode() == 0 ? 0 : storage.files().size());
    }

    private boolean stopped() {
        try {
            notebook.stop();
        } catch (IOException e) {
            maybeClean = true;
            return false;
        }
        tally.stops++;
        boolean saved = notebook.persistence().status().health() != Health.READ_ONLY;
        acknowledged = saved ? notebook.records().size() : acknowledged;
        return saved;
    }

    private void crash(boolean kill) throws IOException {
        if (kill) {
            storage = storage.kill();
            tally.kills++;
            FaultStorage found = storage.copy();
            long written = Math.max(acknowledged, notebook.persistence().status().writtenSerial());
            require(Notebook.open(disk.apply(found), settings, seed).lines().size() >= written,
                    "a kill cost what was written");
        } else {
            storage = storage.crash(random.nextLong(), policy());
            tally.powerCuts++;
        }
    }

    private Policy policy() {
        return Policy.ALL.get(random.nextInt(Policy.ALL.size()));
    }

    private void recover() throws IOException {
        List<String> lines = List.copyOf(notebook.lines());
        int interruptions = 0;
        while (random.nextInt(100) < rates.inRecovery && interruptions++ < 4) {
            check(storage, lines);
            interrupt();
        }
        check(storage, lines);
        notebook = Notebook.open(disk.apply(storage), settings, random.nextLong());
        require(!notebook.report().readOnly(), "a disk without fault is not written");
        boolean saidClean = !notebook.report().unclean();
        require(saidClean == clean || saidClean == maybeClean || clean && interruptions > 0,
                "wrong about how the last one ended");
        int recovered = notebook.records().size();
        boundaries = new TreeSet<>(boundaries.headSet(recovered, true));
        note(recovered);
        note(storage.calls());
    }

    /** A recovery that ends somewhere, by a kill or with the power. */
    private void interrupt() throws IOException {
        storage.fail(1 + random.nextInt(60), Long.MAX_VALUE);
        Notebook short1 = Notebook.open(disk.apply(storage), settings, random.nextLong());
        int steps = random.nextInt(10);
        for (int step = 0; step < steps; step++) {
            short1.lanes().step(random);
        }
        boolean kill = random.nextBoolean();
        storage = kill ? storage.kill() : storage.crash(random.nextLong(), policy());
        tally.kills += kill ? 1 : 0;
        tally.powerCuts += kill ? 0 : 1;
        tally.inRecovery++;
    }

    /** Everything that has to hold of a directory that somebody left. */
    private void check(FaultStorage left, List<String> lines) throws IOException {
        FaultStorage first = left.copy();
        Notebook looked = new Notebook();
        RecoveryReport report = Inspection.of(new ReadOnlyStorage(first), Notebook.REGISTRY).verify(looked);
        List<String> found = looked.lines();
        require(found.size() >= acknowledged, acknowledged + " acknowledged, " + found.size() + " recovered");
        require(found.size() <= lines.size() && found.equals(lines.subList(0, found.size())),
                "recovered what never was");
        require(boundaries.contains(found.size()), "half a transaction");
        require(!report.damaged(), "damage that nobody did: " + report.findings());
        require(first.files().keySet().equals(left.files().keySet()), "a look changed something");

        Notebook recovered = Notebook.open(disk.apply(first), settings, seed + 1);
        require(found.equals(recovered.lines()), "recovered differently by a server");
        recovered.lanes().settle();
        Notebook twice = Notebook.open(disk.apply(first.kill()), settings, seed + 2);
        require(found.equals(twice.lines()), "recovered differently the second time");
        require(!twice.report().damaged(), "damaged by a recovery: " + twice.report().findings());
    }

    /** Simulates seeds from one on; returns the trace of all. */
    static long run(long first, long count, Tally tally) throws IOException {
        long trace = 0;
        for (long seed = first; seed < first + count; seed++) {
            trace = 31 * trace + new Simulation(seed, tally).run();
        }
        return trace;
    }

    /** {@code minutes first-seed}: simulates for that long, printing counts, and the seed of a violation. */
    public static void main(String[] arguments) throws IOException {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 60_000_000_000L;
        long seed = Long.parseLong(arguments[1]);
        Tally tally = new Tally();
        List<String> violations = new ArrayList<>();
        long told = System.nanoTime();
        while (System.nanoTime() < end) {
            try {
                new Simulation(seed, tally).run();
            } catch (AssertionError | RuntimeException e) {
                violations.add(seed + ": " + e);
                System.out.println("seed " + seed + ": " + e);
            }
            seed++;
            if (System.nanoTime() - told > 60_000_000_000L) {
                told = System.nanoTime();
                System.out.println("up to seed " + seed + ": " + tally + ", " + violations.size() + " violations");
            }
        }
        System.out.println("up to seed " + seed + ": " + tally + ", " + violations.size() + " violations");
    }
}
