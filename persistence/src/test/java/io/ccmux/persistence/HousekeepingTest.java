package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is kept of the past, how, and for how long. */
class HousekeepingTest {
    private static final Retention ALL = new Retention(Long.MAX_VALUE / 8, Long.MAX_VALUE / 8);
    private static final int BUDGET = 30_000;

    private FaultStorage storage = new FaultStorage();

    @Test
    void compressesWhatRecoveryDoesNotNeed() throws IOException {
        Notebook notebook = written(Notebook.SMALL.retention(ALL), 40);
        List<Inspection.SegmentFacts> segments = Inspection.of(storage, Notebook.REGISTRY).segments();
        assertTrue(segments.stream().filter(Inspection.SegmentFacts::compressed).count() > 5, segments.toString());
        assertTrue(segments.stream().filter(Inspection.SegmentFacts::compressed)
                .allMatch(segment -> segment.bytes() < segment.end()), segments.toString());
        assertFalse(segments.getLast().compressed());
        assertEquals(serials(1, 40), journal());
        assertEquals(notebook.lines(), Notebook.open(storage.kill()).lines());
    }

    @Test
    void compressesNothingWhileMuchIsPrinted() throws IOException {
        PersistenceSettings settings = Notebook.SMALL.retention(ALL).segmentBytes(400_000);
        Notebook notebook = Notebook.open(storage, settings, 1);
        for (int i = 0; i < 12; i++) {
            notebook.durably(noise(i, 300_000));
            notebook.checkpoint();
            notebook.lanes().settle();
            notebook.durably(noise(-i, 300_000));
            notebook.lanes().passTime(1000);
            notebook.lanes().settle();
        }
        assertEquals(0, compressed());
        notebook.rest();
        assertTrue(compressed() > 5, compressed() + " are compressed");
        assertEquals(List.of(), Notebook.open(storage.kill()).report().findings());
    }

    @Test
    void compressesWhileMuchIsPrintedWhatWouldTakeTooMuch() throws IOException {
        PersistenceSettings settings = Notebook.SMALL.retention(new Retention(8_000_000, Long.MAX_VALUE / 8))
                .segmentBytes(400_000);
        Notebook notebook = Notebook.open(storage, settings, 1);
        for (int i = 0; i < 12; i++) {
            notebook.durably(noise(i, 300_000));
            notebook.records().clear();
            notebook.checkpoint();
            notebook.lanes().settle();
            notebook.durably(noise(-i, 300_000));
            notebook.lanes().passTime(1000);
            notebook.lanes().settle();
        }
        assertTrue(compressed() > 2, compressed() + " are compressed");
    }

    private long compressed() throws IOException {
        return Inspection.of(storage, Notebook.REGISTRY).segments().stream()
                .filter(Inspection.SegmentFacts::compressed).count();
    }

    @Test
    void theOldestSegmentsGoWholeWhenThereAreTooManyBytes() throws IOException {
        PersistenceSettings settings = Notebook.SMALL.retention(new Retention(BUDGET, Long.MAX_VALUE / 8));
        Notebook notebook = Notebook.open(storage, settings, 1);
        long last = 0;
        for (int i = 0; i < 400; i++) {
            // What cannot be compressed, so that the budget is soon used up.
            last = notebook.add(noise(i, 300));
            notebook.persistence().submitForReply();
            notebook.lanes().settle();
            if (notebook.persistence().checkpointDue()) {
                notebook.add("checkpoint");
                notebook.records().subList(0, Math.max(0, notebook.records().size() - 10)).clear();
                notebook.checkpointed();
            }
            long bytes = storage.files().entrySet().stream().filter(file -> file.getKey().startsWith("journal/"))
                    .mapToLong(file -> file.getValue().length).sum();
            assertTrue(bytes <= BUDGET + BUDGET / 4 + 2 * 2500 + 5000, bytes + " bytes at " + i);
        }
        List<Long> kept = journal();
        assertTrue(kept.getFirst() > 100, "from " + kept.getFirst());
        assertEquals(serials(kept.getFirst(), last), kept, "nothing from the middle");
        assertEquals(List.of(), Notebook.open(storage.kill()).report().findings());
    }

    @Test
    void segmentsGoWhenTheyAreTooOld() throws IOException {
        // The clock of a notebook goes on by one with every transaction and every checkpoint.
        written(Notebook.SMALL.retention(new Retention(Long.MAX_VALUE / 8, 30)), 60);
        long first = journal().getFirst();
        assertTrue(first > 20 && first <= 50, "from " + first);
        assertEquals(serials(first, 60), journal());
    }

