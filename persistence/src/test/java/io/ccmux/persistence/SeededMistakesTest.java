package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.ccmux.persistence.storage.CarelessStorage;
import io.ccmux.persistence.storage.CarelessStorage.Sloth;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the simulation: mistakes that lose data on real disks, the first of them a rename that is not forced. */
class SeededMistakesTest {
    private static final int SEEDS = 3000;

    @ParameterizedTest
    @EnumSource
    void theSimulationCatches(Sloth sloth) {
        assertThrows(AssertionError.class, () -> simulate(sloth),
                () -> sloth + " costs nothing in " + SEEDS + " seeds");
    }

    private static void simulate(Sloth sloth) throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Simulation(seed, new Simulation.Tally(), disk -> new CarelessStorage(disk, sloth)).run();
        }
    }
}
