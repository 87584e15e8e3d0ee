package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the terminal keeps its form. */
final class TerminalFuzzTest {
    private static final int SEEDS = Integer.getInteger("ccmux.fuzz.seeds", 300);

    @Test
    void keepsItsInvariantsAfterEveryChunk() {
        for (long seed = 0; seed < SEEDS; seed++) {
            fuzz(seed);
        }
    }

    private static void fuzz(long seed) {
        Random random = new Random(seed);
        VtGenerator generator = new VtGenerator(seed);
        TerminalSettings settings = new TerminalSettings(random.nextInt(30), 1 << 20, random.nextBoolean(),
                random.nextBoolean(), random.nextBoolean(), BlockCompressor.NONE);
        Terminal terminal = new Terminal(1 + random.nextInt(30), 1 + random.nextInt(12), settings);
        long version = terminal.version();
        for (int chunk = 0; chunk < 20; chunk++) {
            byte[] bytes = generator.bytes(20);
            terminal.feed(bytes, 0, bytes.length, chunk);
            if (random.nextInt(3) == 0) {
                terminal.resize(1 + random.nextInt(30), 1 + random.nextInt(12));
            }
            if (random.nextInt(10) == 0) {
                terminal.beginRun("--");
            }
            Invariants.check(terminal, "seed " + seed + ", chunk " + chunk);
            assertTrue(terminal.version() > version, "seed " + seed);
            version = terminal.version();
            checkNotices(terminal, seed);
        }
    }

    private static void checkNotices(Terminal terminal, long seed) {
        int bytes = 0;
        for (TerminalNotice notice : terminal.takeNotices()) {
            if (notice instanceof TerminalNotice.Reply(byte[] reply)) {
                bytes += reply.length;
                assertTrue(reply.length <= Notices.REPLY_BYTES_MAX, "seed " + seed);
            }
        }
        assertTrue(bytes <= Notices.REPLIES_BYTES_MAX, "seed " + seed);
    }

    @Test
    void survivesNoise() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Terminal terminal = Terminals.of(20, 6);
            byte[] noise = new byte[4000];
            random.nextBytes(noise);
            terminal.feed(noise, 0, noise.length, 0);
            Invariants.check(terminal, "seed " + seed);
        }
    }
}
