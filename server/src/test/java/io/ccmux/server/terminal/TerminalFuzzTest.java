package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the terminal keeps its form. */
final class TerminalFuzzTest {
    /** All that may come back to a program: our own words, and numbers. */
    private static final Pattern ANSWER = Pattern.compile("""
            \\x1b\\[[?>]?[0-9;]*[cnRtux]
            |\\x1b\\[\\??[0-9;]+\\$y
            |\\x1b\\[\\?[0-9;]+S
            |\\x1b\\[>4;[0-2]m
            |\\x1bP[0-9]+!~[0-9A-F]{4}\\x1b\\\\
            |\\x1bP(!\\|43434D58|>\\|ccmux)\\x1b\\\\
            |\\x1bP(0\\$r|1\\$r[0-9;:]+(m|r|s|\\x20q|"q|"p))\\x1b\\\\
            |\\x1bP(0\\+r|1\\+r[0-9A-F]+(=[0-9A-F]+)?)\\x1b\\\\
            |\\x1b](4;[0-9]+|1[0-2]);rgb:([0-9a-f]{4}/){2}[0-9a-f]{4}(\\x07|\\x1b\\\\)
            """, Pattern.COMMENTS);
    private static final int CHUNKS = 20;
    private static final int PIECES = 20;
    /** Two million pieces of input. */
    private static final int SEEDS = Integer.getInteger("ccmux.fuzz.seeds", 2_000_000 / (CHUNKS * PIECES));

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
                random.nextBoolean(), BlockCompressor.NONE, TerminalOptions.STANDARD
                        .withScrollOnClear(random.nextBoolean()).withChecksums(random.nextBoolean()));
        Terminal terminal = new Terminal(1 + random.nextInt(30), 1 + random.nextInt(12), settings);
        long version = terminal.version();
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            byte[] bytes = generator.bytes(PIECES);
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
                String text = new String(reply, ISO_8859_1);
                assertTrue(ANSWER.matcher(text).matches(), "seed " + seed + ": " + text);
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
