package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every way to cut a small state directory short, every bit of it flipped, and pieces of it moved about. */
class DamageTest {
    private static final String SEGMENT_1 = StateLayout.segment(1);

    @Test
    void everyCutLeavesTheTransactionsBeforeIt() throws IOException {
        FaultStorage storage = new FaultStorage();
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(5000), 1);
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            String[] lines = new String[1 + random.nextInt(4)];
            Arrays.setAll(lines, line -> "x".repeat(random.nextInt(30)));
            notebook.durably(lines);
        }
        List<String> all = notebook.lines();
        storage = storage.kill();
        byte[] bytes = storage.files().get(SEGMENT_1);
        TreeMap<Integer, Integer> committed = committed(bytes);
        assertEquals(all.size(), committed.lastEntry().getValue());
        for (int cut = FileHead.BYTES; cut <= committed.lastKey(); cut++) {
            List<String> expected = all.subList(0, committed.floorEntry(cut).getValue());
            byte[] zeros = bytes.clone();
            Arrays.fill(zeros, cut, zeros.length, (byte) 0);
            for (byte[] damaged : List.of(Arrays.copyOf(bytes, cut), zeros)) {
                FaultStorage copy = storage.copy();
                copy.replace(SEGMENT_1, damaged);
                Notebook again = Notebook.open(copy);
                assertEquals(expected, again.lines(), "cut at " + cut);
                assertFalse(again.report().damaged(), "cut at " + cut);
            }
        }
    }

    /** How many records are committed before each place at which a transaction ends. */
    static TreeMap<Integer, Integer> committed(byte[] segment) {
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

    @Test
    void everyBitIsDetectedOrHarmless() throws IOException {
        FaultStorage storage = small();
        List<String> all = Notebook.open(storage.copy()).lines();
        int harmless = 0;
        int detected = 0;
        for (String name : storage.files().keySet()) {
            byte[] bytes = storage.files().get(name);
            int used = bytes.length;
            while (bytes[used - 1] == 0) {
                used--;
            }
            // All that is used, and a little of the zeros behind it.
            for (int bit = 0; bit < Math.min(bytes.length, used + 50) * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                FaultStorage copy = storage.copy();
                copy.replace(name, flipped);
                boolean noticed = noticed(copy, all, "bit " + bit + " of " + name);
                harmless += noticed ? 0 : 1;
                detected += noticed ? 1 : 0;
            }
        }
        assertTrue(detected > 5000 && harmless > 500, detected + " detected, " + harmless + " harmless");
    }

    @Test
    void sectorsLostSwappedDoubledOrOverwrittenAreDetectedOrHarmless() throws IOException {
        FaultStorage storage = small();
        List<String> all = Notebook.open(storage.copy()).lines();
        List<String> names = new ArrayList<>(storage.files().keySet());
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = storage.files().get(name);
            mangle(bytes, random);
            FaultStorage copy = storage.copy();
            copy.replace(name, bytes);
            noticed(copy, all, "seed " + seed + ", " + name);
        }
    }

    private static void mangle(byte[] bytes, Random random) {
        int sector = 1 << 3 + random.nextInt(7);
        int first = random.nextInt(Math.max(1, bytes.length - sector));
        int second = random.nextInt(Math.max(1, bytes.length - sector));
        int length = Math.min(sector, bytes.length);
        byte[] kept = Arrays.copyOfRange(bytes, first, first + length);
        switch (random.nextInt(4)) {
            case 0 -> Arrays.fill(bytes, first, first + length, (byte) 0);
            case 1 -> System.arraycopy(bytes, second, bytes, first, length);
            case 2 -> {
                System.arraycopy(bytes, second, bytes, first, length);
                System.arraycopy(kept, 0, bytes, second, length);
            }
            default -> {
                byte[] garbage = new byte[length];
                random.nextBytes(garbage);
                System.arraycopy(garbage, 0, bytes, first, length);
            }
        }
    }

    /** Recovers; what comes back is a prefix of what was there, and if not all of it then the report says so. */
    private static boolean noticed(FaultStorage storage, List<String> all, String what) throws IOException {
        byte[] journal = storage.files().get(StateLayout.segment(2));
        Notebook again = Notebook.open(storage);
        List<String> lines = again.lines();
        assertTrue(lines.size() <= all.size() && lines.equals(all.subList(0, lines.size())), what + " invents");
        boolean noticed = !again.report().findings().isEmpty();
        assertTrue(noticed || lines.equals(all) || unwritten(journal), what + " loses silently");
        Notebook twice = Notebook.open(storage.kill());
        assertEquals(lines, twice.lines(), what + " is recovered differently the second time");
        return noticed;
    }

    /** Whether nothing but zeros follows a committed transaction: as if no more had ever been written. */
    private static boolean unwritten(byte[] segment) {
        int end = committed(segment).lastKey();
        return Arrays.equals(segment, end, segment.length, new byte[segment.length - end], 0, segment.length - end);
    }

    /** A directory with two checkpoints and a journal of two segments. */
    private static FaultStorage small() throws IOException {
        FaultStorage storage = new FaultStorage();
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(400), 3);
        notebook.durably("a", "b").durably("c").checkpointed().durably("d", "e").checkpointed();
        notebook.durably("f").durably("g").durably("h");
        return storage.kill();
    }
}
