package io.ccmux.persistence;

import io.ccmux.persistence.storage.DiskStorage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the journal costs on a real disk, as a table with the target beside each figure. Not a test: run its main with a
 * directory on the disk to be measured, and with {@code -XX:-UsePerfData}, or Java writes while the journal is idle.
 */
final class JournalBenchmark {
    private static final int SECONDS = Integer.getInteger("seconds", 3);
    private static final int IDLE_SECONDS = 60;
    private static final int WRITERS = 16;
    private static final int REPLIES = 2000;
    private static final int CHECKPOINT_RECORDS = 1600;
    private static final int CHECKPOINT_RECORD_BYTES = 64 << 10;
    private static final int REPLAYED = 10_000;
    private static final long MEBIBYTE = 1 << 20;

    private final Path directory;

    private JournalBenchmark(Path directory) {
        this.directory = directory;
    }

    /** {@code DIRECTORY}: must not exist; is removed in the end. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Files.createDirectories(directory);
        JournalBenchmark benchmark = new JournalBenchmark(directory);
        System.out.printf("%-58s %14s   %s%n", "", "measured", "target");
        benchmark.groupCommit();
        benchmark.latency();
        benchmark.appending();
        benchmark.checkpointAndReplay();
        benchmark.idle();
        benchmark.flood();
    }

    private static void row(String what, String measured, String target) {
        System.out.printf("%-58s %14s   %s%n", what, measured, target);
    }

    private static String millis(long nanos) {
        return String.format("%.1f ms", nanos / 1e6);
    }

    /** A server that has no state but how many records came back. */
    private static final class Server implements Replay, JournalListener {
        private final BlockingQueue<Long> synced = new LinkedBlockingQueue<>();
        private long applied;
        private Persistence persistence;

        static Server open(Path directory, PersistenceSettings settings) throws IOException {
            Server server = new Server();
            server.persistence = Persistence.open(settings, DiskStorage.open(directory), Notebook.REGISTRY, server,
                    server);
            return server;
        }

        @Override
        public void begin() {
            applied = 0;
        }

        @Override
        public void apply(Entry entry) {
            applied++;
        }

        @Override
        public void written(long serial) {}

        @Override
        public void synced(long serial) {
            synced.add(serial);
        }

        @Override
        public void failed(IOException cause) {
            throw new IllegalStateException(cause);
        }

        long append(byte[] bytes) {
            return persistence.append(System.currentTimeMillis() * 1000, List.of(new UnknownRecord(99, 1, bytes)));
        }
    }

    private static byte[] noise(Random random, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return noise;
    }

