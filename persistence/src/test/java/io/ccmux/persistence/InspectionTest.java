package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.Inspection.Framed;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.ReadOnlyStorage;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A directory in use, looked at from outside. */
class InspectionTest {
    private final FaultStorage storage = new FaultStorage();
    private final Notebook notebook;

    InspectionTest() throws IOException {
        notebook = Notebook.open(storage);
        notebook.durably("a").durably("b", "c").checkpointed();
        for (int i = 0; i < 8; i++) {
            notebook.durably(i + "x".repeat(700));
        }
        notebook.durably("last", "of all");
    }

    private Inspection look() throws IOException {
        return Inspection.of(new ReadOnlyStorage(storage), Notebook.REGISTRY);
    }

    private static String text(Inspection inspection, Framed framed) {
        return ((Notebook.Line) inspection.record(framed)).text();
    }

    @Test
    void tellsOfEverySegment() throws IOException {
        var segments = look().segments();
        assertTrue(segments.size() > 2, segments::toString);
        assertEquals(13, segments.stream().mapToLong(Inspection.SegmentFacts::records).sum());
        assertEquals(11, segments.stream().mapToLong(Inspection.SegmentFacts::transactions).sum());
        assertEquals(1, segments.getFirst().firstSerial());
        assertEquals(13, segments.getLast().lastSerial());
        assertEquals(List.of(), look().strays());
    }

    @Test
    void showsEveryRecordInOrder() throws IOException {
        var inspection = look();
        List<String> lines = new ArrayList<>();
        inspection.journal(1, framed -> lines.add(text(inspection, framed)));
        assertEquals(notebook.lines(), lines);
        List<Long> serials = new ArrayList<>();
        inspection.journal(9, framed -> serials.add(framed.serial()) && serials.size() < 3);
        assertEquals(List.of(9L, 10L, 11L), serials);
    }

    @Test
    void readsCheckpointsFromTheirFirstByteToTheirLast() throws IOException {
        var inspection = look();
        var checkpoint = inspection.checkpoints().getFirst();
        assertEquals(3, checkpoint.coveredSerial());
        assertEquals(3, checkpoint.records());
        List<String> lines = new ArrayList<>();
        inspection.checkpoint(checkpoint.file(), framed -> lines.add(framed.offset() + text(inspection, framed)));
        assertEquals("96a", lines.getFirst());
        assertEquals(3, lines.size());
        byte[] bytes = storage.files().get(checkpoint.file());
        bytes[bytes.length / 2] ^= 1;
        storage.replace(checkpoint.file(), bytes);
        assertTrue(look().checkpoints().getFirst().problem().orElseThrow().contains("damaged at byte"));
    }

    @Test
    void readsThePageAboutTheDirectory() throws IOException {
        Inspection.Page page = look().page().orElseThrow();
        assertFalse(page.empty());
        assertTrue(page.clean().isEmpty());
        assertEquals(36, page.directory().length());
        notebook.stop();
        assertEquals(13, look().page().orElseThrow().clean().orElseThrow());
        storage.replace(StateLayout.MANIFEST, new byte[3]);
        assertTrue(look().page().isEmpty());
    }

    @Test
    void namesFilesThatAreNoPartOfTheJournal() throws IOException {
        storage.replace(StateLayout.segment(0), new byte[200]);
        storage.replace(StateLayout.segment(900), new byte[200]);
        assertEquals(List.of(StateLayout.segment(0), StateLayout.segment(900)), look().strays());
        assertEquals(13, look().segments().stream().mapToLong(Inspection.SegmentFacts::records).sum());
        assertEquals(notebook.persistence().status().appendedSerial(), look().segments().getLast().lastSerial());
    }

    @Test
    void goesOnBehindAnOutage() throws IOException {
        storage.fail(1, 1);
        notebook.durably("lost from the journal");
        for (int i = 0; i < 100; i++) {
            notebook.lanes().passTime(50);
            notebook.lanes().settle();
        }
        notebook.rejoin();
        notebook.durably("after");
        List<Long> serials = new ArrayList<>();
        look().journal(1, framed -> serials.add(framed.serial()));
        assertEquals(13, serials.indexOf(15L));
        assertFalse(serials.contains(14L));
        assertEquals(List.of(), look().strays());
        assertEquals(15, look().segments().getLast().lastSerial());
    }

    @Test
    void tellsWhenItWas() throws IOException {
        var segments = look().segments();
        assertEquals(1_000_000, segments.getFirst().firstMicros());
        long before = 0;
        for (var segment : segments) {
            assertTrue(segment.firstMicros() > before && segment.lastMicros() >= segment.firstMicros());
            before = segment.lastMicros();
        }
        assertEquals(1_000_011, before, "a checkpoint takes a tick of the clock too");
        assertEquals(1_000_002, look().checkpoints().getFirst().micros());
    }

