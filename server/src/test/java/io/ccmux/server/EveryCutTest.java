package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ccmux.persistence.Entry;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.Replay;
import io.ccmux.persistence.TestLanes;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.ReadOnlyStorage;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.LoopBench.Tasks;
import io.ccmux.server.mux.Described;
import io.ccmux.server.mux.RandomHistory;

/**
 * A journal with records of every type that is journaled, cut at every byte: what is recovered is the state that the
 * transactions before the cut make. Here a share of the cuts; {@code mvn verify -Ptorture} takes all.
 */
@Tag("torture")
class EveryCutTest {
    private static final int STRIDE = Integer.getInteger("ccmux.exhaustive.stride", 1021);
    private static final int STEPS = 900;
    private static final int TYPES_MIN = 55;
    private static final String SEGMENT = "journal/0000000000000001.jnl";

    private final FaultStorage storage = new FaultStorage();
    /** The state after each transaction, by the serial of its last record. */
    private final TreeMap<Long, List<String>> states = new TreeMap<>();

    @Test
    void leavesTheTransactionsBeforeIt() throws IOException {
        write();
        byte[] bytes = storage.files().get(SEGMENT);
        Set<Long> seen = new HashSet<>();
        long before = 0;
        long tried = 0;
        for (int cut = 0; cut <= bytes.length; cut += STRIDE) {
            var copy = storage.copy();
            copy.replace(SEGMENT, Arrays.copyOf(bytes, cut));
            String where = "cut at " + cut;
            var counted = new Counted();
            long serial = recovered(copy, counted).lastSerial();
            assertTrue(states.containsKey(serial), () -> "half a transaction, " + where);
            assertEquals(serial, counted.records, where);
            assertTrue(serial >= before, where + ": less than of a shorter journal");
            before = serial;
            if (seen.add(serial)) {
                var state = empty();
                recovered(copy, state);
                assertEquals(states.get(serial), Described.all(state.mux().events()), where);
            }
            tried++;
        }
        assertEquals(STRIDE == 1 ? states.keySet() : seen, seen);
        System.out.println("cuts of a journal with records of every type: " + tried + ", " + seen.size() + " states");
    }

    /** Counts what comes back. */
    private static final class Counted implements Replay {
        private long records;

        @Override
        public void begin() {
            records = 0;
        }

        @Override
        public void apply(Entry entry) {
            records++;
        }
    }

    private static RecoveryReport recovered(FaultStorage directory, Replay into) throws IOException {
        return Inspection.of(new ReadOnlyStorage(directory), EventTypes.registry()).verify(into);
    }

    private void write() throws IOException {
        var lanes = new TestLanes();
        var state = empty();
        var persistence = lanes.open(
                PersistenceSettings.standard().segmentBytes(4 << 20).reserveBytes(0), storage,
                new TestLanes.Server(EventTypes.registry(), state, new JournaledTwin.Told(new Tasks().inbox()), 1));
        states.put(0L, Described.all(state.mux().events()));
        Set<Class<?>> types = new HashSet<>();
        int index = 0;
        for (var transaction : new RandomHistory(7).transactions(STEPS)) {
            if (transaction.isEmpty()) {
                continue;
            }
            long serial = persistence.append(RandomHistory.stamp(index),
                    transaction.stream().map(EventTypes::record).toList());
            for (var event : transaction) {
                types.add(event.getClass());
                state.mux().apply(EventTypes.event(EventTypes.record(event)), RandomHistory.stamp(index));
            }
            index++;
            states.put(serial, Described.all(state.mux().events()));
            persistence.submitForReply();
            lanes.settle();
        }
        persistence.close();
        assertTrue(types.size() >= TYPES_MIN, () -> types.size() + " types of records");
        assertFalse(storage.files().get(SEGMENT).length > 1 << 20, "too long to be cut everywhere");
    }

    private static LoadedState empty() {
        var state = new LoadedState(false, RecordExtensions.installed());
        state.begin();
        return state;
    }
}
