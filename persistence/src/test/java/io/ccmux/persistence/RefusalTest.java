package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rows of the decision table in which nothing on disk is changed. */
class RefusalTest {
    private FaultStorage storage = new FaultStorage();

    @Test
    void rowJNewerSegment() throws IOException {
        Notebook.open(storage).durably("a");
        byte[] bytes = storage.files().get(StateLayout.segment(1));
        bytes[11] = 2;
        ByteBuffer.wrap(bytes).putInt(92, Frame.checksum(bytes, 0, 92, 0));
        storage.replace(StateLayout.segment(1), bytes);
        refusesUntouched("format 2", "up to 1");
    }

    @Test
    void rowJUnknownType() throws IOException {
        Notebook.open(storage).durably("a").durably("b");
        Map<String, byte[]> before = storage.files();
        RecordRegistry other = RecordRegistry.of(List.of());
        FaultStorage found = storage = storage.kill();
        NewerFormatException refusal = assertThrows(NewerFormatException.class,
                () -> new Recovery(found, other, new Notebook(), Optional.empty()).run());
        assertTrue(refusal.getMessage().contains("record type 1 version 1"), refusal.getMessage());
        assertSame(before, storage.files());
    }

    @Test
    void rowKLocked() throws IOException {
        Notebook.open(storage).durably("a");
        Map<String, byte[]> before = storage.files();
        assertThrows(StateLockedException.class, () -> Notebook.open(storage));
        assertSame(before, storage.files());
    }

    @Test
    void rowLReadOnly() throws IOException {
        Notebook.open(storage).durably("a").durably("b");
        storage = storage.kill();
        Map<String, byte[]> before = storage.files();
        storage.readOnly(true);
        Notebook again = Notebook.open(storage);
        assertEquals(List.of("a", "b"), again.lines());
        assertTrue(again.report().readOnly());
        assertEquals(Set.of(Row.READ_ONLY), RecoveryTest.rows(again));
        long serial = again.add("c");
        again.persistence().submitForReply();
        again.lanes().settle();
        assertEquals(serial, again.written());
        assertEquals(0, again.synced());
        assertEquals(1, again.failures());
        assertEquals(PersistenceStatus.Health.READ_ONLY, again.persistence().status().health());
        again.stop();
        assertSame(before, storage.files());
    }

    @Test
    void rowLFull() throws IOException {
        Notebook.open(storage).durably("a");
        storage = storage.kill();
        storage.full(0);
        Notebook again = Notebook.open(storage);
        assertEquals(List.of("a"), again.lines());
        assertTrue(again.report().readOnly());
    }

    @Test
    void whoeverWantsNoLoss() throws IOException {
        Notebook.open(storage).durably("a").durably("b").durably("c");
        byte[] bytes = storage.files().get(StateLayout.segment(1));
        bytes[FileHead.BYTES + Frame.OVERHEAD_BYTES + Frame.SYNCED_BYTES + 40] ^= 1;
        storage.replace(StateLayout.segment(1), bytes);
        Map<String, byte[]> before = storage.files();
        storage = storage.kill();
        Replay strict = new Replay() {
            @Override
            public void begin() {}

            @Override
            public void apply(Entry entry) {}

            @Override
            public void judged(RecoveryReport report) throws RecoveryRefusedException {
                if (report.damaged()) {
                    throw new RecoveryRefusedException(report.findings().getFirst().text());
                }
            }
        };
        assertThrows(RecoveryRefusedException.class,
                () -> new Recovery(storage, Notebook.REGISTRY, strict, Optional.empty()).run());
        assertSame(before, storage.files());
    }

    private void refusesUntouched(String... words) throws IOException {
        Map<String, byte[]> before = storage.files();
        storage = storage.kill();
        NewerFormatException refusal = assertThrows(NewerFormatException.class, () -> Notebook.open(storage));
        for (String word : words) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
        assertSame(before, storage.files());
        assertTrue(storage.lock(), "whoever refuses lets go of it");
    }

    private static void assertSame(Map<String, byte[]> before, Map<String, byte[]> after) {
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }
}