    private Path fresh() throws IOException {
        clear();
        return directory.resolve("state");
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(directory)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What is there, while files come and go. */
    private long bytesOnDisk() {
        return Stream.of("state", "state/journal", "state/checkpoints")
                .map(name -> directory.resolve(name).toFile().listFiles(File::isFile))
                .filter(Objects::nonNull).flatMap(Arrays::stream).mapToLong(File::length).sum();
    }

    private void groupCommit() throws Exception {
        double one = commits(1);
        double many = commits(WRITERS);
        row("durable replies a second, one writer", String.format("%,.0f", one), "");
        row("durable replies a second, 16 writers", String.format("%,.0f", many), "");
        row("group commit: 16 writers against one", String.format("%.1f x", many / one), ">= 5 x");
    }

    /** Writers each of which goes on as soon as its reply may be sent. */
    private double commits(int writers) throws Exception {
        Server server = Server.open(fresh(), PersistenceSettings.standard());
        long[] waiting = new long[writers];
        byte[] record = new byte[200];
        long done = 0;
        long start = System.nanoTime();
        for (int writer = 0; writer < writers; writer++) {
            waiting[writer] = server.append(record);
        }
        server.persistence.submitForReply();
        while (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
            long synced = server.synced.take();
            for (int writer = 0; writer < writers; writer++) {
                if (waiting[writer] <= synced) {
                    done++;
                    waiting[writer] = server.append(record);
                }
            }
            server.persistence.submitForReply();
        }
        double perSecond = done / ((System.nanoTime() - start) / 1e9);
        server.persistence.close();
        return perSecond;
    }

    /** How long one reply takes beside a bare fsync of as much. */
    private void latency() throws Exception {
        List<Long> bare = new ArrayList<>();
        byte[] record = new byte[200];
        clear();
        try (FileChannel channel = FileChannel.open(directory.resolve("bare"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(REPLIES * record.length));
            channel.force(false);
            for (int i = 0; i < REPLIES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.wrap(record), (long) i * record.length);
                channel.force(false);
                bare.add(System.nanoTime() - start);
            }
        }
        List<Long> replies = new ArrayList<>();
        Server server = Server.open(fresh(), PersistenceSettings.standard());
        for (int i = 0; i < REPLIES; i++) {
            long start = System.nanoTime();
            long serial = server.append(record);
            server.persistence.submitForReply();
            while (server.synced.take() < serial) {
            }
            replies.add(System.nanoTime() - start);
        }
        server.persistence.close();
        Collections.sort(bare);
        Collections.sort(replies);
        row("a write and an fsync, p50 and p99", millis(bare.get(REPLIES / 2)) + ", "
                + millis(bare.get(REPLIES * 99 / 100)), "");
        row("a durable reply, p50 above that", millis(replies.get(REPLIES / 2) - bare.get(REPLIES / 2)), "<= 2 ms");
        row("a durable reply, p99", millis(replies.get(REPLIES * 99 / 100)),
                "<= " + millis(3 * bare.get(REPLIES * 99 / 100)) + ", 3 fsyncs");
    }

    private void appending() throws Exception {
        Server server = Server.open(fresh(), PersistenceSettings.standard());
        byte[] record = new byte[64];
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            long start = System.nanoTime();
            server.append(record);
            server.persistence.submit();
            nanos.add(System.nanoTime() - start);
            if (!server.persistence.keepsUp()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        server.persistence.close();
        List<Long> later = new ArrayList<>(nanos.subList(100_000, nanos.size()));
        Collections.sort(later);
        row("append and submit of 64 bytes, without sync, p50",
                String.format("%.1f us", later.get(later.size() / 2) / 1e3), "< 100 us");
    }

    private void checkpointAndReplay() throws Exception {
        Path state = fresh();
        PersistenceSettings settings = PersistenceSettings.standard().checkpointBytes(1 << 30);
        Server server = Server.open(state, settings);
        byte[] piece = noise(new Random(1), CHECKPOINT_RECORD_BYTES);
        server.append(piece);
        long start = System.nanoTime();
        Checkpoint checkpoint = server.persistence.checkpoint(1,
                Stream.generate(() -> new UnknownRecord(99, 1, piece)).limit(CHECKPOINT_RECORDS).iterator()).get();
        row("checkpoint of " + checkpoint.bytes() / 1_000_000 + " MB: write, force, read back",
                millis(System.nanoTime() - start), "< 5,000 ms (aim 500)");
        server.persistence.close();
        row("loading it", millis(open(state, settings)), "< 3,000 ms (aim 300)");

        server = Server.open(state, settings);
        records(server);
        row("full recovery: it and 10,000 records", millis(open(state, settings)), "< 5,000 ms (aim 700)");

        state = fresh();
        server = Server.open(state, settings);
        records(server);
        row("replay of 10,000 records", millis(open(state, settings)), "< 1,000 ms (aim 50)");
    }

    private static void records(Server server) throws Exception {
        for (int i = 0; i < REPLAYED; i++) {
            server.append(new byte[100]);
        }
        server.persistence.submitForReply();
        server.persistence.close();
    }

    /** The best of three, as a warm process needs it. */
    private static long open(Path state, PersistenceSettings settings) throws IOException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Server server = Server.open(state, settings);
            best = Math.min(best, System.nanoTime() - start);
            if (server.applied == 0) {
                throw new IllegalStateException("nothing came back");
            }
            server.persistence.close();
        }
        return best;
    }

    private void idle() throws Exception {
        Server server = Server.open(fresh(), PersistenceSettings.standard());
        server.append(new byte[100]);
        server.persistence.submit();
        TimeUnit.SECONDS.sleep(2);
        String before = written();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        row("bytes written while idle for " + IDLE_SECONDS + " s",
                String.valueOf(Long.parseLong(written()) - Long.parseLong(before)), "0");
        server.persistence.close();
    }

    /** What this process has had written to any disk. */
    private static String written() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream().filter(line -> line.startsWith("write_bytes"))
                .findFirst().orElseThrow().replaceAll("\\D", "");
    }

    /** A program that prints for ever what cannot be compressed. */
    private void flood() throws Exception {
        long budget = 256 * MEBIBYTE;
        PersistenceSettings settings = PersistenceSettings.standard()
                .retention(new Retention(budget, Long.MAX_VALUE / 8))
                .reserveBytes(0);
        Server server = Server.open(fresh(), settings);
        Random random = new Random(5);
        byte[][] pieces = new byte[64][];
        Arrays.setAll(pieces, i -> noise(random, 32 << 10));
        long largest = 0;
        long printed = 0;
        for (int i = 0; printed < 4 * budget; i++) {
            if (server.persistence.keepsUp()) {
                server.append(pieces[random.nextInt(pieces.length)]);
                server.persistence.submit();
                printed += 32 << 10;
            } else {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            if (server.persistence.checkpointDue()) {
                server.persistence.checkpoint(i, List.of(new UnknownRecord(99, 1, pieces[0])).iterator());
            }
            if (i % 100 == 0) {
                largest = Math.max(largest, bytesOnDisk());
                // No terminal prints more than some 80 MB/s.
                TimeUnit.MILLISECONDS.sleep(40);
            }
        }
        server.persistence.close();
        row("state directory after " + printed / MEBIBYTE + " MiB printed, budget 256 MiB",
                largest / MEBIBYTE + " MiB", "<= 256 + 16 MiB");
        clear();
    }
}
