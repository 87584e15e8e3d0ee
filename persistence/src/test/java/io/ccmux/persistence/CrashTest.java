package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Crashes at every call and at random, and calls that fail, with one invariant: what was acknowledged is recovered,
 * what is recovered had been appended, transactions are whole, and recovering again finds the same.
 */
@Tag("torture")
class CrashTest {
    /** Of so many calls that can fail one is tried. */
    private static final int STRIDE = Integer.getInteger("ccmux.trouble.stride", 1);
    /** Seeds of the random crashes; raise it for a soak. */
    private static final int SEEDS = Integer.getInteger("ccmux.crash.seeds", 3000);

    /** What a notebook had in memory, and how much of it had to survive, when it died. */
    private record Death(List<String> lines, Set<Integer> boundaries, long acknowledged, long synced) {
        static Death of(Notebook notebook, Set<Integer> boundaries, long acknowledged) {
            return new Death(notebook.lines(), boundaries, acknowledged, notebook.synced());
        }

        /** The same, after the power went too. */
        Death inTheDark() {
            return new Death(lines, boundaries, synced, synced);
        }

        void check(List<String> recovered, String what) {
            assertTrue(recovered.size() >= acknowledged,
                    what + ": " + acknowledged + " acknowledged, " + recovered.size() + " recovered");
            assertTrue(recovered.size() <= lines.size() && recovered.equals(lines.subList(0, recovered.size())),
                    what + ": recovered what never was");
            assertTrue(boundaries.contains(recovered.size()), what + ": half a transaction");
        }
    }

    @Test
    void survivesAFailureOfEveryCall() throws IOException {
        int call = 1;
        while (scripted(call, call)) {
            call += STRIDE;
        }
        assertTrue(call > 100, "the script makes " + call + " calls");
    }

    @Test
    void survivesADiskThatIsGoneFromAnyCallOn() throws IOException {
        int call = 1;
        while (scripted(call, Long.MAX_VALUE)) {
            call += STRIDE;
        }
        assertTrue(call > 100, "the script makes " + call + " calls");
    }

    /** Runs the script while calls fail, then lets the power go; false if no call failed. */
    private static boolean scripted(long first, long last) throws IOException {
        for (Policy policy : Policy.ALL) {
            FaultStorage storage = new FaultStorage();
            storage.fail(first, last);
            Set<Integer> boundaries = new HashSet<>(Set.of(0));
            Notebook notebook;
            try {
                notebook = Notebook.open(storage, Notebook.SMALL.retention(new Retention(5000, 1000)), 1);
            } catch (StateLockedException e) {
                throw e;
            }
            script(notebook, boundaries);
            String what = "call " + first + " to " + last + ", " + policy;
            Death death = Death.of(notebook, boundaries, notebook.synced());
            storage.fail(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
            Notebook killed = Notebook.open(storage.copy());
            death.check(killed.lines(), what + ", killed");
            Notebook cut = Notebook.open(storage.crash(first, policy));
            death.check(cut.lines(), what);
            assertFalse(cut.report().damaged(), what + ": " + cut.report().findings());
            if (storage.calls() < first) {
                return false;
            }
        }
        return true;
    }

    private static void script(Notebook notebook, Set<Integer> boundaries) {
        for (int i = 0; i < 12; i++) {
            notebook.add("line " + i, "x".repeat(i * 40));
            boundaries.add(notebook.lines().size());
            notebook.persistence().submitForReply();
            notebook.lanes().settle();
            if (i % 3 == 2) {
                notebook.checkpoint();
                notebook.rest();
            }
        }
        try {
            notebook.stop();
        } catch (IOException e) {
            assertFalse(notebook.persistence().status().health() == PersistenceStatus.Health.HEALTHY
                    && e.getMessage().isEmpty());
        }
    }

    @Test
    void survivesRandomCrashes() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            history(seed);
        }
    }

    /** A life of several servers on one directory. */
    private static void history(long seed) throws IOException {
        Random random = new Random(seed);
        FaultStorage storage = new FaultStorage();
        PersistenceSettings settings = Notebook.SMALL.segmentBytes(200 + random.nextInt(2000))
                .retention(new Retention(random.nextInt(20_000), random.nextInt(100)));
        Notebook notebook = Notebook.open(storage, settings, seed);
        Set<Integer> boundaries = new HashSet<>(Set.of(0));
        int lives = 1 + random.nextInt(4);
        for (int life = 0; life < lives; life++) {
            long settled = live(notebook, boundaries, random);
            boolean power = random.nextInt(3) > 0;
            Policy policy = Policy.ALL.get(random.nextInt(Policy.ALL.size()));
            String what = "seed " + seed + ", life " + life + (power ? ", " + policy : ", killed");
            Death death = Death.of(notebook, boundaries, power ? notebook.synced() : settled);
            storage = power ? storage.crash(random.nextLong(), policy) : storage.kill();
            while (random.nextInt(3) == 0) {
                boolean dark = random.nextBoolean();
                death = dark ? death.inTheDark() : death;
                storage = interruptRecovery(storage, dark, random);
                death.check(Notebook.open(storage.copy()).lines(), what + ", interrupted");
            }
            FaultStorage twin = storage.copy();
            notebook = Notebook.open(storage, settings, seed + life + 1);
            death.check(notebook.lines(), what);
            assertFalse(notebook.report().damaged(), what + ": " + notebook.report().findings());
            assertEquals(notebook.lines(), Notebook.open(twin).lines(), what + ": not deterministic");
            int recovered = notebook.lines().size();
            boundaries.removeIf(boundary -> boundary > recovered);
        }
    }

    /** Acts and lets the lanes run as the seed pleases; returns the last serial that was written. */
    private static long live(Notebook notebook, Set<Integer> boundaries, Random random) {
        int steps = random.nextInt(60);
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> {
                    List<String> lines = new ArrayList<>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        lines.add(random.nextInt(1000) + "y".repeat(random.nextInt(120)));
                    }
                    notebook.add(lines.toArray(String[]::new));
                    boundaries.add(notebook.lines().size());
                }
                case 3 -> notebook.persistence().submit();
                case 4 -> notebook.persistence().submitForReply();
                case 5 -> {
                    if (random.nextInt(4) == 0 || notebook.persistence().checkpointDue()) {
                        notebook.checkpoint();
                    }
                }
                case 6 -> notebook.lanes().passTime(random.nextInt(1500));
                default -> notebook.lanes().step(random);
            }
        }
        return notebook.written();
    }

    /** Begins a recovery that dies at some call, and in the dark the power with it. */
    private static FaultStorage interruptRecovery(FaultStorage found, boolean dark, Random random)
            throws IOException {
        found.fail(1 + random.nextInt(60), Long.MAX_VALUE);
        Notebook notebook = Notebook.open(found, Notebook.SMALL, random.nextLong());
        int steps = random.nextInt(10);
        for (int step = 0; step < steps; step++) {
            notebook.lanes().step(random);
        }
        return dark
                ? found.crash(random.nextLong(), Policy.ALL.get(random.nextInt(Policy.ALL.size())))
                : found.kill();
    }
}
