package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Some of the past is forgotten, and nothing else of it. */
class RedactionTest {
    private static final Retention ALL = new Retention(Long.MAX_VALUE / 8, Long.MAX_VALUE / 8);
    private static final String SECRET = "secret";

    private FaultStorage storage = new FaultStorage();

    @Test
    void takesItOutOfEveryFileAndLeavesTheRest() throws IOException {
        Notebook notebook = written(40);
        storage.makeDirectory(StateLayout.QUARANTINE + "/1-1");
        storage.create(StateLayout.QUARANTINE + "/1-1/file").close();
        List<String> before = history();
        assertTrue(found() > 10, "it is in many files");
        assertTrue(storage.files().keySet().stream().anyMatch(name -> name.endsWith(".jnz")));
        redacted(notebook);
        assertEquals(0, found());
        assertEquals(before.stream().map(line -> line.contains(SECRET) ? "" : line).toList(), history());
        assertEquals(List.of(), storage.directories(StateLayout.QUARANTINE));
        notebook.durably("after").checkpointed().durably("and after");
        assertEquals(42, history().size(), "the past goes on into what came after");
        Notebook again = Notebook.open(storage.crash(1, FaultStorage.Policy.LOSE));
        assertEquals(notebook.lines(), again.lines());
        assertEquals(List.of(), again.report().findings());
    }