    @Test
    void saysWhichCheckpointIsNone() throws IOException {
        String name = StateLayout.checkpoint(3);
        assertThrows(DamagedFileException.class,
                () -> look().checkpoint(StateLayout.checkpoint(77), framed -> true));
        storage.replace(name, new byte[20]);
        assertEquals("its head is damaged", look().checkpoints().getFirst().problem().orElseThrow());
        assertThrows(DamagedFileException.class, () -> look().checkpoint(name, framed -> true));
    }

    @Test
    void showsWhatMakesNoSenseAsBytes() throws IOException {
        var senseless = new Framed("file", 0, 1, 1, 1, 1, 0, 0, new byte[]{(byte) 0xff, 1, 2});
        assertEquals(new UnknownRecord(1, 1, senseless.payload()).getClass(), look().record(senseless).getClass());
    }

    @Test
    void stopsWhenNobodyWantsMore() throws IOException {
        List<Long> serials = new ArrayList<>();
        look().journal(2, framed -> {
            serials.add(framed.serial());
            return false;
        });
        assertEquals(List.of(2L), serials);
        serials.clear();
        String checkpoint = look().checkpoints().getFirst().file();
        look().checkpoint(checkpoint, framed -> serials.add(framed.serial()) && framed.serial() < 2);
        assertEquals(List.of(1L, 2L), serials);
    }

    @Test
    void saysWhatARecoveryWouldFindAndDoesNothing() throws IOException {
        var files = storage.files();
        assertEquals(List.of(), look().verify(new Lines()).findings());
        var last = look().segments().getLast();
        byte[] bytes = files.get(last.file()).clone();
        bytes[(int) last.end() - 10] ^= 1;
        storage.replace(last.file(), bytes);
        var before = storage.files();
        var report = look().verify(new Lines());
        assertFalse(report.findings().isEmpty());
        assertEquals(List.of(), report.quarantined());
        assertSame(before, storage.files());
    }

    /** Takes everything. */
    private static final class Lines implements Replay {
        @Override
        public void begin() {}

        @Override
        public void apply(Entry entry) {}
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, bytes) -> assertEquals(ByteBuffer.wrap(bytes), ByteBuffer.wrap(found.get(name)), name));
    }

    @Test
    void refusesToChangeAnything() throws IOException {
        Storage looking = new ReadOnlyStorage(storage);
        assertThrows(IOException.class, looking::lock);
        assertThrows(IOException.class, () -> looking.create("x"));
        assertThrows(IOException.class, () -> looking.open(StateLayout.MANIFEST));
        assertThrows(IOException.class, () -> looking.remove(StateLayout.MANIFEST));
        assertThrows(IOException.class, () -> looking.rename(StateLayout.MANIFEST, "x"));
        assertThrows(IOException.class, () -> looking.makeDirectory("x"));
        try (StorageFile file = looking.openToRead(StateLayout.MANIFEST)) {
            assertThrows(IOException.class, () -> file.write(0, ByteBuffer.allocate(1)));
            assertThrows(IOException.class, () -> file.truncate(0));
            assertThrows(IOException.class, file::force);
        }
    }

    /** Copied while the server goes on, half a transaction at the end and all. */
    @Test
    void copiesAStateThatIsWholeAndClean() throws IOException {
        notebook.add("not submitted");
        var copied = new FaultStorage();
        copied.makeDirectory(StateLayout.JOURNAL);
        copied.makeDirectory(StateLayout.CHECKPOINTS);
        var copy = look().copy();
        for (var piece : copy.pieces()) {
            byte[] bytes = new byte[(int) piece.bytes()];
            System.arraycopy(storage.files().get(piece.file()), 0, bytes, 0, bytes.length);
            put(copied, piece.file(), bytes);
        }
        put(copied, StateCopy.PAGE, copy.page().getBytes(StandardCharsets.UTF_8));
        var again = Notebook.open(copied);
        assertEquals(notebook.lines().subList(0, 13), again.lines());
        assertEquals(List.of(), again.report().findings());
        assertFalse(again.report().unclean());
        assertEquals(13, copy.lastSerial());
    }

    private static void put(Storage storage, String name, byte[] bytes) throws IOException {
        try (StorageFile file = storage.create(name)) {
            file.write(0, ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void keepsTheLastThatWasPutAsideHoweverLarge() throws IOException {
        for (String name : List.of("9-1", "10-1", "10-2", "10-10")) {
            storage.makeDirectory(StateLayout.QUARANTINE + "/" + name);
            put(storage, StateLayout.QUARANTINE + "/" + name + "/file", new byte[100]);
        }
        assertEquals(List.of(), Quarantine.trim(storage, 400));
        assertEquals(List.of("quarantine/9-1", "quarantine/10-1"), Quarantine.trim(storage, 250));
        assertEquals(List.of("quarantine/10-2"), Quarantine.trim(storage, 0));
        assertEquals(List.of("10-10"), storage.directories(StateLayout.QUARANTINE));
        Quarantine.clear(storage);
        assertEquals(List.of(), storage.directories(StateLayout.QUARANTINE));
    }
}
