package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.DiskStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole module on a real disk, with its real threads. */
@Timeout(60)
class PersistenceTest {
    @TempDir
    private Path directory;

    /** Remembers lines, and lets a test await serials. */
    private static final class Server implements Replay, JournalListener {
        private final List<String> lines = new ArrayList<>();
        private final List<String> leisurely = new CopyOnWriteArrayList<>();
        private final BlockingQueue<Long> synced = new LinkedBlockingQueue<>();
        private final BlockingQueue<Long> written = new LinkedBlockingQueue<>();
        private Persistence persistence;

        static Server open(Path directory, PersistenceSettings settings) throws IOException {
            Server server = new Server();
            server.persistence = Persistence.open(settings, DiskStorage.open(directory), Notebook.REGISTRY, server,
                    server);
            return server;
        }

        @Override
        public void begin() {
            lines.clear();
        }

        @Override
        public void apply(Entry entry) {
            lines.add(((Notebook.Line) entry.record()).text());
        }

        @Override
        public void written(long serial) {
            written.add(serial);
        }

        @Override
        public void synced(long serial) {
            synced.add(serial);
        }

        @Override
        public void failed(IOException cause) {
            // A test that expects a sound disk asks for the trouble in the status.
        }

        @Override
        public void healed() {}

        @Override
        public void slow(long millis) {}

        @Override
        public void checkpointThread() {
            leisurely.add(Thread.currentThread().getName());
        }

        long add(String line) {
            lines.add(line);
            return persistence.append(1, List.of(new Notebook.Line(line)));
        }

        List<Notebook.Line> image() {
            return lines.stream().map(Notebook.Line::new).toList();
        }

        void await(BlockingQueue<Long> reports, long serial) throws InterruptedException {
            while (reports.poll(30, TimeUnit.SECONDS) < serial) {
            }
        }
    }

    @Test
    void comesBackFromARealDisk() throws Exception {
        Server server = Server.open(directory, PersistenceSettings.standard());
        server.add("a");
        long serial = server.add("b");
        server.persistence.submitForReply();
        server.await(server.synced, serial);
        Checkpoint checkpoint = server.persistence.checkpoint(5, server.image().iterator()).get(30, TimeUnit.SECONDS);
        assertEquals(2, checkpoint.records());
        serial = server.add("c");
        server.persistence.submit();
        server.await(server.written, serial);
        server.await(server.synced, serial);
        assertThrows(StateLockedException.class, () -> Server.open(directory, PersistenceSettings.standard()));
        server.persistence.close();

        Server again = Server.open(directory, PersistenceSettings.standard());
        assertEquals(List.of("a", "b", "c"), again.lines);
        assertTrue(again.persistence.report().unclean());
        assertEquals(1, again.persistence.report().records());
        again.persistence.stop(new Persistence.Ending(false, 9, again.image().iterator()));
        assertEquals("recover", Files.readAllLines(directory.resolve("MANIFEST")).getFirst());

        Server third = Server.open(directory, PersistenceSettings.standard());
        assertEquals(List.of("a", "b", "c"), third.lines);
        assertFalse(third.persistence.report().unclean());
        assertEquals(0, third.persistence.report().records());
        third.persistence.stop(new Persistence.Ending(true, 9, third.image().iterator()));
        assertEquals("empty", Files.readAllLines(directory.resolve("MANIFEST")).getFirst());
    }

    @Test
    void oneThreadBeginsWithWhatMakesItLeisurely() throws Exception {
        Server server = Server.open(directory, PersistenceSettings.standard());
        server.add("a");
        server.persistence.stop(new Persistence.Ending(false, 9, server.image().iterator()));
        assertEquals(List.of("ccmux-checkpoint"), server.leisurely);
    }

    @Test
    void rotatesAndPrunesUnderLoad() throws Exception {
        PersistenceSettings settings = PersistenceSettings.standard().segmentBytes(200_000)
                .checkpointBytes(300_000).retention(Retention.NOTHING);
        Server server = Server.open(directory, settings);
        int checkpoints = 0;
        String text = "t".repeat(500);
        for (int i = 0; i < 4000; i++) {
            server.add(i + text);
            server.persistence.submit();
            if (server.persistence.checkpointDue()) {
                server.persistence.checkpoint(i, server.image().iterator()).get(30, TimeUnit.SECONDS);
                checkpoints++;
            }
        }
        assertTrue(checkpoints >= 3, checkpoints + " checkpoints");
        assertEquals("", server.persistence.status().trouble());
        server.persistence.close();
        try (Stream<Path> kept = Files.list(directory.resolve("checkpoints"))) {
            assertEquals(2, kept.count());
        }
        try (Stream<Path> kept = Files.list(directory.resolve("journal"))) {
            assertFalse(kept.anyMatch(name -> name.toString().endsWith("0001.jnl")));
        }
        Server again = Server.open(directory, settings);
        assertEquals(server.lines, again.lines);
        assertEquals(List.of(), again.persistence.report().findings());
        again.persistence.close();
    }

    @Test
    void nothingOfItIsAnybodyElsesToRead() throws Exception {
        Path state = directory.resolve("deep/state");
        Server server = Server.open(state, PersistenceSettings.standard());
        server.add("a");
        server.persistence.stop(new Persistence.Ending(false, 9, server.image().iterator()));
        try (Stream<Path> all = Files.walk(state)) {
            Set<String> loose = all.filter(path -> !permissions(path).equals(
                    Files.isDirectory(path) ? "[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]" : "[OWNER_READ, OWNER_WRITE]"))
                    .map(Path::toString).collect(Collectors.toSet());
            assertEquals(Set.of(), loose);
        }
    }

    private static String permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path).stream().map(Enum::name).sorted().toList().toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
