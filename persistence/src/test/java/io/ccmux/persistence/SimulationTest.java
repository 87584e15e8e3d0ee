package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many simulated lives, and that a seed says all there is to say about one. */
@Tag("torture")
class SimulationTest {
    /** Seeds to simulate; a soak is {@code mvn verify -Ptorture -Dminutes=N}. */
    private static final int SEEDS = Integer.getInteger("ccmux.simulation.seeds", 4000);
    private static final int MINUTES = Integer.getInteger("ccmux.torture.minutes", 0);

    @Test
    void everythingHoldsAfterEveryCrash() throws IOException {
        Simulation.Tally tally = new Simulation.Tally();
        Simulation.run(1, SEEDS, tally);
        long seed = 1_000_000_000L;
        for (long end = System.nanoTime() + MINUTES * 60_000_000_000L; System.nanoTime() < end; seed += 1000) {
            Simulation.run(seed, 1000, tally);
        }
        System.out.println("simulated " + tally + (MINUTES > 0
                ? "; seeds 1 to " + SEEDS + " and 1000000000 to " + seed
                : ""));
        assertTrue(tally.crashes() > SEEDS && tally.outages > SEEDS / 100 && tally.returns > SEEDS / 1000,
                tally.toString());
    }

    /** A writer that the disk held up removed what its successor had just made: both had called it the second. */
    @ParameterizedTest
    @ValueSource(longs = {20_306_295, 20_476_807})
    void whatHasBrokenOnceHolds(long seed) throws IOException {
        Simulation.Tally tally = new Simulation.Tally();
        Simulation.run(seed, 1, tally);
        assertTrue(tally.crashes() > 0);
    }

    @Test
    void aSeedIsAStory() throws IOException {
        long trace = Simulation.run(77, 50, new Simulation.Tally());
        assertEquals(trace, Simulation.run(77, 50, new Simulation.Tally()));
        assertNotEquals(trace, Simulation.run(78, 50, new Simulation.Tally()));
    }
}
