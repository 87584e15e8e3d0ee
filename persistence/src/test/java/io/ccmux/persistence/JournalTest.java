package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What is promised when, on lanes that run when the test says so. */
class JournalTest {
    private final FaultStorage storage = new FaultStorage();

    @Test
    void aReplyIsSyncedAtOnce() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        long serial = notebook.add("a");
        notebook.persistence().submitForReply();
        notebook.lanes().settle();
        assertEquals(serial, notebook.written());
        assertEquals(serial, notebook.synced());
    }

    @Test
    void outputIsSyncedWhenTheIntervalIsOver() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        long serial = notebook.add("a");
        notebook.persistence().submit();
        notebook.lanes().settle();
        assertEquals(serial, notebook.written());
        assertEquals(0, notebook.synced());
        notebook.lanes().passTime();
        notebook.lanes().settle();
        assertEquals(serial, notebook.synced());
    }

    @Test
    void aReplyTakesTheOutputBeforeItAlong() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        notebook.add("output");
        notebook.persistence().submit();
        notebook.lanes().settle();
        notebook.persistence().submitForReply();
        notebook.lanes().settle();
        assertEquals(1, notebook.synced());
    }

    @Test
    void relaxedRepliesWaitForTheIntervalToo() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.durability(Durability.RELAXED));
        notebook.add("a");
        notebook.persistence().submitForReply();
        notebook.lanes().settle();
        assertEquals(0, notebook.synced());
        notebook.lanes().passTime();
        notebook.lanes().settle();
        assertEquals(1, notebook.synced());
    }

    @Test
    void offWritesNothing() throws IOException {
        FaultStorage untouched = new FaultStorage();
        Notebook notebook = Notebook.open(untouched, Notebook.SMALL.durability(Durability.OFF), 1);
        notebook.durably("a");
        assertEquals(Health.OFF, notebook.persistence().status().health());
        assertEquals(1, notebook.synced());
        notebook.stop();
        assertTrue(untouched.files().isEmpty());
    }

    @Test
    void commitsOfManyGoInOneForce() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.segmentBytes(100_000));
        long before = storage.calls();
        for (int i = 0; i < 50; i++) {
            notebook.add("mutation " + i);
            notebook.persistence().submitForReply();
        }
        notebook.lanes().settle();
        assertEquals(50, notebook.synced());
        // One write and one force, and perhaps one more force for what came while the first ran.
        assertTrue(storage.calls() - before <= 3, storage.calls() - before + " calls");
    }

    /** Nobody waits for a force of few bytes of a flood, and it would write everything twice. */
    @Test
    void zerosGoAheadOfSmallWritesAlone() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.segmentBytes(5_000_000).checkpointBytes(10_000_000)).durably("a");
        long size = journalBytes();
        assertTrue(size > 100_000, size + " bytes");
        notebook.durably("b").durably("c");
        assertEquals(size, journalBytes());
        String flood = "x".repeat(700_000);
        notebook.durably(flood);
        long flooded = journalBytes();
        assertTrue(flooded < flood.length() + 1000, flooded + " bytes");
        notebook.durably("d");
        assertTrue(journalBytes() > flooded + 100_000, journalBytes() + " bytes");
        notebook.durably(flood, flood, flood, flood, flood).durably(flood, flood).durably("e");
        assertEquals(2, storage.list(StateLayout.JOURNAL).size());
        List<String> lines = notebook.lines();
        assertEquals(lines, Notebook.open(storage.kill()).lines());
    }

    private long journalBytes() {
        return storage.files().entrySet().stream().filter(file -> file.getKey().startsWith("journal/"))
                .mapToLong(file -> file.getValue().length).sum();
    }

    @Test
    void sleepsWhenThereIsNothingToDo() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        notebook.durably("a");
        long calls = storage.calls();
        notebook.lanes().passTime();
        notebook.lanes().passTime();
        assertTrue(notebook.lanes().idle() && !notebook.lanes().waiting());
        notebook.persistence().submit();
        notebook.persistence().submitForReply();
        notebook.lanes().passTime();
        notebook.lanes().settle();
        assertEquals(calls, storage.calls());
        assertFalse(notebook.lanes().waiting());
    }

    @Test
    void degradesWhenAWriteFails() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a", "b");
        storage.fail(1, 1);
        degraded(notebook);
    }

    @Test
    void degradesWhenAForceFailsAndNeverTriesAgain() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a", "b");
        storage.fail(2, 2);
        long calls = storage.calls();
        degraded(notebook);
        assertEquals(calls + 2, storage.calls());
    }

    /** The next call that matters fails: terminals go on, nothing is acknowledged, nothing acknowledged is lost. */
    private void degraded(Notebook notebook) throws IOException {
        notebook.durably("c").durably("d");
        assertEquals(4, notebook.written());
        assertEquals(2, notebook.synced());
        assertEquals(1, notebook.failures());
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        assertFalse(notebook.persistence().status().trouble().isEmpty());
        assertFalse(notebook.persistence().checkpointDue());
        assertThrows(CompletionException.class, notebook::checkpointed);
        List<String> survived = Notebook.open(storage.crash(1, Policy.LOSE)).lines();
        assertEquals(List.of("a", "b"), survived);
    }

    @Test
    void aProperStopSavesWhatADegradedJournalDropped() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a");
        storage.fail(1, 1);
        notebook.durably("b").durably("c");
        notebook.stop();
        Notebook again = Notebook.open(storage.crash(1, Policy.LOSE));
        assertEquals(List.of("a", "b", "c"), again.lines());
        assertFalse(again.report().unclean());
        assertFalse(again.report().damaged(), again.report().findings().toString());
    }

    @Test
    void degradesRatherThanQueueWithoutLimit() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.queueBytesMax(10_000));
        String text = "x".repeat(1000);
        assertTrue(notebook.persistence().keepsUp());
        for (int i = 0; i < 20; i++) {
            notebook.add(text);
            notebook.persistence().submit();
            assertTrue(notebook.persistence().status().queuedBytes() <= 10_000);
            // Once nothing is journaled any more there is nothing to wait for.
            assertEquals(i < 2 || i >= 9, notebook.persistence().keepsUp(), "after " + i);
        }
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        assertEquals(1, notebook.failures());
        notebook.lanes().settle();
        assertEquals(20, notebook.written());
        assertTrue(notebook.persistence().keepsUp());
    }

    @Test
    void refusesWhatItCannotEncodeWithoutATrace() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.segmentBytes(5_000_000));
        Notebook.Line fine = new Notebook.Line("fine");
        Notebook.Line huge = new Notebook.Line("x".repeat(Frame.PAYLOAD_BYTES_MAX));
        for (List<?> bad : List.of(List.of(), List.of("no type"), List.of(fine, "no type"),
                List.of(fine, huge, fine))) {
            assertThrows(IllegalArgumentException.class, () -> notebook.persistence().append(1, bad));
        }
        notebook.durably("a");
        assertEquals(1, notebook.synced());
        assertEquals(List.of("a"), Notebook.open(storage.kill()).lines());
    }

    @Test
    void takesTheLargestRecord() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        // A varint of three bytes before the text, the synced serial after it.
        String largest = "x".repeat(Frame.PAYLOAD_BYTES_MAX - 3 - Frame.SYNCED_BYTES);
        notebook.durably(largest).durably("after");
        assertEquals(List.of(largest, "after"), Notebook.open(storage.kill()).lines());
    }

    @Test
    void checkpointsAreDueByBytes() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.checkpointBytes(1000));
        notebook.durably("x".repeat(800));
        assertFalse(notebook.persistence().checkpointDue());
        notebook.durably("x".repeat(800));
        assertTrue(notebook.persistence().checkpointDue());
        notebook.checkpoint();
        assertFalse(notebook.persistence().checkpointDue(), "while one is written");
        notebook.lanes().settle();
        notebook.durably("x".repeat(1200));
        assertFalse(notebook.persistence().checkpointDue(), "the last one was larger");
        notebook.durably("x".repeat(1200));
        assertTrue(notebook.persistence().checkpointDue());
    }

    /** Each leaves a segment with some hundred bytes of zeros, and hardly anything else in it. */
    @Test
    void checkpointsAreDueByTheRoomThatKilledServersTake() throws IOException {
        FaultStorage disk = storage;
        for (int kills = 1; kills <= 4; kills++) {
            Notebook notebook = Notebook.open(disk, Notebook.SMALL.segmentBytes(8000).checkpointBytes(2500), kills);
            notebook.lanes().settle();
            notebook.durably("x");
            assertFalse(notebook.persistence().checkpointDue(), kills + " lives");
            disk = disk.kill();
        }
        Notebook notebook = Notebook.open(disk, Notebook.SMALL.segmentBytes(8000).checkpointBytes(2500), 5);
        notebook.lanes().settle();
        notebook.durably("x");
        assertTrue(notebook.persistence().checkpointDue());
    }

    @Test
    void nothingIsDueAfterAProperStop() throws IOException {
        Notebook notebook = settled(Notebook.SMALL.checkpointBytes(1000));
        notebook.durably("x".repeat(900)).stop();
        Notebook next = Notebook.open(storage.kill(), Notebook.SMALL.checkpointBytes(1000), 2);
        next.lanes().settle();
        next.durably("x".repeat(200));
        assertFalse(next.persistence().checkpointDue());
    }

    @Test
    void aSecondCheckpointOfTheSameIsNotWritten() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a").checkpointed();
        long calls = storage.calls();
        notebook.checkpointed();
        assertEquals(calls, storage.calls());
    }

    @Test
    void aCheckpointThatFailsCostsNothing() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a").checkpointed().durably("b");
        notebook.checkpoint();
        notebook.lanes().step(new Random(0));
        storage.full(10);
        assertThrows(CompletionException.class, notebook::checkpointed);
        storage.full(Long.MAX_VALUE);
        notebook.lanes().settle();
        assertEquals(Health.HEALTHY, notebook.persistence().status().health());
        notebook.durably("c").checkpointed();
        assertEquals(List.of("a", "b", "c"), Notebook.open(storage.kill()).lines());
    }

    @Test
    void aCheckpointWaitsForTheJournalItCovers() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        notebook.add("a");
        notebook.checkpoint();
        notebook.lanes().settleWithoutSync();
        assertEquals(1, notebook.written());
        assertEquals(List.of(), storage.list(StateLayout.CHECKPOINTS));
        notebook.lanes().settle();
        assertEquals(1, storage.list(StateLayout.CHECKPOINTS).size());
    }

    @Test
    void keepsTwoCheckpointsAndTheJournalSinceTheOlder() throws IOException {
        Notebook notebook = settled(Notebook.SMALL);
        for (int i = 0; i < 6; i++) {
            notebook.durably("x".repeat(900)).durably("y".repeat(900)).checkpointed();
        }
        assertEquals(2, storage.list(StateLayout.CHECKPOINTS).size());
        long older = new CheckpointReader(storage, StateLayout.checkpoint(10)).head().orElseThrow().position()
                .segment();
        assertEquals(StateLayout.segment(older),
                StateLayout.JOURNAL + "/" + storage.list(StateLayout.JOURNAL).getFirst());
    }

    @Test
    void publishesPagesBesideTheJournal() throws IOException {
        Notebook notebook = settled(Notebook.SMALL).durably("a");
        notebook.persistence().publish("recovery-report.json", new byte[]{'{', '}'});
        notebook.persistence().publish("recovery-report.json", new byte[]{'[', ']'});
        notebook.lanes().settle();
        assertArrayEquals(new byte[]{'[', ']'}, storage.files().get("recovery-report.json"));
        assertEquals(List.of(), Notebook.open(storage.kill()).report().findings());
    }

    private Notebook settled(PersistenceSettings settings) throws IOException {
        Notebook notebook = Notebook.open(storage, settings, 1);
        notebook.lanes().settle();
        return notebook;
    }
}
