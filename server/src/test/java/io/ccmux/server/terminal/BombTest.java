package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is short and makes much work leaves a terminal whole, and makes it keep no more than it may. */
final class BombTest {
    private static final int BYTES = 150_000;
    private static final int HISTORY_BYTES = 1 << 20;
    /** What a screen, an unfinished string and the last block of history may take beyond the history's own limit. */
    private static final int IMAGE_BYTES_MAX = HISTORY_BYTES + (2 << 20);
    /** Styles and clusters: those of a turn, and those kept before they are swept. */
    private static final int ENTRIES_MAX = 40_000;
    /** What is allocated once, for tables and blocks that grow. */
    private static final long ONCE_BYTES = 16 << 20;

    @TestFactory
    Stream<DynamicTest> leavesATerminalWhole() {
        return Bomb.all().stream().map(bomb -> DynamicTest.dynamicTest(bomb.name(), () -> {
            Terminal terminal = terminal();
            Bomb.feed(terminal, bomb.bytes(BYTES));
            Invariants.check(terminal, bomb.name());
            assertTrue(terminal.screen().looks().styles().count() < ENTRIES_MAX);
            assertTrue(terminal.screen().looks().clusters().count() < ENTRIES_MAX);
            TerminalImage image = terminal.image();
            int bytes = image.encode().stream().mapToInt(chunk -> chunk.length).sum();
            assertTrue(bytes <= IMAGE_BYTES_MAX, bytes + " bytes");
            assertEquals(image, TerminalImage.decode(image.encode()));
        }));
    }

    /** Twice as much input makes at most twice as much garbage: work that grows faster shows there. */
    @TestFactory
    Stream<DynamicTest> makesGarbageInProportion() {
        return Bomb.all().stream().map(bomb -> DynamicTest.dynamicTest(bomb.name(), () -> {
            long once = allocated(bomb.bytes(BYTES));
            long twice = allocated(bomb.bytes(2 * BYTES));
            assertTrue(twice <= 2 * once + ONCE_BYTES, once + " bytes for once, " + twice + " for twice as much");
        }));
    }

    private static long allocated(byte[] bytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Terminal terminal = terminal();
        long before = threads.getCurrentThreadAllocatedBytes();
        Bomb.feed(terminal, bytes);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Terminal terminal() {
        return new Terminal(80, 24,
                new TerminalSettings(1000, HISTORY_BYTES, false, false, BlockCompressor.NONE,
                        TerminalOptions.STANDARD));
    }
}
