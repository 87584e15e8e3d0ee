package io.ccmux.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kills the server many times, at moments chosen by a seed, while users change things and programs print; a good part
 * of the times while it recovers from the time before. After each crash everything that was acknowledged or seen must
 * be there, and nothing by halves.
 *
 * <p>{@code java … io.ccmux.it.KillCycles [KILLS [SEED]]}
 */
public final class KillCycles implements AutoCloseable {
    static final String SESSION = "cycles";
    private static final int USERS = 2;
    private static final double IN_RECOVERY = 0.5;
    private static final double AFTER_ACKNOWLEDGEMENT = 0.3;
    private static final int WORK_MILLIS_MAX = 1_000;
    private static final int CHANGES_MAX = 60;

    /** What came of it; times in milliseconds. */
    record Figures(int kills, int inRecovery, long acknowledged, long doneInFlight, long lines, long looks,
            long recoveryMedian, long recoveryMax) {
        @Override
        public String toString() {
            return kills + " kills, " + inRecovery + " of them during recovery; " + acknowledged
                    + " acknowledged changes and " + lines + " printed lines all there (" + looks
                    + " programs were watched until the end), none half done ("
                    + doneInFlight + " more were done though nobody was told); first answer after a crash in "
                    + recoveryMedian + " ms median, " + recoveryMax + " ms at most";
        }
    }

    private final Ccmux ccmux;
    /** A thread for each of those who are busy: the pool everybody shares has a single one on two cores. */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    private final Random random;
    private final List<Mutator> users = new ArrayList<>();
    private final List<Printing> panes = Stream.of("%0", "%1", "%2").map(Printing::new).toList();
    private final List<Long> recoveries = new ArrayList<>();
    private int kills;
    private int inRecovery;

    KillCycles(Path directory, long seed) {
        ccmux = new Ccmux(directory);
        random = new Random(seed);
        for (int i = 0; i < USERS; i++) {
            users.add(new Mutator("u" + i + "-", new Random(random.nextLong())));
        }
    }

    public static void main(String... arguments) throws IOException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        var directory = Files.createTempDirectory("ccmux-kill-cycles");
        System.out.println("seed " + seed + ", " + directory);
        try (var cycles = new KillCycles(directory, seed)) {
            System.out.println(cycles.run(kills));
        }
    }

    /** Kills so many times, checks after each, and ends the server. */
    Figures run(int times) throws IOException {
        ccmux.must("new-session", "-d", "-s", SESSION, "-x", "100", "-y", "40");
        ccmux.must("split-window", "-h", "-t", "%0");
        ccmux.must("split-window", "-v", "-t", "%0");
        while (kills < times) {
            if (kills > 0 && random.nextDouble() < IN_RECOVERY) {
                killInRecovery();
            } else {
                recoverAndVerify();
                killAtWork();
            }
        }
        recoverAndVerify();
        ccmux.must("kill-server");
        var sorted = recoveries.stream().sorted().toList();
        return new Figures(kills, inRecovery, users.stream().mapToLong(Mutator::acknowledged).sum(),
                users.stream().mapToLong(Mutator::doneInFlight).sum(), panes.stream().mapToLong(Printing::lines).sum(),
                panes.stream().mapToLong(Printing::looks).sum(),
                sorted.get(sorted.size() / 2), sorted.getLast());
    }

    private Speaker speaker() throws IOException {
        return Speaker.connect(ccmux.socket(), ccmux.user());
    }

    private void recoverAndVerify() throws IOException {
        boolean crashed = ccmux.server().isEmpty();
        long begin = System.nanoTime();
        ccmux.must("list-sessions");
        if (crashed) {
            recoveries.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
        try (var speaker = speaker()) {
            users.forEach(user -> user.verify(speaker));
            panes.forEach(pane -> pane.verify(speaker));
            verifyWhole(speaker);
        }
    }

    /** Every window has its panes, and every pane its window. */
    private static void verifyWhole(Speaker speaker) {
        var fromPanes = speaker.must("list-panes", "-a", "-F", "#{window_id} #{window_panes}").lines().sorted()
                .toList();
        var fromWindows = speaker.must("list-windows", "-a", "-F", "#{window_id} #{window_panes}").lines()
                .flatMap(line -> Stream.generate(() -> line)
                        .limit(Long.parseLong(line.substring(line.indexOf(' ') + 1))))
                .sorted().toList();
        if (!fromPanes.equals(fromWindows)) {
            throw new AssertionError("panes " + fromPanes + "\nwindows " + fromWindows);
        }
    }

    // ---- killing ---------------------------------------------------------------------------

    /** Everybody is busy; then the server is killed, at any moment or right after some acknowledgement. */
    private void killAtWork() throws IOException {
        long server = ccmux.server().orElseThrow();
        int life = kills;
        try (var speaker = speaker()) {
            for (var pane : panes) {
                speaker.run(pane.start(life));
            }
        }
        boolean afterChange = random.nextDouble() < AFTER_ACKNOWLEDGEMENT;
        var enough = new CountDownLatch(afterChange ? 1 + random.nextInt(CHANGES_MAX) : Integer.MAX_VALUE);
        var busy = new ArrayList<CompletableFuture<Void>>();
        users.forEach(user -> busy.add(CompletableFuture.runAsync(() -> change(user, enough), threads)));
        busy.add(CompletableFuture.runAsync(this::watch, threads));
        try {
            enough.await(1 + random.nextInt(WORK_MILLIS_MAX), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        kill(server);
        busy.forEach(CompletableFuture::join);
    }

    private void change(Mutator user, CountDownLatch enough) {
        try (var speaker = speaker()) {
            while (user.mutate(speaker)) {
                enough.countDown();
            }
        } catch (IOException gone) {
            // The server was killed before this user even connected.
            return;
        }
    }

    private void watch() {
        try (var speaker = speaker()) {
            while (panes.stream().allMatch(pane -> pane.look(speaker))) {
                Thread.onSpinWait();
            }
        } catch (IOException gone) {
            // As above.
            return;
        }
    }

    /** A command starts the server, and the server is killed before it answers, if chance has it so. */
    private void killInRecovery() {
        if (ccmux.server().isPresent()) {
            return;
        }
        var starter = ccmux.start("list-sessions");
        long usual = recoveries.isEmpty() ? WORK_MILLIS_MAX : recoveries.get(recoveries.size() / 2);
        var server = ccmux.server();
        while (server.isEmpty() && starter.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            server = ccmux.server();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(usual)));
        boolean starting = starter.isAlive();
        server.ifPresent(pid -> {
            kill(pid);
            inRecovery += starting ? 1 : 0;
        });
        starter.onExit().join();
    }

    private void kill(long server) {
        Processes.signal(server, "KILL");
        Processes.awaitEnd(server);
        kills++;
    }

    @Override
    public void close() {
        threads.close();
        ccmux.close();
    }
}
