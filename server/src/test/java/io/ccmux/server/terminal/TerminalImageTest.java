package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A terminal's image is all of it: what is made of it goes on as if nothing had happened. */
final class TerminalImageTest {
    private static final int SEEDS = Integer.getInteger("ccmux.fuzz.seeds", 300);
    private static final TerminalSettings SETTINGS = TerminalSettings.standard(50, new DeflateCompressor());

    @Test
    void ofARestoredTerminalIsEqual() throws CorruptImageException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Terminal terminal = fed(seed, new VtGenerator(seed).bytes(150));
            TerminalImage image = terminal.image();
            TerminalImage decoded = TerminalImage.decode(image.encode());
            assertEquals(image, decoded, "seed " + seed);
            assertEquals(image.chunkCount(), image.encode().size(), "seed " + seed);
            assertEquals(image, Terminal.of(decoded, SETTINGS).image(), "seed " + seed);
        }
    }

    @Test
    void doesNotDependOnHowTheInputIsSplit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = new VtGenerator(seed).bytes(120);
            Random random = new Random(seed);
            Terminal whole = fed(seed, bytes);
            Terminal pieces = terminal(seed);
            for (int from = 0; from < bytes.length;) {
                int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 3 : 40));
                pieces.feed(bytes, from, length, 7);
                from += length;
            }
            assertEquals(whole.image(), pieces.image(), "seed " + seed);
        }
    }

    @Test
    void isThatOfThisMoment() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Terminal asked = terminal(seed);
            Terminal left = terminal(seed);
            Random random = new Random(seed);
            VtGenerator generator = new VtGenerator(seed);
            for (int step = 0; step < 20; step++) {
                int what = random.nextInt(16);
                byte[] bytes = generator.bytes(5);
                int size = 1 + random.nextInt(40);
                for (Terminal terminal : List.of(asked, left)) {
                    change(terminal, what, bytes, size);
                }
                asked.image();
            }
            assertEquals(left.image(), asked.image(), "seed " + seed);
        }
    }

    private static void change(Terminal terminal, int what, byte[] bytes, int size) {
        switch (what) {
            case 0 -> terminal.resize(size, size / 2);
            case 1 -> terminal.expire(10_000_000L * size);
            case 2 -> terminal.beginRun("separator");
            case 3 -> terminal.adopt();
            case 4 -> terminal.clearHistory();
            case 5 -> terminal.reset();
            case 6 -> terminal.historyLimit(size);
            case 7 -> terminal.retitle("title " + size);
            default -> terminal.feed(bytes, 0, bytes.length, 7L * size);
        }
    }

    @Test
    void goesOnAsTheTerminalWouldHave() throws CorruptImageException {
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = new VtGenerator(seed).bytes(150);
            int cut = new Random(seed).nextInt(bytes.length + 1);
            Terminal first = terminal(seed);
            first.feed(bytes, 0, cut, 7);
            Terminal second = Terminal.of(TerminalImage.decode(first.image().encode()), SETTINGS);
            for (Terminal terminal : List.of(first, second)) {
                terminal.feed(bytes, cut, bytes.length - cut, 7);
                terminal.resize(5 + (int) (seed % 40), 3 + (int) (seed % 7));
                terminal.feed(bytes, 0, bytes.length, 8);
            }
            assertEquals(first.image(), second.image(), "seed " + seed);
        }
    }

    @Test
    void keepsWhatIsHiddenOfTheAlternateScreen() throws CorruptImageException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            VtGenerator generator = new VtGenerator(seed);
            Terminal first = fed(seed, "\033[?1049h".getBytes(UTF_8));
            for (int i = 0; i < 4; i++) {
                byte[] bytes = generator.bytes(12);
                first.feed(bytes, 0, bytes.length, i);
                first.resize(1 + random.nextInt(40), 1 + random.nextInt(12));
            }
            TerminalImage image = TerminalImage.decode(first.image().encode());
            Terminal second = Terminal.of(image, SETTINGS);
            assertEquals(image, second.image(), "seed " + seed);
            byte[] bytes = generator.bytes(6);
            for (Terminal terminal : List.of(first, second)) {
                terminal.feed(bytes, 0, bytes.length, 7);
                terminal.resize(50, 20);
                Invariants.check(terminal, "seed " + seed);
            }
            assertEquals(first.image(), second.image(), "seed " + seed);
        }
    }

    @Test
    void keepsAnUnfinishedStringAndItsTime() {
        Terminal terminal = Terminals.of(10, 3);
        byte[] begun = "\033]2;half".getBytes(UTF_8);
        terminal.feed(begun, 0, begun.length, 1_000_000);
        Terminal restored = Terminal.of(terminal.image(), SETTINGS);
        assertTrue(!restored.expire(5_999_999));
        assertTrue(restored.expire(6_000_001));
    }

    @Test
    void isCutIntoChunksOfALimitedSize() throws CorruptImageException {
        Terminal terminal = new Terminal(80, 24, TerminalSettings.standard(50_000, BlockCompressor.NONE));
        Random random = new Random(1);
        for (int line = 0; line < 20_000; line++) {
            Terminals.feed(terminal, Long.toString(random.nextLong(), 36).repeat(6) + "\r\n");
        }
        List<byte[]> chunks = terminal.image().encode();
        assertEquals(chunks.size(), terminal.image().chunkCount());
        assertTrue(chunks.size() > 4);
        assertTrue(chunks.stream().allMatch(chunk -> chunk.length <= TerminalImage.CHUNK_BYTES_MAX));
        assertEquals(terminal.image(), TerminalImage.decode(chunks));
    }

    @Test
    void refusesBytesThatAreNone() {
        byte[] image = fed(3, new VtGenerator(3).bytes(60)).image().encode().getFirst();
        for (int length = 0; length < image.length; length++) {
            byte[] cut = Arrays.copyOf(image, length);
            assertThrows(CorruptImageException.class, () -> TerminalImage.decode(List.of(cut)));
        }
    }

    @Test
    void survivesDamage() {
        byte[] image = fed(5, new VtGenerator(5).bytes(60)).image().encode().getFirst();
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = image.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            refused += refused(damaged) ? 1 : 0;
        }
        assertTrue(refused > 0);
    }

    private static boolean refused(byte[] bytes) {
        try {
            List<byte[]> encoded = TerminalImage.decode(List.of(bytes)).encode();
            assertTrue(!encoded.isEmpty());
            return false;
        } catch (CorruptImageException expected) {
            return true;
        }
    }

    @Test
    void doesNotChangeWhenTheTerminalDoes() {
        Terminal terminal = fed(4, new VtGenerator(4).bytes(100));
        TerminalImage image = terminal.image();
        List<byte[]> before = new ArrayList<>(image.encode());
        Terminals.feed(terminal, "more\r\n".repeat(100));
        assertArrayEquals(before.toArray(), image.encode().toArray());
    }

    private static Terminal terminal(long seed) {
        Random random = new Random(~seed);
        return new Terminal(2 + random.nextInt(40), 1 + random.nextInt(10), SETTINGS);
    }

    private static Terminal fed(long seed, byte[] bytes) {
        Terminal terminal = terminal(seed);
        terminal.feed(bytes, 0, bytes.length, 7);
        return terminal;
    }

    /** Found by the simulation of whole servers: a checkpoint in between, and a cut row was another one. */
    @Test
    void takingOneChangesNothing() {
        for (long seed = 690; seed < 710; seed++) {
            var random = new Random(seed);
            var output = new VtGenerator(seed);
            var settings = TerminalSettings.standard(100, BlockCompressor.NONE);
            int columns = 20 + random.nextInt(100);
            int rows = 5 + random.nextInt(70);
            var left = new Terminal(columns, rows, settings);
            var looked = new Terminal(columns, rows, settings);
            for (int i = 0; i < 12; i++) {
                int choice = random.nextInt(6);
                if (choice == 0) {
                    looked.image();
                } else if (choice == 1) {
                    int other = 10 + random.nextInt(100);
                    int height = 5 + random.nextInt(70);
                    left.resize(other, height);
                    looked.resize(other, height);
                } else {
                    byte[] bytes = output.bytes(1 + random.nextInt(30));
                    left.feed(bytes, 0, bytes.length, i);
                    looked.feed(bytes, 0, bytes.length, i);
                }
            }
            assertEquals(left.image(), looked.image(), "seed " + seed);
        }
    }
}
