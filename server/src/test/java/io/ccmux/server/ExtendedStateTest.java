package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.journal.ToyExtension;
import io.ccmux.server.journal.ToyExtension.Scored;
import io.ccmux.server.loop.LoopBench;
import io.ccmux.server.loop.Restart;
import io.ccmux.server.loop.Revivals;
import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.ServerEvent;

/** A record type that no part of ccmux knows, through journal, checkpoint, recovery and replay. */
class ExtendedStateTest {
    private static final RecordExtensions WITH = new RecordExtensions(List.of(new ToyExtension()));
    private static final RecordExtensions WITHOUT = new RecordExtensions(List.of());

    @TempDir
    private Path directory;

    /** A server's life, as far as its state goes. */
    private final class Life implements AutoCloseable {
        private final LoadedState state;
        private final Persistence persistence;

        Life(RecordExtensions extensions) throws IOException {
            state = new LoadedState(false, extensions);
            persistence = Persistence.open(PersistenceSettings.standard(), DiskStorage.open(directory.resolve("state")),
                    extensions.registry(), state, new DeafListener());
        }

        void commit(Event event) {
            persistence.append(1, List.of(EventTypes.record(event)));
            state.mux().apply(event, 1);
            persistence.submitForReply();
        }

        void score(String who, int points) {
            commit(new ServerEvent.Extended(new Scored(who, points)));
        }

        void checkpoint() throws Exception {
            persistence.checkpoint(2, state.mux().events().stream().map(EventTypes::record).iterator()).get();
        }

        List<Event> scores() {
            return state.mux().events().stream().filter(ServerEvent.Extended.class::isInstance).toList();
        }

        List<Event> unknown() {
            return state.mux().events().stream().filter(ServerEvent.Extension.class::isInstance).toList();
        }

        @Override
        public void close() throws IOException {
            persistence.close();
        }
    }

    private static List<Event> scores(Scored... scores) {
        return List.of(scores).stream().<Event>map(ServerEvent.Extended::new).toList();
    }

    private void played() throws Exception {
        try (var life = new Life(WITH)) {
            life.score("ada", 3);
            life.commit(new BufferEvent.Filled("b", new byte[]{1}, false, 0));
            life.score("grace", 5);
            life.checkpoint();
            life.score("ada", 4);
        }
    }

    @Test
    void comesBackFromCheckpointAndJournal() throws Exception {
        played();
        try (var life = new Life(WITH)) {
            assertEquals(scores(new Scored("ada", 7), new Scored("grace", 5)), life.scores());
            assertEquals(List.of(), life.unknown());
            assertEquals(List.of(), life.persistence.report().findings());
        }
    }

    @Test
    void isJournaledByALivingServerWhenSomethingHappens() throws Exception {
        var thread = new LoopBench.Tasks();
        var state = new LoadedState(false, WITH);
        try (var persistence = Persistence.open(PersistenceSettings.standard(),
                DiskStorage.open(directory.resolve("state")), WITH.registry(), state,
                new JournaledTwin.Told(thread.inbox()))) {
            var bench = new LoopBench(thread, inbox -> new JournaledTwin(inbox, persistence, state.mux()),
                    outside -> new LoopBench.Found(state.mux(), 0,
                            new Restart.Circumstances(true, "", 0, "", new Revivals(revivals -> {}))));
            bench.ask("new-session", "-d", "-s", "one");
            bench.ask("rename-session", "-t", "one", "two");
            bench.ask("checkpoint", "now");
            bench.ask("rename-session", "-t", "two", "three");
            while (thread.step()) {
                // one after the other
            }
        }
        try (var life = new Life(WITH)) {
            assertEquals(scores(new Scored("two", 1), new Scored("three", 1)), life.scores());
            assertEquals(List.of(), life.persistence.report().findings());
        }
    }

    @Test
    void isCarriedAlongByAServerThatDoesNotKnowIt() throws Exception {
        played();
        try (var life = new Life(WITHOUT)) {
            assertEquals(3, life.unknown().size());
            life.commit(new BufferEvent.Removed("b"));
            life.checkpoint();
        }
        try (var life = new Life(WITH)) {
            assertEquals(scores(new Scored("ada", 7), new Scored("grace", 5)), life.scores());
        }
    }

    @Test
    void isReplayedByTheTools() throws Exception {
        played();
        try (var storage = DiskStorage.openToRead(directory.resolve("state"))) {
            var state = new LoadedState(false, WITH);
            assertEquals(List.of(), Inspection.of(storage, WITH.registry()).verify(state).findings());
            assertEquals(2, state.mux().events().stream().filter(ServerEvent.Extended.class::isInstance).count());
        }
    }
}
