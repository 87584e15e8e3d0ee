package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private final FaultStorage storage = new FaultStorage();

    @Test
    void tellsWhatIsThereAndTouchesNothing() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a").durably("b").checkpointed().durably("c");
        for (int i = 0; i < 5; i++) {
            notebook.durably("x".repeat(900));
        }
        storage.readOnly(true);
        Inspection inspection = Inspection.of(storage, Notebook.REGISTRY);
        assertFalse(inspection.clean());
        assertTrue(inspection.segments().size() > 2);
        assertEquals(Optional.of(1L), inspection.segments().getFirst().firstSerial());
        assertEquals(List.of(Optional.of(2L)),
                inspection.checkpoints().stream().map(Inspection.CheckpointFile::coveredSerial).toList());

        List<Object> records = new ArrayList<>();
        Inspection.CheckpointFile checkpoint = inspection.checkpoints().getFirst();
        assertEquals(2, inspection.read(checkpoint, entry -> records.add(entry.record())).records());
        assertEquals(List.of(new Notebook.Line("a"), new Notebook.Line("b")), records);
        assertEquals(1, inspection.journal().next().getFirst().serial());
        assertEquals(3, inspection.journalAfter(checkpoint).next().getFirst().serial());

        Notebook replay = new Notebook();
        RecoveryReport report = inspection.verify(replay);
        assertEquals(notebook.lines(), replay.lines());
        assertEquals(8, report.lastSerial());
        assertEquals(List.of(), report.findings());
    }

    @Test
    void tellsWhatIsDamaged() throws IOException {
        Notebook.open(storage).durably("a").checkpointed();
        byte[] bytes = storage.files().get(StateLayout.checkpoint(1));
        bytes[10] ^= 1;
        storage.replace(StateLayout.checkpoint(1), bytes);
        Inspection inspection = Inspection.of(storage, Notebook.REGISTRY);
        Inspection.CheckpointFile damaged = inspection.checkpoints().getFirst();
        assertEquals(Optional.empty(), damaged.coveredSerial());
        assertThrows(DamagedFileException.class, () -> inspection.read(damaged, entry -> {}));
        assertEquals(1, inspection.verify(new Notebook()).findings().size());
    }
}
