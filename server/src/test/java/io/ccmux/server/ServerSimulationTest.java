package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many simulated lives of whole servers, and that a seed says all there is to say about one. */
@Tag("torture")
class ServerSimulationTest {
    /** Seeds to simulate; a soak is {@code mvn verify -Ptorture -Dminutes=N}. */
    private static final int SEEDS = Integer.getInteger("ccmux.simulation.servers", 60);
    private static final int MINUTES = Integer.getInteger("ccmux.torture.minutes", 0);

    @Test
    void everythingHoldsAfterEveryCrash() throws IOException {
        var tally = new ServerTally();
        ServerSimulation.run(1, SEEDS, tally);
        long seed = 1_000_000_000L;
        for (long end = System.nanoTime() + MINUTES * 60_000_000_000L; System.nanoTime() < end; seed += 10) {
            ServerSimulation.run(seed, 10, tally);
        }
        System.out.println("simulated " + tally + (MINUTES > 0
                ? "; seeds 1 to " + SEEDS + " and 1000000000 to " + seed
                : ""));
        assertTrue(tally.crashes() > SEEDS && tally.replies > SEEDS && tally.commands.size() > SEEDS / 2,
                tally.toString());
    }

    /** Keys and messages met a session just closed; a window too small for its panes was laid out for ever. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_000_106, 1_000_000_225, 1_000_005_607, 1_000_013_627})
    void whatHasBrokenOnceHolds(long seed) throws IOException {
        var tally = new ServerTally();
        ServerSimulation.run(seed, 1, tally);
        assertTrue(tally.crashes() > 0);
    }

    @Test
    void aSeedIsAStory() throws IOException {
        long trace = ServerSimulation.run(77, 6, new ServerTally());
        assertEquals(trace, ServerSimulation.run(77, 6, new ServerTally()));
        assertNotEquals(trace, ServerSimulation.run(78, 6, new ServerTally()));
    }
}
