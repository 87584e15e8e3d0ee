package io.ccmux.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.Forgetting;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/** What a pane has printed is forgotten on a real disk: no byte of it stays in any file, and all of the other pane. */
class ForgettingTest {
    private static final RecordExtensions NONE = new RecordExtensions(List.of());
    private static final PersistenceSettings SETTINGS = PersistenceSettings.standard().segmentBytes(20_000);
    private static final Size SIZE = new Size(80, 24);
    private static final PaneId LOUD = new PaneId(0);
    private static final PaneId QUIET = new PaneId(1);
    private static final int ROUNDS = 12;

    @TempDir
    private Path directory;
    private long micros;

    /** A server's life, as far as its state goes. */
    private final class Life implements AutoCloseable {
        private final LoadedState state = new LoadedState(false, NONE);
        private final Persistence persistence = Persistence.open(SETTINGS,
                DiskStorage.open(directory.resolve("state")), NONE.registry(), state, new DeafListener());

        Life() throws IOException {
            micros++;
        }

        void commit(Event event) {
            persistence.append(++micros, List.of(EventTypes.record(event)));
            state.mux().apply(event, micros);
            persistence.submitForReply();
        }

        void print(PaneId pane, String text) {
            commit(new PaneEvent.Output(pane, text.getBytes(StandardCharsets.UTF_8)));
        }

        void checkpoint() throws Exception {
            persistence.checkpoint(++micros, state.mux().events().stream().map(EventTypes::record).iterator()).get();
        }

        void forget(PaneId pane) throws Exception {
            commit(new PaneEvent.Forgotten(pane));
            persistence.redact(++micros, state.mux().events().stream().map(EventTypes::record).iterator(),
                    new Forgetting(Set.of(pane))).get();
        }

        @Override
        public void close() throws IOException {
            persistence.close();
        }
    }

    private static void begin(Life life) {
        var session = new SessionId(0);
        life.commit(new SessionEvent.Created(session, "work", "/", 1, ""));
        for (var pane : List.of(LOUD, QUIET)) {
            var window = new WindowId(pane.number());
            life.commit(new WindowEvent.Created(window, "sh", SIZE, 1));
            life.commit(new PaneEvent.Opened(pane, window, new Launch(List.of("sh"), "", "/", Map.of()), SIZE, 2000));
            life.commit(new WindowEvent.LaidOut(window, Layout.single(pane, SIZE)));
            life.commit(new SessionEvent.Linked(session, pane.number(), window));
        }
    }

    @Test
    void leavesNothingOfAPaneInAnyFile() throws Exception {
        try (var life = new Life()) {
            begin(life);
            for (int round = 0; round < ROUNDS; round++) {
                for (int line = 0; line < 100; line++) {
                    life.print(LOUD, "it said xyzzy, " + round + " " + line + "\r\n");
                    life.print(QUIET, "it said plugh, " + round + " " + line + "\r\n");
                }
                life.print(LOUD, "\u001b]2;xyzzy\u0007");
                life.commit(new PaneEvent.Retitled(LOUD, "xyzzy " + round));
                life.checkpoint();
            }
            life.commit(new PaneEvent.Retitled(LOUD, "harmless"));
            // Nothing is printed any more, so history is compressed.
            await().until(() -> compressed() > 3);
        }
        List<String> loud = files("xyzzy");
        List<String> quiet = files("plugh");
        assertTrue(loud.stream().filter(name -> name.endsWith(".cpt")).count() > 3, loud.toString());
        try (var life = new Life()) {
            life.forget(LOUD);
            life.print(QUIET, "and on it goes\r\n");
        }
        assertEquals(List.of(), files("xyzzy"));
        assertEquals(quiet, files("plugh").stream().filter(quiet::contains).toList(), "it is where it was");
        try (var storage = DiskStorage.openToRead(directory.resolve("state"))) {
            var found = new LoadedState(false, NONE);
            assertEquals(List.of(), Inspection.of(storage, NONE.registry()).verify(found).findings());
            assertEquals("a", found.mux().pane(QUIET).terminal().screen().row(SIZE.rows() - 2).text(0));
            for (var checkpoint : Inspection.of(storage, NONE.registry()).checkpoints()) {
                assertTrue(checkpoint.problem().isEmpty(), checkpoint.toString());
            }
        }
    }

    private long compressed() {
        return Stream.of(directory.resolve("state/journal").toFile().list()).filter(name -> name.endsWith(".jnz"))
                .count();
    }

    /** The files that contain a text, compressed or not. */
    private List<String> files(String text) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(file -> Remains.contain(read(file), text))
                    .map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    @Test
    void knowsWhatIsThePanes() {
        var forgetting = new Forgetting(Set.of(LOUD));
        var other = new PaneEvent.Output(QUIET, new byte[]{1});
        assertEquals(other, forgetting.apply(other));
        var nothing = new PaneEvent.Output(LOUD, new byte[0]);
        assertEquals(nothing, forgetting.apply(nothing), "once is enough");
        assertEquals(new PaneEvent.HistoryCleared(LOUD),
                forgetting.apply(new PaneEvent.Imaged(LOUD, 0, 1, new byte[]{1})));
        assertFalse(forgetting.apply(new PaneEvent.Retitled(LOUD, "x")).toString().contains("x]"));
    }
}
