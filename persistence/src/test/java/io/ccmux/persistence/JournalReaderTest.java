package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.TroubledStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalReaderTest {
    private final FaultStorage storage = new FaultStorage();

    @Test
    void readsTransactionsFromSegmentToSegment() throws IOException {
        Notebook notebook = Notebook.open(storage);
        for (int i = 0; i < 10; i++) {
            notebook.durably("a" + i, "b".repeat(400));
        }
        assertTrue(storage.list(StateLayout.JOURNAL).size() > 2);
        storage.readOnly(true);
        try (JournalReader reader = JournalReader.open(storage, Notebook.REGISTRY, JournalPosition.START)) {
            for (int i = 0; i < 10; i++) {
                List<Entry> transaction = reader.next();
                assertEquals(new Notebook.Line("a" + i), transaction.getFirst().record());
                assertEquals(List.of(2L * i + 1, 2L * i + 2), transaction.stream().map(Entry::serial).toList());
                assertEquals(2L * i + 1, transaction.getLast().transaction());
                assertEquals(1_000_000 + i, transaction.getLast().wallMicros());
                assertEquals(2L * i + 2, reader.position().serial());
            }
            assertEquals(List.of(), reader.next());
            assertEquals(List.of(), reader.next());
        }
    }

    @Test
    void goesOnFromAPlaceThatWasRemembered() throws IOException {
        Notebook.open(storage).durably("a").durably("b").durably("c");
        JournalPosition place;
        try (JournalReader reader = JournalReader.open(storage, Notebook.REGISTRY, JournalPosition.START)) {
            reader.next();
            place = reader.position();
        }
        try (JournalReader reader = JournalReader.open(storage, Notebook.REGISTRY, place)) {
            assertEquals(new Notebook.Line("b"), reader.next().getFirst().record());
        }
    }

    @Test
    void beginsWithTheOldestThatIsKept() throws IOException {
        Notebook notebook = Notebook.open(storage);
        for (int i = 0; i < 5; i++) {
            notebook.durably(i + "x".repeat(900)).durably(i + "y".repeat(900)).checkpointed();
        }
        List<Long> serials = new ArrayList<>();
        try (JournalReader reader = JournalReader.openOldest(storage, Notebook.REGISTRY)) {
            for (List<Entry> next = reader.next(); !next.isEmpty(); next = reader.next()) {
                serials.add(next.getFirst().serial());
            }
        }
        assertTrue(serials.getFirst() > 1 && serials.getFirst() <= 8, serials.toString());
        assertEquals(10L, serials.getLast());
    }

    @Test
    void knowsWhatIsOnTheMediumForSure() throws IOException {
        TroubledStorage counted = new TroubledStorage(storage, TroubledStorage.Trouble.EIO, Long.MAX_VALUE, true);
        Notebook notebook = Notebook.open(storage);
        for (int i = 0; i < 9; i++) {
            notebook.durably(i + "x".repeat(600));
        }
        List<Long> proven = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(counted, Notebook.REGISTRY, JournalPosition.START)) {
            for (long serial = 1; serial <= 9; serial++) {
                assertEquals(serial, reader.next().getFirst().serial());
                assertTrue(counted.open().size() == 1, counted.open()::toString);
                proven.add(reader.proven().serial());
                assertTrue(reader.syncedSerial() == serial - 1, "it was synced before the next was written");
                assertEquals(serial - 1, reader.before().serial());
            }
            assertEquals(List.of(), reader.next());
            assertFalse(reader.unfinished());
            assertEquals(8, reader.syncedSerial());
        }
        for (int i = 1; i < 9; i++) {
            assertTrue(proven.get(i) >= i - 1, proven.toString());
        }
        assertEquals(List.of(), counted.open());
    }

    @Test
    void endsWhereTheJournalIsNotWhole() throws IOException {
        Notebook.open(storage).durably("a").durably("b");
        byte[] bytes = storage.files().get(StateLayout.segment(1));
        bytes[FileHead.BYTES + 50] ^= 1;
        storage.replace(StateLayout.segment(1), bytes);
        try (JournalReader reader = JournalReader.open(storage, Notebook.REGISTRY, JournalPosition.START)) {
            assertEquals(1, reader.next().size());
            assertEquals(List.of(), reader.next());
            assertEquals(1, reader.position().serial());
        }
    }
}
