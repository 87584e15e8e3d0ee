package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Settings that change while the journal is in use. */
class ObeyedSettingsTest {
    private final FaultStorage storage = new FaultStorage();

    private static void write(Notebook notebook, String line) {
        notebook.add(line);
        notebook.persistence().submit();
        notebook.lanes().settle();
    }

    @Test
    void theFlushIntervalIsThatOfTheNextWrite() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.flushMillis(100), 1);
        notebook.persistence().obey(Notebook.SMALL.flushMillis(5000));
        write(notebook, "a");
        notebook.lanes().passTime(4000);
        notebook.lanes().settle();
        assertEquals(0, notebook.synced());
        notebook.lanes().passTime(1000);
        notebook.lanes().settle();
        assertEquals(1, notebook.synced());
    }

    @Test
    void repliesWaitFromNowOnOrNoLonger() throws IOException {
        Notebook notebook = Notebook.open(storage);
        notebook.persistence().obey(Notebook.SMALL.durability(Durability.RELAXED));
        assertEquals(Durability.RELAXED, notebook.persistence().durability());
        notebook.durably("a");
        assertEquals(0, notebook.synced(), "it waits for the interval");
        notebook.persistence().obey(Notebook.SMALL);
        notebook.durably("b");
        assertEquals(2, notebook.synced());
    }

    @Test
    void aJournalIsNotSwitchedOffWhileItIsInUse() throws IOException {
        Notebook notebook = Notebook.open(storage);
        notebook.persistence().obey(Notebook.SMALL.durability(Durability.OFF));
        assertEquals(Durability.STRICT, notebook.persistence().durability());
        notebook.durably("a");
        assertEquals(1, notebook.synced());
        FaultStorage other = new FaultStorage();
        Notebook off = Notebook.open(other, Notebook.SMALL.durability(Durability.OFF), 1);
        off.persistence().obey(Notebook.SMALL);
        assertEquals(Durability.OFF, off.persistence().durability());
        off.durably("a");
        assertFalse(other.files().keySet().stream().anyMatch(name -> name.startsWith(StateLayout.JOURNAL)));
    }

    @Test
    void segmentsAreAsLargeAsIsSaidByThen() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(2000), 1);
        notebook.persistence().obey(Notebook.SMALL.segmentBytes(20_000));
        for (int i = 0; i < 20; i++) {
            notebook.durably("x".repeat(900));
        }
        assertTrue(SegmentMap.of(storage).segments().stream().anyMatch(segment -> segment.size() > 10_000));
    }

    @Test
    void theReserveGrowsShrinksAndGoes() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.reserveBytes(5000), 1);
        notebook.lanes().settle();
        assertEquals(5000, storage.files().get(StateLayout.RESERVE).length);
        for (int bytes : new int[]{9000, 3000}) {
            notebook.persistence().obey(Notebook.SMALL.reserveBytes(bytes));
            notebook.lanes().settle();
            assertEquals(bytes, storage.files().get(StateLayout.RESERVE).length);
        }
        notebook.persistence().obey(Notebook.SMALL.reserveBytes(0));
        notebook.lanes().settle();
        assertFalse(storage.files().containsKey(StateLayout.RESERVE));
    }
}
