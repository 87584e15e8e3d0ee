package io.ccmux.server;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.LoopBench;
import io.ccmux.server.loop.LoopBench.Seat;
import io.ccmux.server.loop.Report;
import io.ccmux.server.loop.Restart;
import io.ccmux.server.loop.Revivals;
import io.ccmux.server.mux.PaneId;

/**
 * How long the session thread is busy at a time while a checkpoint of some 100 MB is written, and how long a key's echo
 * takes then: the real state, loop and journal, on a real disk. Not a test: run its main with a directory that does not
 * exist yet and with the heap and the collector of the server.
 */
final class TurnBenchmark {
    private static final int PANES = 40;
    private static final int LINES = 50_000;
    private static final int LINE_BYTES = 76;
    private static final int PIECE_BYTES = 32 << 10;
    private static final int ROUNDS = 5;
    private static final int IDLE_MILLIS = 2_000;
    private static final long KEY_NANOS = 5_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LoopBench.Tasks thread = new LoopBench.Tasks();
    private final Random random = new Random(3);
    private final Persistence persistence;
    private final LoopBench bench;
    private JournaledTwin outside;
    private Seat seat;

    private TurnBenchmark(Path directory) throws IOException {
        var state = new LoadedState(false, RecordExtensions.installed());
        persistence = Persistence.open(PersistenceSettings.standard(), DiskStorage.open(directory),
                EventTypes.registry(), state, new JournaledTwin.Told(thread.inbox()));
        bench = new LoopBench(thread,
                inbox -> outside = new JournaledTwin(inbox, persistence, state.mux()),
                _ -> new LoopBench.Found(state.mux(), persistence.status().appendedSerial(),
                        new Restart.Circumstances(true, "", 0, "", new Revivals(revivals -> {}))));
    }

    /** {@code DIRECTORY}: is removed in the end. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Files.createDirectories(directory);
        new TurnBenchmark(directory.resolve("state")).run();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** What was seen of turns and keys in some time. */
    private static final class Seen {
        private final List<Long> echoes = new ArrayList<>();
        private long turnNanos;
        private long cpuNanos;
        /** Of the longest turn: how long the thread could have run and no processor was free. */
        private long waitedNanos;

