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
        Second second = second();
        long tried = 0;
        for (long bit = 0; bit < 8L * second.bytes.length; bit += STRIDE) {
            second.isMissedByNobody(flip(second.bytes, bit), "bit " + bit);
            tried++;
        }
        System.out.println("bits of a checkpoint: " + tried + ", all noticed, none costs anything");
    }

    @Test
    void everyCutOfACheckpoint() throws IOException {
        Second second = second();
        long tried = 0;
        for (int cut = 0; cut < second.bytes.length; cut += 1 + STRIDE / 8) {
            second.isMissedByNobody(Arrays.copyOf(second.bytes, cut), "cut at " + cut);
            tried++;
        }
        System.out.println("cuts of a checkpoint: " + tried + ", all noticed, none costs anything");
    }

    /** A directory with a checkpoint that is not the first one. */
    private record Second(FaultStorage whole, String name, byte[] bytes, List<Object> records) {
        void isMissedByNobody(byte[] damaged, String what) throws IOException {
            Notebook found = opened(whole, name, damaged);
            assertEquals(records, found.records(), what);
            assertFalse(found.report().findings().isEmpty(), what + " is not noticed");
        }
    }

    private Second second() throws IOException {
        FaultStorage again = storage.copy();
        Notebook reopened = Notebook.open(again).checkpointed();
        String name = StateLayout.checkpoint(reopened.report().lastSerial());
        return new Second(again.kill(), name, again.files().get(name), reopened.records());
    }

    private long everyBit(String name, byte[] bytes, int length) throws IOException {
        long tried = 0;
        for (long bit = 0; bit < 8L * length; bit += STRIDE) {
            Notebook found = opened(storage, name, flip(bytes, bit));
            List<Object> records = found.records();
            assertTrue(records.size() <= notebook.records().size()
                    && records.equals(notebook.records().subList(0, records.size())), "bit " + bit + " invents");
            boolean noticed = !found.report().findings().isEmpty();
            assertTrue(noticed || records.equals(notebook.records()), "bit " + bit + " is not noticed");
            tried++;
        }
        return tried;
    }

    private static byte[] flip(byte[] bytes, long bit) {
        byte[] flipped = bytes.clone();
        flipped[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    /** Recovers the directory with other bytes in one of its files. */
    private static Notebook opened(FaultStorage storage, String name, byte[] bytes) throws IOException {
        FaultStorage copy = storage.copy();
        copy.replace(name, bytes);
        return Notebook.open(copy);
    }

    @Test
    void everyCutOfTheJournal() throws IOException {
        byte[] bytes = storage.files().get(SEGMENT);
        TreeMap<Integer, Integer> committed = DamageTest.committed(bytes);
        int end = committed.lastKey();
        long tried = 0;
        for (int cut = FileHead.BYTES; cut <= end; cut += 1 + STRIDE / 8) {
            Notebook found = opened(storage, SEGMENT, Arrays.copyOf(bytes, cut));
            assertEquals(Math.max(1, committed.floorEntry(cut).getValue()), found.records().size(), "cut at " + cut);
            tried++;
        }
        System.out.println("cuts of the journal: " + tried + ", each leaves the transactions before it");
    }
}
