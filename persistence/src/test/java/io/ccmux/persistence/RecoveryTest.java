package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.RecoveryReport.Finding;
import io.ccmux.persistence.RecoveryReport.Gap;
import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rows of the decision table after which the server goes on. */
class RecoveryTest {
    private static final String SEGMENT_1 = StateLayout.segment(1);
    private FaultStorage storage = new FaultStorage();

    @Test
    void rowANothing() throws IOException {
        Notebook notebook = Notebook.open(storage);
        assertEquals(List.of(), notebook.lines());
        assertEquals(List.of(), notebook.report().findings());
        assertFalse(notebook.report().unclean());
    }

    @Test
    void rowBCheckpointAndJournal() throws IOException {
        Notebook.open(storage).durably("a").durably("b", "c").checkpointed().durably("d").durably("e");
        Notebook again = reopened(List.of("a", "b", "c", "d", "e"));
        assertEquals(2, again.report().records());
        assertEquals(2, again.report().transactions());
        assertEquals(3, again.report().checkpoint().orElseThrow().coveredSerial());
        assertEquals(5, again.report().lastSerial());
    }

    @Test
    void rowBAlsoAcrossSegments() throws IOException {
        Notebook notebook = Notebook.open(storage);
        String long1 = "x".repeat(700);
        for (int i = 0; i < 20; i++) {
            notebook.durably(i + long1);
        }
        assertTrue(storage.list(StateLayout.JOURNAL).size() > 4, "segments");
        reopened(notebook.lines()).durably("more");
        assertEquals(21, reopened(null).lines().size());
    }

    @Test
    void aFirstCrashIsKnownToBeUnclean() throws IOException {
        Notebook.open(storage);
        assertTrue(Notebook.open(storage = storage.kill()).report().unclean());
        assertTrue(Notebook.open(storage = storage.crash(1, Policy.LOSE)).report().unclean());
    }