        String echo(double share) {
            var sorted = echoes.stream().sorted().toList();
            return millis(sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)));
        }
    }

    private static String millis(long nanos) {
        return String.format("%.2f ms", nanos / 1e6);
    }

    private static void row(String what, String measured, String target) {
        System.out.printf("%-70s %14s   %s%n", what, measured, target);
    }

    private void run() throws Exception {
        fill();
        System.out.printf("%-70s %14s   %s%n", "", "measured", "target");
        var checkpoint = checkpoint().orElseThrow();
        row("panes, and bytes of a checkpoint of them", PANES + ", " + checkpoint.bytes() / 1_000_000 + " MB",
                "100 MB");
        seen("warm", 1);
        var idle = seen("without a checkpoint", 0);
        for (int round = 1; round <= ROUNDS; round++) {
            seen("checkpoint " + round, 1);
        }
        var busy = seen("during " + ROUNDS + " checkpoints", ROUNDS);
        row("longest turn during a checkpoint", millis(busy.turnNanos), "<= 5 ms");
        row("  without what it waited for a processor", millis(busy.turnNanos - busy.waitedNanos), "<= 5 ms");
        row("the longest that the thread ran, which other load does not change", millis(busy.cpuNanos), "<= 5 ms");
        row("echo p99 during checkpoints above idle",
                millis(nanos(busy, 0.99) - nanos(idle, 0.99)), "< 5 ms");
        persistence.close();
    }

    private static long nanos(Seen seen, double share) {
        return seen.echoes.stream().sorted().toList().get((int) (seen.echoes.size() * share));
    }

    private void fill() throws InterruptedException {
        settle();
        seat = bench.askToAttach(100, 30, "new-session", "-s", "bench");
        settle();
        for (int pane = 1; pane < PANES; pane++) {
            bench.ask("new-window", "-d", "-t", "bench:");
            settle();
        }
        for (int pane = 0; pane < PANES; pane++) {
            for (int printed = 0; printed < LINES * LINE_BYTES; printed += PIECE_BYTES) {
                print(pane, lines(PIECE_BYTES));
                while (!persistence.keepsUp()) {
                    thread.step();
                    LockSupport.parkNanos(100_000);
                }
            }
            settle();
        }
    }

    /** Lines that do not compress well. */
    private byte[] lines(int bytes) {
        byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) (i % LINE_BYTES >= LINE_BYTES - 2
                    ? i % LINE_BYTES == LINE_BYTES - 1 ? '\n' : '\r'
                    : ' ' + 1 + random.nextInt(64));
        }
        return text;
    }

    private void print(int pane, byte[] bytes) {
        thread.inbox().add(new Report.PaneWrote(new PaneId(pane), 1, bytes));
    }

    /** Takes turns until the journal has everything. */
    private void settle() {
        while (thread.step() || persistence.status().syncedSerial() < persistence.status().appendedSerial()) {
            Thread.onSpinWait();
        }
    }

    private Optional<io.ccmux.persistence.Checkpoint> checkpoint() {
        var asked = bench.ask("checkpoint", "now");
        while (asked.status() < 0) {
            thread.step();
        }
        return persistence.status().checkpoint();
    }

    /** Types, and lets programs print a little, while so many checkpoints are written, or for a while without one. */
    private Seen seen(String what, int checkpoints) throws InterruptedException {
        var seen = new Seen();
        long end = System.nanoTime() + IDLE_MILLIS * 1_000_000L;
        int left = checkpoints;
        Optional<Seat> asked = Optional.empty();
        long typed = 0;
        long frames = 0;
        boolean waits = false;
        boolean over = false;
        while (waits || !over) {
            over = left == 0 && asked.isEmpty() && (checkpoints > 0 || System.nanoTime() > end);
            if (asked.filter(client -> client.status() >= 0).isPresent()) {
                asked = Optional.empty();
            }
            if (asked.isEmpty() && left > 0) {
                asked = Optional.of(bench.ask("checkpoint", "now"));
                left--;
            }
            if (waits && seat.frames() > frames) {
                seen.echoes.add(System.nanoTime() - typed);
                waits = false;
            }
            if (!waits && !over && System.nanoTime() - typed > KEY_NANOS) {
                frames = seat.frames();
                typed = System.nanoTime();
                waits = true;
                print(0, "x".getBytes(StandardCharsets.US_ASCII));
                print(1 + random.nextInt(PANES - 1), lines(200));
            }
            turn(seen);
        }
        row("longest turn, " + what, millis(seen.turnNanos), "");
        row("  of which it waited for a processor", millis(seen.waitedNanos), "");
        row("  the longest that the thread ran", millis(seen.cpuNanos), "");
        row("  echo p50, p99", seen.echo(0.5) + ", " + seen.echo(0.99), "");
        return seen;
    }

    /** What the kernel says of this thread: how long it was ready to run and did not. */
    private static long waited() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/thread-self/schedstat")).split(" ")[1]);
        } catch (IOException unknown) {
            return 0;
        }
    }

    private void turn(Seen seen) throws InterruptedException {
        var turn = thread.next(1);
        if (turn.isEmpty()) {
            // Its clock stands otherwise, and what the loop has put off a little would never come.
            outside.pass(1, () -> {});
            return;
        }
        long waited = waited();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        turn.get().run();
        long took = System.nanoTime() - start;
        if (took > seen.turnNanos) {
            seen.turnNanos = took;
            seen.waitedNanos = waited() - waited;
        }
        seen.cpuNanos = Math.max(seen.cpuNanos, THREADS.getCurrentThreadCpuTime() - cpu);
    }
}
