package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every bit and every cut of a journal of 64 KiB with every kind of record, and of a checkpoint. Here a share of them;
 * {@code mvn verify -Ptorture} takes all.
 */
@Tag("torture")
class ExhaustiveTest {
    /** Of so many places one is tried; the smallest of a kind are all tried by {@link DamageTest}. */
    private static final int STRIDE = Integer.getInteger("ccmux.exhaustive.stride", 257);
    private static final int JOURNAL_BYTES = 64 << 10;
    private static final String SEGMENT = StateLayout.segment(1);

    private final FaultStorage storage;
    private final Notebook notebook;

    ExhaustiveTest() throws IOException {
        FaultStorage written = new FaultStorage();
        notebook = Notebook.open(written, Notebook.SMALL.segmentBytes(70_000), 1);
        Random random = new Random(11);
        notebook.durably("first").checkpointed();
        while (notebook.persistence().status().bytesSinceCheckpoint() < JOURNAL_BYTES) {
            Object[] records = new Object[1 + random.nextInt(3)];
            Arrays.setAll(records, i -> switch (random.nextInt(6)) {
                case 0 -> new Notebook.Extra(random.nextInt());
                case 1 -> new UnknownRecord(99, 1 + random.nextInt(9), new byte[random.nextInt(300)]);
                default -> new Notebook.Line("x".repeat(random.nextInt(400)));
            });
            notebook.addAll(List.of(records));
            notebook.persistence().submitForReply();
            notebook.lanes().settle();
        }
        storage = written.kill();
    }

    @Test
    void everyBitOfTheJournal() throws IOException {
        byte[] bytes = storage.files().get(SEGMENT);
        assertEquals(1, SegmentMap.of(storage).segments().size());
        System.out.println("bits of the journal: " + everyBit(SEGMENT, bytes, JOURNAL_BYTES) + ", noticed or harmless");
    }

    @Test
    void everyBitOfACheckpoint() throws IOException {
        FaultStorage again = storage.copy();
        Notebook reopened = Notebook.open(again).checkpointed();
        String name = StateLayout.checkpoint(reopened.report().lastSerial());
        byte[] bytes = again.files().get(name);
        FaultStorage whole = again.kill();
        long tried = 0;
        for (long bit = 0; bit < 8L * bytes.length; bit += STRIDE) {
            Notebook found = flipped(whole, name, bytes, bit);
            assertEquals(reopened.records(), found.records(), "bit " + bit);
            assertFalse(found.report().findings().isEmpty(), "bit " + bit + " is not noticed");
            tried++;
        }
        System.out.println("bits of a checkpoint: " + tried + ", all noticed, none costs anything");
    }

    @Test
    void everyCutOfACheckpoint() throws IOException {
        FaultStorage again = storage.copy();
        Notebook reopened = Notebook.open(again).checkpointed();
        String name = StateLayout.checkpoint(reopened.report().lastSerial());
        byte[] bytes = again.files().get(name);
        FaultStorage whole = again.kill();
        long tried = 0;
        for (int cut = 0; cut < bytes.length; cut += 1 + STRIDE / 8) {
            FaultStorage copy = whole.copy();
            copy.replace(name, Arrays.copyOf(bytes, cut));
            Notebook found = Notebook.open(copy);
            assertEquals(reopened.records(), found.records(), "cut at " + cut);
            assertFalse(found.report().findings().isEmpty(), "cut at " + cut + " is not noticed");
            tried++;
        }
        System.out.println("cuts of a checkpoint: " + tried + ", all noticed, none costs anything");
    }

    private long everyBit(String name, byte[] bytes, int length) throws IOException {
        long tried = 0;
        for (long bit = 0; bit < 8L * length; bit += STRIDE) {
            Notebook found = flipped(storage, name, bytes, bit);
            List<Object> records = found.records();
            assertTrue(records.size() <= notebook.records().size()
                    && records.equals(notebook.records().subList(0, records.size())), "bit " + bit + " invents");
            boolean noticed = !found.report().findings().isEmpty();
            assertTrue(noticed || records.equals(notebook.records()), "bit " + bit + " is not noticed");
            tried++;
        }
        return tried;
    }

    private static Notebook flipped(FaultStorage storage, String name, byte[] bytes, long bit) throws IOException {
        byte[] flipped = bytes.clone();
        flipped[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        FaultStorage copy = storage.copy();
        copy.replace(name, flipped);
        return Notebook.open(copy);
    }

    @Test
    void everyCutOfTheJournal() throws IOException {
        byte[] bytes = storage.files().get(SEGMENT);
        TreeMap<Integer, Integer> committed = committed(bytes);
        int end = committed.lastKey();
        long tried = 0;
        for (int cut = FileHead.BYTES; cut <= end; cut += 1 + STRIDE / 8) {
            FaultStorage copy = storage.copy();
            copy.replace(SEGMENT, Arrays.copyOf(bytes, cut));
            Notebook found = Notebook.open(copy);
            assertEquals(Math.max(1, committed.floorEntry(cut).getValue()), found.records().size(), "cut at " + cut);
            tried++;
        }
        System.out.println("cuts of the journal: " + tried + ", each leaves the transactions before it");
    }

    /** How many records are committed before each place at which a transaction ends. */
    private static TreeMap<Integer, Integer> committed(byte[] segment) {
        TreeMap<Integer, Integer> places = new TreeMap<>();
        places.put(FileHead.BYTES, 0);
        int at = FileHead.BYTES;
        int records = 0;
        while (at + Frame.OVERHEAD_BYTES <= segment.length && Frame.head(segment, at).type() != 0) {
            Frame.Head head = Frame.head(segment, at);
            at += Frame.OVERHEAD_BYTES + Frame.length(segment, at);
            records++;
            if (head.commit()) {
                places.put(at, records);
            }
        }
        return places;
    }
}
