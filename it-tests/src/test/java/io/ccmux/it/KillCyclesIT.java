package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the many crashes of {@link KillCycles}; {@code mvn verify -Ptorture -Dminutes=N} makes more. */
@Tag("torture")
class KillCyclesIT {
    /** How many there are in a minute on a machine that has little else to do. */
    private static final int KILLS_A_MINUTE = 25;
    private static final int KILLS = Math.max(12, KILLS_A_MINUTE * Integer.getInteger("ccmux.torture.minutes", 0));

    @TempDir
    private Path directory;

    @Test
    void loseNothingThatWasAcknowledgedOrSeen() throws Exception {
        long seed = System.nanoTime();
        var log = System.getLogger("KillCyclesIT");
        log.log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        try (var cycles = new KillCycles(directory, seed)) {
            var figures = cycles.run(KILLS);
            log.log(System.Logger.Level.INFO, figures.toString());
            assertTrue(figures.acknowledged() > KILLS);
        } catch (AssertionError violation) {
            throw new AssertionError("seed " + seed, violation);
        }
    }
}