    @Test
    void aCleanStopReplaysNothing() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a").durably("b");
        notebook.stop();
        storage = storage.crash(1, Policy.LOSE);
        Notebook again = Notebook.open(storage);
        assertEquals(List.of("a", "b"), again.lines());
        assertFalse(again.report().unclean());
        assertEquals(0, again.report().records());
        assertEquals(List.of(), again.report().findings());
        again.stop();
        assertEquals(List.of(), Notebook.open(storage = storage.kill()).report().findings());
    }

    /** Each of them dies as soon as it has recovered, or in the middle of it. */
    @Test
    void isTheSameAHundredTimes() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a", "b").checkpointed().durably("c").durably("d", "e");
        notebook.add("f");
        notebook.persistence().submit();
        storage = storage.crash(3, FaultStorage.Policy.BYTES);
        List<Object> first = Notebook.open(storage.copy()).records();
        assertTrue(first.size() >= 5, first::toString);
        for (int times = 1; times <= 100; times++) {
            storage.fail(1 + times % 40, Long.MAX_VALUE);
            Notebook.open(storage).lanes().settle();
            storage = times % 2 == 0
                    ? storage.kill()
                    : storage.crash(times, FaultStorage.Policy.SECTORS);
            Notebook again = Notebook.open(storage.copy());
            assertEquals(first, again.records(), "after " + times);
            assertFalse(again.report().damaged(), "after " + times + again.report().findings());
        }
    }

    /** Neither where it was, as a file with the name of one that came later, nor nowhere. */
    @Test
    void whatWasPutAsideStaysThere() throws IOException {
        fill(6);
        FaultStorage broken = storage.kill();
        broken.lose(StateLayout.segment(2));
        for (int call = 1; call < 60; call++) {
            storage = broken.copy();
            storage.fail(call, Long.MAX_VALUE);
            Notebook.open(storage).lanes().settle();
            storage = storage.kill();
            Notebook again = Notebook.open(storage);
            again.durably("on", "and on").durably("x".repeat(1500)).durably("y".repeat(1500));
            storage = storage.crash(call, Policy.LOSE);
            String what = "recovery ended at call " + call;
            assertEquals(again.lines(), Notebook.open(storage).lines(), what);
            assertTrue(storage.files().keySet().stream().anyMatch(name -> name.startsWith("quarantine/")), what);
        }
    }

    @Test
    void rowCTornTail() throws IOException {
        Notebook.open(storage).durably("a").durably("b").durably("last");
        byte[] whole = journal(SEGMENT_1);
        whole[used(whole) - 6] ^= 1;
        storage.replace(SEGMENT_1, whole);
        Notebook again = reopened(List.of("a", "b"), Row.TORN_TAIL);
        assertEquals(used(whole) - end(whole, 2), again.report().bytesCut());
        assertEquals(List.of(), again.report().gaps());
        assertArrayEquals(Arrays.copyOfRange(whole, end(whole, 2), used(whole)),
                storage.files().get(again.report().quarantined().getFirst()));
        again.durably("c");
        reopened(List.of("a", "b", "c"));
    }

    @Test
    void rowCUnfinishedTransaction() throws IOException {
        Notebook.open(storage).durably("a").durably("b", "c", "d");
        byte[] whole = journal(SEGMENT_1);
        storage.replace(SEGMENT_1, Arrays.copyOf(whole, end(whole, 3)));
        RecoveryReport report = reopened(List.of("a"), Row.TORN_TAIL).report();
        assertEquals(1, report.transactions());
        assertEquals(1, report.uncommitted());
    }

    @Test
    void rowDHole() throws IOException {
        Notebook.open(storage).durably("a").durably("b").durably("c").durably("d");
        byte[] whole = journal(SEGMENT_1);
        whole[end(whole, 1) + 40] ^= 1;
        storage.replace(SEGMENT_1, whole);
        Notebook again = reopened(List.of("a"), Row.HOLE);
        assertEquals(List.of(new Gap(2, 3)), again.report().gaps());
        assertTrue(again.report().damaged());
        assertArrayEquals(Arrays.copyOfRange(whole, end(whole, 1), used(whole)),
                storage.files().get(again.report().quarantined().getFirst()));
        again.durably("new");
        reopened(List.of("a", "new"));
    }

    @Test
    void rowEDamagedOlderSegment() throws IOException {
        fill(9, 400);
        byte[] bytes = journal(StateLayout.segment(2));
        bytes[1000] ^= 1;
        storage.replace(StateLayout.segment(2), bytes);
        Notebook again = Notebook.open(storage);
        assertTrue(again.report().damaged());
        assertEquals(Set.of(Row.DAMAGED_SEGMENT), rows(again));
        assertEquals(List.of(SEGMENT_1, StateLayout.segment(2)),
                storage.files().keySet().stream().filter(name -> name.startsWith("journal/")).toList());
    }

    @Test
    void rowEMissingOlderSegment() throws IOException {
        fill(6);
        storage = storage.kill();
        storage.lose(StateLayout.segment(2));
        Notebook again = Notebook.open(storage);
        assertEquals(Set.of(Row.DAMAGED_SEGMENT), rows(again));
        assertEquals(1, again.lines().size());
        assertFalse(again.report().gaps().isEmpty());
    }

    @Test
    void rowEIsHarmlessBehindACheckpoint() throws IOException {
        List<String> lines = fill(6).checkpointed().durably("z").lines();
        storage = storage.kill();
        storage.lose(SEGMENT_1);
        byte[] bytes = journal(StateLayout.segment(2));
        bytes[20] ^= 1;
        storage.replace(StateLayout.segment(2), bytes);
        Notebook again = reopened(lines, Row.HARMLESS_DAMAGE);
        assertFalse(again.report().damaged());
    }

    @Test
    void rowFOnlyAHeader() throws IOException {
        Notebook.open(storage).durably("a").stop();
        Notebook idle = reopened(List.of("a"));
        idle.lanes().settle();
        reopened(List.of("a"), Row.EMPTY_SEGMENT);
    }

    @Test
    void rowFHalfAHeader() throws IOException {
        Notebook.open(storage).durably("a");
        Notebook.open(storage = storage.kill()).lanes().settle();
        byte[] header = journal(StateLayout.segment(2));
        for (int length : new int[]{0, 1, 50, FileHead.BYTES - 1}) {
            FaultStorage cut = storage.copy();
            cut.replace(StateLayout.segment(2), Arrays.copyOf(header, length));
            Notebook again = Notebook.open(cut);
            assertEquals(List.of("a"), again.lines());
            assertEquals(Set.of(Row.EMPTY_SEGMENT), rows(again));
        }
    }

    @Test
    void rowGDamagedCheckpoint() throws IOException {
        Notebook.open(storage).durably("a").checkpointed().durably("b").checkpointed().durably("c");
        storage = storage.kill();
        String newest = StateLayout.checkpoint(2);
        byte[] bytes = storage.files().get(newest);
        bytes[bytes.length - 30] ^= 1;
        storage.replace(newest, bytes);
        Notebook again = reopened(List.of("a", "b", "c"), Row.DAMAGED_CHECKPOINT);
        assertEquals(1, again.report().checkpoint().orElseThrow().coveredSerial());
        assertArrayEquals(bytes, storage.files().get(again.report().quarantined().getFirst()));
    }

    @Test
    void rowGNoCheckpointLeft() throws IOException {
        Notebook.open(storage).durably("a").checkpointed().durably("b");
        storage = storage.kill();
        String only = StateLayout.checkpoint(1);
        storage.replace(only, Arrays.copyOf(storage.files().get(only), 100));
        reopened(List.of("a", "b"), Row.DAMAGED_CHECKPOINT);
    }

    @Test
    void rowHUnfinishedCheckpoint() throws IOException {
        Notebook.open(storage).durably("a");
        storage = storage.kill();
        storage.replace(StateLayout.checkpointTemp(1), new byte[10]);
        reopened(List.of("a"), Row.UNFINISHED_CHECKPOINT);
        assertFalse(storage.files().containsKey(StateLayout.checkpointTemp(1)));
    }

    @Test
    void rowIGap() throws IOException {
        Notebook notebook = fill(3).checkpointed();
        int covered = notebook.lines().size();
        notebook.durably("in the same segment");
        for (int i = 0; i < 6; i++) {
            notebook.durably("y".repeat(700));
        }
        storage = storage.kill();
        long segment = new CheckpointReader(storage, StateLayout.checkpoint(covered)).head().orElseThrow().position()
                .segment();
        storage.lose(StateLayout.segment(segment));
        Notebook again = reopened(notebook.lines().subList(0, covered), Row.GAP);
        assertEquals(covered + 1, again.report().gaps().getFirst().firstSerial());
        again.durably("on");
        assertEquals(covered + 1, reopened(null).lines().size());
    }

    @Test
    void rowINoBeginning() throws IOException {
        fill(6);
        storage.lose(SEGMENT_1);
        reopened(List.of(), Row.GAP).durably("fresh");
        reopened(List.of("fresh"));
    }

    @Test
    void carriesUnknownOptionalRecordsThroughCheckpoints() throws IOException {
        UnknownRecord unknown = new UnknownRecord(99, 3, new byte[]{1, 2, 3});
        Notebook notebook = Notebook.open(storage).durably("a");
        notebook.addAll(List.of(unknown));
        notebook.durably("b");
        Notebook again = reopened(List.of("a", "b"));
        assertEquals(unknown, again.records().get(1));
        again.durably("c").checkpointed();
        again = reopened(List.of("a", "b", "c"));
        assertEquals(unknown, again.records().get(1));
        assertEquals(0, again.report().records());
    }

    @Test
    void rowMRefusedRecord() throws IOException {
        Notebook.open(storage).durably("a").durably("b", "poison", "c").durably("d");
        Notebook again = reopened(List.of("a"), Row.REFUSED_RECORD);
        assertEquals(1, again.report().quarantined().size());
        assertEquals(List.of(new Gap(2, 4)), again.report().gaps());
        again.durably("e");
        reopened(List.of("a", "e"));
    }

    @Test
    void rowMRefusedRecordInACheckpoint() throws IOException {
        Notebook.open(storage).durably("a").checkpointed().durably("poison").checkpointed().durably("b");
        Notebook again = Notebook.open(storage = storage.kill());
        assertEquals(List.of("a"), again.lines());
        assertEquals(Set.of(Row.REFUSED_RECORD, Row.DAMAGED_CHECKPOINT), rows(again));
    }

    @Test
    void aLostManifestCostsNothing() throws IOException {
        Notebook.open(storage).durably("a").checkpointed().durably("b");
        storage.lose(StateLayout.MANIFEST);
        reopened(List.of("a", "b"), Row.DAMAGED_MANIFEST);
        reopened(List.of("a", "b"));
    }

    @Test
    void filesOfAnotherDirectoryAreNotTaken() throws IOException {
        Notebook.open(storage).durably("ours");
        FaultStorage foreign = new FaultStorage();
        Notebook.open(foreign, Notebook.SMALL, 2).durably("a", "b", "c").checkpointed();
        String checkpoint = StateLayout.checkpoint(3);
        storage = storage.kill();
        storage.replace(checkpoint, foreign.files().get(checkpoint));
        storage.replace(StateLayout.segment(2), foreign.files().get(SEGMENT_1));
        Notebook again = Notebook.open(storage);
        assertEquals(List.of("ours"), again.lines());
        assertEquals(2, again.report().quarantined().size());
    }

    /** Opens the directory after a kill, expects lines and findings, and that recovering once more finds the same. */
    private Notebook reopened(List<String> lines, Row... expected) throws IOException {
        FaultStorage found = storage.kill();
        Notebook first = Notebook.open(found.copy());
        Notebook second = Notebook.open(storage = found);
        assertEquals(first.lines(), second.lines());
        if (lines != null) {
            assertEquals(lines, second.lines());
        }
        Set<Row> rows = rows(second);
        rows.remove(Row.EMPTY_SEGMENT);
        Set<Row> wanted = new TreeSet<>(List.of(expected));
        if (wanted.remove(Row.EMPTY_SEGMENT)) {
            assertTrue(rows(second).contains(Row.EMPTY_SEGMENT), second.report().findings().toString());
        }
        assertEquals(wanted, rows, second.report().findings().toString());
        return second;
    }

    static Set<Row> rows(Notebook notebook) {
        Set<Row> rows = new TreeSet<>();
        notebook.report().findings().stream().map(Finding::row).forEach(rows::add);
        return rows;
    }

    /** A journal of several segments, in a process that was killed. */
    private Notebook fill(int transactions) throws IOException {
        return fill(transactions, 700);
    }

    private Notebook fill(int transactions, int length) throws IOException {
        Notebook notebook = Notebook.open(storage);
        for (int i = 0; i < transactions; i++) {
            notebook.durably(i + "x".repeat(length));
        }
        return notebook;
    }

    private byte[] journal(String name) {
        storage = storage.kill();
        return storage.files().get(name);
    }

    /** Where a segment's frame ends, counted from 1. */
    private static int end(byte[] segment, int frame) {
        int at = FileHead.BYTES;
        for (int i = 0; i < frame; i++) {
            at += Frame.OVERHEAD_BYTES + Frame.length(segment, at);
        }
        return at;
    }

    /** Where the zeros begin. */
    private static int used(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
