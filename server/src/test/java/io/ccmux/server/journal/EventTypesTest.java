package io.ccmux.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ccmux.persistence.Entry;
import io.ccmux.persistence.JournalListener;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.RecordType;
import io.ccmux.persistence.Replay;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.server.mux.Described;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.RandomHistory;
import io.ccmux.server.mux.ServerEvent;

class EventTypesTest {
    /** What stands for records whose rows are not ours. */
    private static final Set<Class<?>> OF_EXTENSIONS = Set.of(ServerEvent.Extension.class, ServerEvent.Extended.class);
    private static final int SEEDS = 6;
    private static final int STEPS = 300;

    @Test
    void hasARowForEveryEvent() {
        Set<String> rows = EventTypes.rows().stream().map(RecordType::type).map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> events = leaves(Event.class).filter(event -> !OF_EXTENSIONS.contains(event)).map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(events, rows);
    }

    @Test
    void readsBackWhatWasJournaled() throws IOException {
        Set<Class<?>> met = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var history = new RandomHistory(seed).of(STEPS);
            history.forEach(event -> met.add(event.getClass()));
            assertEquals(Described.all(history), Described.all(journaled(history)), "seed " + seed);
        }
        Set<String> checkpointsOnly = Set.of("Restored", "Imaged", "Extended");
        assertEquals(Set.of(), leaves(Event.class).filter(event -> !met.contains(event)).map(Class::getSimpleName)
                .filter(name -> !checkpointsOnly.contains(name)).collect(Collectors.toSet()));
    }

    @Test
    void readsBackACheckpoint() throws IOException {
        var mux = RandomHistory.empty();
        var history = new RandomHistory(3).of(STEPS);
        for (int i = 0; i < history.size(); i++) {
            mux.apply(history.get(i), RandomHistory.stamp(i));
        }
        assertEquals(Described.all(mux.events()), Described.all(journaled(mux.events())));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTest::leaves)
                : Stream.of(type);
    }

    /** The events as they come back after the death of the server that journaled them. */
    private static List<Event> journaled(List<Event> events) throws IOException {
        var storage = new FaultStorage();
        try (var persistence = open(storage, new ArrayList<>())) {
            events.forEach(event -> persistence.append(1, List.of(EventTypes.record(event))));
            persistence.submit();
        }
        var back = new ArrayList<Event>();
        open(storage.kill(), back).close();
        return back;
    }

    private static Persistence open(FaultStorage storage, List<Event> into) throws IOException {
        return Persistence.open(PersistenceSettings.standard().segmentBytes(1 << 20), storage,
                EventTypes.registry(), new Replay() {
                    @Override
                    public void begin() {
                        into.clear();
                    }

                    @Override
                    public void apply(Entry entry) {
                        into.add(EventTypes.event(entry.record()));
                    }
                }, new JournalListener() {
                    @Override
                    public void written(long serial) {}

                    @Override
                    public void synced(long serial) {}

                    @Override
                    public void failed(IOException cause) {
                        throw new IllegalStateException(cause);
                    }
                });
    }
}
