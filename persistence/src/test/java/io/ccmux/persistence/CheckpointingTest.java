package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a checkpoint is due: by bytes, by time, by what is said meanwhile; and what is known of the last one. */
class CheckpointingTest {
    private static final long MILLIS = 60_000;
    private static final long MICROS = MILLIS * 1000;
    private static final PersistenceSettings TIMED = Notebook.SMALL.checkpointBytes(1 << 30).checkpointMillis(MILLIS);

    private final FaultStorage storage = new FaultStorage();

    /** A line at a time, microseconds since 1970. */
    private static void line(Notebook notebook, long micros) {
        notebook.persistence().append(micros, List.of(new Notebook.Line("at " + micros)));
        notebook.persistence().submitForReply();
        notebook.lanes().settle();
    }

    @Test
    void isDueWhenTheTimeIsOverSinceTheFirstRecord() throws IOException {
        Notebook notebook = Notebook.open(storage, TIMED, 1);
        assertFalse(notebook.persistence().checkpointDue(), "nothing to write");
        long begin = 5_000_000_000L;
        for (long passed : new long[]{0, 1, MICROS / 2, MICROS - 1}) {
            line(notebook, begin + passed);
            assertFalse(notebook.persistence().checkpointDue(), "after " + passed);
        }
        line(notebook, begin + MICROS);
        assertTrue(notebook.persistence().checkpointDue());
    }

    @Test
    void isDueWhenTheTimeIsOverSinceTheLastOne() throws IOException {
        Notebook notebook = Notebook.open(storage, TIMED, 1);
        long begin = 5_000_000_000L;
        line(notebook, begin);
        notebook.persistence().checkpoint(begin + 10, List.of(new Notebook.Line("all")).iterator());
        notebook.lanes().settle();
        line(notebook, begin + MICROS + 9);
        assertFalse(notebook.persistence().checkpointDue());
        line(notebook, begin + MICROS + 10);
        assertTrue(notebook.persistence().checkpointDue());
        notebook.persistence().checkpoint(begin + 9 * MICROS, List.of(new Notebook.Line("all")).iterator());
        notebook.lanes().settle();
        assertFalse(notebook.persistence().checkpointDue(), "nothing was appended since, however long ago that is");
    }

    @Test
    void theTimeOfTheLastOneOutlivesTheServer() throws IOException {
        Notebook notebook = Notebook.open(storage, TIMED, 1);
        line(notebook, 5_000_000_000L);
        notebook.persistence().checkpoint(5_000_000_000L, List.of(new Notebook.Line("all")).iterator());
        notebook.lanes().settle();
        Notebook next = Notebook.open(storage.kill(), TIMED, 2);
        line(next, 5_000_000_000L + MICROS - 1);
        assertFalse(next.persistence().checkpointDue());
        line(next, 5_000_000_000L + MICROS);
        assertTrue(next.persistence().checkpointDue());
    }

    @Test
    void isDueByTheBytesThatAreSaidByThen() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.checkpointBytes(1 << 30), 1);
        notebook.durably("x".repeat(500));
        long since = notebook.persistence().status().bytesSinceCheckpoint();
        notebook.persistence().obey(Notebook.SMALL.checkpointBytes(since + 1));
        assertFalse(notebook.persistence().checkpointDue());
        notebook.persistence().obey(Notebook.SMALL.checkpointBytes(since));
        assertTrue(notebook.persistence().checkpointDue());
    }

    @Test
    void theStatusTellsHowFarEverythingIs() throws IOException {
        Notebook notebook = Notebook.open(storage);
        assertTrue(notebook.persistence().status().checkpoint().isEmpty());
        notebook.durably("a").checkpointed().durably("b", "c");
        PersistenceStatus status = notebook.persistence().status();
        assertEquals(1, status.checkpoint().orElseThrow().coveredSerial());
        assertEquals(3, status.appendedSerial());
        assertEquals(3, status.writtenSerial());
        assertEquals(3, status.syncedSerial());
        assertEquals(0, status.queuedBytes());
        assertEquals("", status.trouble());
        notebook.add("d");
        notebook.persistence().submit();
        status = notebook.persistence().status();
        assertEquals(4, status.appendedSerial());
        assertEquals(3, status.writtenSerial());
        assertTrue(status.queuedBytes() > 0);
    }

    @Test
    void thePastIsKeptAsIsSaidByThen() throws IOException {
        Retention all = new Retention(Long.MAX_VALUE / 8, Long.MAX_VALUE / 8);
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(all), 1);
        for (int i = 0; i < 20; i++) {
            notebook.durably("x".repeat(900)).checkpointed();
        }
        int before = SegmentMap.of(storage).segments().size();
        notebook.persistence().obey(Notebook.SMALL.retention(Retention.NOTHING));
        notebook.durably("last").checkpointed();
        assertTrue(SegmentMap.of(storage).segments().size() < before / 2);
        assertEquals(2, storage.list(StateLayout.CHECKPOINTS).size());
    }
}