    @Test
    void whatWasTakenOutDoesNotComeBackWithAPowerCut() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            storage = new FaultStorage();
            Notebook notebook = written(16);
            redacted(notebook);
            storage = storage.crash(seed, FaultStorage.Policy.ALL.get(seed % FaultStorage.Policy.ALL.size()));
            assertEquals(0, found(), "seed " + seed);
            Notebook again = Notebook.open(storage.copy());
            assertEquals(notebook.lines(), again.lines(), "seed " + seed);
            assertFalse(again.report().damaged(), again.report().findings().toString());
        }
    }

    /** More than is held at once, with transactions of which only the last record ends them. */
    @Test
    void takesItOutOfLargeFiles() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(ALL).segmentBytes(3 << 20), 1);
        for (int i = 0; i < 60; i++) {
            notebook.durably("a" + i + "x".repeat(20_000), i + SECRET + "y".repeat(9_000), "z" + i);
        }
        notebook.checkpointed().durably("more").checkpointed().durably("and more").checkpointed();
        List<String> before = history();
        long synced = notebook.synced();
        redacted(notebook);
        assertEquals(0, found());
        assertEquals(before.stream().map(line -> line.contains(SECRET) ? "" : line).toList(), history());
        assertTrue(Inspection.of(storage, Notebook.REGISTRY).checkpoints().stream()
                .allMatch(checkpoint -> checkpoint.problem().isEmpty()));
        Notebook again = Notebook.open(storage.kill());
        assertEquals(notebook.lines(), again.lines());
        assertEquals(synced, again.report().lastSerial());
        assertFalse(again.report().damaged(), again.report().findings().toString());
    }

    @Test
    void takesTheNewFilesOfAnAttemptThatWasCutOff() throws IOException {
        Notebook notebook = written(16);
        for (SegmentMap.Segment segment : SegmentMap.of(storage).segments()) {
            storage.replace(StateLayout.segment(segment.id()) + StateLayout.SEGMENT_NEW_SUFFIX, new byte[9]);
        }
        for (String name : storage.list(StateLayout.CHECKPOINTS)) {
            storage.replace(StateLayout.CHECKPOINTS + "/" + name.replace(".cpt", ".tmp"), new byte[9]);
        }
        int checkpoints = Inspection.of(storage, Notebook.REGISTRY).checkpoints().size();
        redacted(notebook);
        assertEquals(0, found());
        assertEquals(checkpoints, Inspection.of(storage, Notebook.REGISTRY).checkpoints().stream()
                .filter(checkpoint -> checkpoint.problem().isEmpty()).count());
    }

    @Test
    void aCheckpointThatCannotBeReadGoes() throws IOException {
        Notebook notebook = written(16);
        List<String> names = storage.list(StateLayout.CHECKPOINTS);
        String damaged = StateLayout.CHECKPOINTS + "/" + names.get(1);
        byte[] bytes = storage.files().get(damaged);
        bytes[bytes.length / 2] ^= 1;
        storage.replace(damaged, bytes);
        String headless = StateLayout.CHECKPOINTS + "/" + names.get(2);
        storage.replace(headless, new byte[50]);
        String misnamed = StateLayout.checkpoint(4000);
        storage.replace(misnamed, storage.files().get(StateLayout.CHECKPOINTS + "/" + names.getFirst()));
        redacted(notebook);
        assertEquals(0, found());
        for (String gone : List.of(damaged, headless, misnamed)) {
            assertFalse(storage.files().containsKey(gone), gone);
        }
        assertEquals(names.size() - 2, storage.list(StateLayout.CHECKPOINTS).size());
        assertEquals(notebook.lines(), Notebook.open(storage.kill()).lines());
    }

    @Test
    void everyCheckpointStillLeadsToTheSameState() throws IOException {
        Notebook notebook = written(40);
        redacted(notebook);
        notebook.durably("after");
        List<String> checkpoints = storage.list(StateLayout.CHECKPOINTS);
        assertTrue(checkpoints.size() > 4);
        for (String newest : checkpoints.reversed()) {
            FaultStorage older = storage.copy();
            checkpoints.stream().filter(name -> name.compareTo(newest) >= 0)
                    .forEach(name -> older.lose(StateLayout.CHECKPOINTS + "/" + name));
            Notebook again = Notebook.open(older);
            assertEquals(notebook.lines(), again.lines(), "without " + newest + " and later");
            assertFalse(again.report().damaged(), again.report().findings().toString());
        }
    }

    @Test
    void doesSoAgain() throws IOException {
        Notebook notebook = written(20);
        redacted(notebook);
        notebook.durably("another secret", "plain").checkpointed();
        notebook.durably("and a secret");
        redacted(notebook);
        notebook.durably("end");
        assertEquals(0, found());
        assertEquals(24, history().size());
        Notebook again = Notebook.open(storage.kill());
        assertEquals(notebook.lines(), again.lines());
        assertEquals(List.of(), again.report().findings());
    }

    @Test
    void leavesFilesAloneInWhichThereIsNothing() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(ALL), 1);
        for (int i = 0; i < 20; i++) {
            notebook.durably(i + "x".repeat(900));
        }
        Map<String, byte[]> before = storage.files();
        notebook.redact(SECRET);
        notebook.lanes().settle();
        Map<String, byte[]> after = storage.files();
        before.keySet().stream().filter(name -> name.endsWith(StateLayout.SEGMENT_SUFFIX)).limit(5)
                .forEach(name -> assertEquals(ByteBuffer.wrap(before.get(name)), ByteBuffer.wrap(after.get(name)),
                        name));
    }

    @Test
    void whatCannotBeReadGoesWithAllBeforeIt() throws IOException {
        Notebook notebook = written(40);
        String name = StateLayout.sealed(5);
        byte[] bytes = storage.files().get(name);
        bytes[bytes.length - 9] ^= 1;
        storage.replace(name, bytes);
        redacted(notebook);
        assertEquals(0, found());
        assertTrue(SegmentMap.of(storage).segments().stream().allMatch(segment -> segment.id() > 5));
        assertEquals(notebook.lines(), Notebook.open(storage.kill()).lines());
    }

    @Test
    void whatLiesBehindTheLastFrameGoes() throws IOException {
        Notebook notebook = written(20);
        SegmentMap.Segment plain = SegmentMap.of(storage).segments().reversed().stream()
                .filter(segment -> !segment.sealed()).skip(1).findFirst().orElseThrow();
        byte[] bytes = storage.files().get(plain.file());
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 40);
        System.arraycopy(SECRET.getBytes(StandardCharsets.US_ASCII), 0, longer, bytes.length + 20, SECRET.length());
        storage.replace(plain.file(), longer);
        redacted(notebook);
        assertEquals(0, found());
    }

    @Test
    void aCrashInTheMiddleCostsNothing() throws IOException {
        for (int call = 1; call < 150; call++) {
            storage = new FaultStorage();
            Notebook notebook = written(8);
            storage.fail(call, Long.MAX_VALUE);
            notebook.redact(SECRET);
            notebook.lanes().settle();
            Notebook killed = Notebook.open(storage.copy());
            assertEquals(unredacted(notebook, killed), killed.lines(), "call " + call);
            Notebook cut = Notebook.open(storage.crash(call, FaultStorage.Policy.SECTORS));
            assertEquals(unredacted(notebook, cut), cut.lines(), "call " + call);
            assertFalse(cut.report().damaged(), "call " + call + cut.report().findings());
            cut.durably("more").checkpointed();
            assertEquals(9, cut.lines().size());
        }
    }

    /** The lines as they are after it or, if its checkpoint was not written, before it. */
    private static List<String> unredacted(Notebook notebook, Notebook found) {
        boolean old = found.lines().stream().anyMatch(line -> line.contains(SECRET));
        return old ? lines(8) : notebook.lines();
    }

    private static List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private static String line(int number) {
        return number % 3 == 0 ? number + SECRET : number + "x".repeat(900);
    }

    /** Lines, every third of which is to be forgotten, over many segments and checkpoints. */
    private Notebook written(int count) throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.retention(ALL), 1);
        for (int i = 1; i <= count; i++) {
            notebook.durably(line(i));
            if (i % 2 == 0) {
                notebook.checkpointed();
            }
        }
        return notebook;
    }

    private static void redacted(Notebook notebook) {
        CompletableFuture<Checkpoint> done = notebook.redact(SECRET);
        notebook.lanes().settle();
        done.join();
    }

    /** The lines of the whole journal. */
    private List<String> history() throws IOException {
        List<String> lines = new ArrayList<>();
        try (JournalReader reader = JournalReader.openOldest(storage, Notebook.REGISTRY)) {
            for (List<Entry> next = reader.next(); !next.isEmpty(); next = reader.next()) {
                next.forEach(entry -> lines.add(((Notebook.Line) entry.record()).text()));
            }
        }
        return lines;
    }

    /** How many files contain it, compressed or not. */
    private int found() throws IOException {
        Map<String, byte[]> files = new HashMap<>(storage.files());
        for (String name : storage.list(StateLayout.JOURNAL)) {
            if (name.endsWith(StateLayout.SEALED_SUFFIX)) {
                try (StorageFile file = SealedFile.open(storage, StateLayout.JOURNAL + "/" + name)) {
                    ByteBuffer plain = ByteBuffer.allocate((int) file.size());
                    while (plain.hasRemaining() && file.read(plain.position(), plain) > 0) {
                    }
                    files.put(name, plain.array());
                }
            }
        }
        return (int) files.values().stream()
                .filter(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(SECRET)).count();
    }
}