    @Test
    void neverTakesWhatRecoveryMayAskFor() throws IOException {
        Notebook notebook = written(Notebook.SMALL.retention(Retention.NOTHING), 40);
        FaultStorage damaged = storage.kill();
        List<String> checkpoints = damaged.list(StateLayout.CHECKPOINTS);
        assertEquals(2, checkpoints.size());
        damaged.replace(StateLayout.CHECKPOINTS + "/" + checkpoints.getLast(), new byte[5]);
        Notebook again = Notebook.open(damaged);
        assertEquals(notebook.lines(), again.lines());
        assertEquals(Set.of(Row.DAMAGED_CHECKPOINT), RecoveryTest.rows(again));
    }

    @Test
    void recoversFromAKeyFrameThroughCompressedSegments() throws IOException {
        Notebook notebook = written(Notebook.SMALL.retention(ALL), 40);
        storage = storage.kill();
        List<String> checkpoints = storage.list(StateLayout.CHECKPOINTS);
        assertTrue(checkpoints.size() > 4);
        for (String name : checkpoints.subList(2, checkpoints.size())) {
            storage.replace(StateLayout.CHECKPOINTS + "/" + name, new byte[5]);
        }
        FaultStorage none = storage.copy();
        checkpoints.subList(0, 2).forEach(name -> none.lose(StateLayout.CHECKPOINTS + "/" + name));
        assertEquals(notebook.lines(), Notebook.open(storage).lines());
        assertEquals(notebook.lines(), Notebook.open(none).lines());
    }

    @Test
    void keyFramesComeToLieAtEvenDistances() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(ALL), 1);
        for (int i = 0; i < 200; i++) {
            notebook.durably("line " + i);
            notebook.records().clear();
            notebook.checkpointed();
        }
        List<Long> covered = new ArrayList<>(Inspection.of(storage, Notebook.REGISTRY).checkpoints().reversed().stream()
                .map(Inspection.CheckpointFacts::coveredSerial).toList());
        assertEquals(18, covered.size());
        assertEquals(List.of(199L, 200L), covered.subList(16, 18));
        long widest = covered.getFirst();
        for (int i = 1; i <= 16; i++) {
            widest = Math.max(widest, covered.get(i) - covered.get(i - 1));
        }
        assertTrue(widest <= 3 * 200 / 16, covered.toString());
    }

    @Test
    void aDamagedBlockIsNoticedAndTakesNothingElseAlong() throws IOException {
        Notebook notebook = written(Notebook.SMALL.retention(ALL), 40);
        storage = storage.kill();
        String name = Inspection.of(storage, Notebook.REGISTRY).segments().get(2).file();
        byte[] bytes = storage.files().get(name);
        for (int at = 0; at < bytes.length; at++) {
            FaultStorage copy = storage.copy();
            byte[] flipped = bytes.clone();
            flipped[at] ^= 0x10;
            copy.replace(name, flipped);
            assertEquals(notebook.lines(), Notebook.open(copy.copy()).lines());
            long last = -1;
            try (JournalReader reader = JournalReader.openOldest(copy, Notebook.REGISTRY)) {
                for (List<Entry> next = reader.next(); !next.isEmpty(); next = reader.next()) {
                    last = next.getLast().serial();
                }
            }
            assertTrue(last < 20, "byte " + at + ": read on to " + last);
        }
    }

    @Test
    void forgetsWhatWasBefore() throws IOException {
        Notebook notebook = written(Notebook.SMALL.retention(ALL), 20);
        notebook.add("secret");
        notebook.persistence().submit();
        notebook.lanes().settle();
        storage.makeDirectory(StateLayout.QUARANTINE + "/1-1");
        storage.create(StateLayout.QUARANTINE + "/1-1/file").close();
        notebook.records().removeLast();
        CompletableFuture<Checkpoint> forgotten = notebook.forget();
        notebook.durably("after");
        assertEquals(21, forgotten.join().coveredSerial());
        storage.files().forEach((name, bytes) -> assertFalse(
                new String(bytes, StandardCharsets.ISO_8859_1).contains("secret"), name));
        assertEquals(1, storage.list(StateLayout.CHECKPOINTS).size());
        assertEquals(List.of(), storage.directories(StateLayout.QUARANTINE));
        assertEquals(List.of(22L), journal());
        FaultStorage idle = storage.crash(1, FaultStorage.Policy.LOSE);
        Notebook again = Notebook.open(idle);
        assertEquals(notebook.lines(), again.lines());
        assertEquals(List.of(), again.report().findings());
    }

    @Test
    void whatWasForgottenDoesNotComeBackWithAPowerCut() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            storage = new FaultStorage();
            Notebook notebook = written(Notebook.SMALL.retention(ALL), 12);
            notebook.durably("secret").checkpointed();
            storage.replace(StateLayout.sealed(2), storage.files().get(StateLayout.sealed(1)));
            notebook.records().removeLast();
            notebook.forget();
            notebook.lanes().settle();
            FaultStorage left = storage.crash(seed, FaultStorage.Policy.ALL.get(seed % FaultStorage.Policy.ALL.size()));
            String what = "seed " + seed;
            left.files().forEach((name, bytes) -> assertFalse(
                    new String(bytes, StandardCharsets.ISO_8859_1).contains("secret"), what + ": " + name));
            assertEquals(1, left.list(StateLayout.CHECKPOINTS).size(), what);
            assertEquals(1, left.list(StateLayout.JOURNAL).size(), left.list(StateLayout.JOURNAL)::toString);
        }
    }

    @Test
    void keyFramesTakeAtMostTheirShare() throws IOException {
        int budget = 100_000;
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(new Retention(budget, Long.MAX_VALUE / 8))
                .checkpointBytes(1 << 20), 1);
        for (int i = 0; i < 60; i++) {
            notebook.durably("line " + i, noise(i, 2500));
            notebook.records().clear();
            notebook.records().add(new Notebook.Line("y".repeat(4000)));
            notebook.checkpointed();
        }
        int frames = storage.list(StateLayout.CHECKPOINTS).size() - 2;
        assertTrue(frames >= 4 && frames <= budget / 4 / 4000, frames + " key frames");
        long bytes = storage.files().entrySet().stream().filter(file -> file.getKey().contains("/"))
                .mapToLong(file -> file.getValue().length).sum();
        assertTrue(bytes <= budget && bytes > budget * 3 / 4, bytes + " bytes");
        assertTrue(storage.files().keySet().stream().filter(name -> name.endsWith(".idx"))
                .allMatch(name -> storage.files().containsKey(name.replace(".idx", ".jnz"))), "no sidecar is left");
    }

    @Test
    void aCrashWhileForgettingCostsNothing() throws IOException {
        for (int call = 1; call < 60; call++) {
            storage = new FaultStorage();
            Notebook notebook = written(Notebook.SMALL.retention(ALL), 6);
            storage.fail(call, Long.MAX_VALUE);
            notebook.forget();
            notebook.lanes().settle();
            Notebook killed = Notebook.open(storage.copy());
            assertEquals(notebook.lines(), killed.lines(), "call " + call);
            FaultStorage left = storage.crash(call, FaultStorage.Policy.SECTORS);
            Notebook cut = Notebook.open(left);
            assertEquals(notebook.lines(), cut.lines(), "call " + call);
            assertFalse(cut.report().damaged(), "call " + call + cut.report().findings());
            // The segment that was begun for it may hold no record and go; the next one finds its place all the same.
            cut.durably("more");
            assertEquals(cut.lines(), Notebook.open(left.kill()).lines(), "call " + call);
        }
    }

    @Test
    void aSidecarThatIsNotThereIsMadeAgain() throws IOException {
        written(Notebook.SMALL.retention(ALL), 40);
        SegmentMap.Segment segment = SegmentMap.of(storage).segments().get(1);
        String name = StateLayout.index(segment.id());
        byte[] bytes = storage.files().get(name);
        SegmentIndex index = SegmentIndex.of(storage, segment);
        assertEquals(segment.start(), index.places().getFirst().position());
        storage.lose(name);
        assertEquals(index, SegmentIndex.of(storage, segment));
        index.write(storage, segment);
        assertArrayEquals(bytes, storage.files().get(name));
        for (int at = 0; at < bytes.length; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            storage.replace(name, flipped);
            assertEquals(index, SegmentIndex.of(storage, segment), "byte " + at);
        }
        storage.replace(name, storage.files().get(StateLayout.index(segment.id() + 1)));
        assertEquals(index, SegmentIndex.of(storage, segment), "another segment's");
    }

    @Test
    void findsThePlaceOfATime() throws IOException {
        written(Notebook.SMALL.retention(ALL), 40);
        Inspection inspection = Inspection.of(storage, Notebook.REGISTRY);
        inspection.journal(1, record -> {
            long serial = inspection.serialAt(record.wallMicros() - 1);
            assertTrue(serial <= record.serial() && serial > record.serial() - 5, serial + " for " + record.serial());
            return true;
        });
        assertEquals(41, inspection.serialAt(Long.MAX_VALUE));
    }

    /** What cannot be compressed much. */
    private static String noise(long seed, int characters) {
        return new Random(seed).ints(characters, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A journal of so many records over many segments, with a checkpoint after every other one. */
    private Notebook written(PersistenceSettings settings, int records) throws IOException {
        Notebook notebook = Notebook.open(storage, settings, 1);
        for (int i = 1; i <= records; i++) {
            notebook.durably(i + "x".repeat(900));
            if (i % 2 == 0) {
                notebook.checkpointed();
            }
        }
        return notebook;
    }

    private List<Long> journal() throws IOException {
        List<Long> serials = new ArrayList<>();
        try (JournalReader reader = JournalReader.openOldest(storage, Notebook.REGISTRY)) {
            for (List<Entry> next = reader.next(); !next.isEmpty(); next = reader.next()) {
                next.forEach(entry -> serials.add(entry.serial()));
            }
        }
        return serials;
    }

    private static List<Long> serials(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
