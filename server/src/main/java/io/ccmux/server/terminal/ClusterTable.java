package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Every cluster of more than one code point that some cell holds, once: a tree in which a cluster is its beginning
 * and one code point more. The beginning is a code point or another cluster, written as in {@link Cell}; so taking
 * in a joining code point is one look-up that allocates nothing.
 */
final class ClusterTable {
    /** Code points of a cell; what joins beyond is dropped. */
    static final int CODE_POINTS_MAX = 32;
    /** Clusters a table may hold; what would be another is cut short. */
    private static final int CLUSTERS_MAX = 1 << 20;
    private static final int FREE = -1;

    private int[] beginnings = new int[16];
    private int[] codePoints = new int[16];
    private byte[] lengths = new byte[16];
    private String[] texts = new String[16];
    private int[] slots = new int[32];
    private final BitSet reusable = new BitSet();
    private int size;
    private int used;
    /** How many were kept when the others were taken back last. */
    private int kept;

    ClusterTable() {
        Arrays.fill(slots, FREE);
    }

    /** The cell's text with one code point more, as a cell; the same text if it is full. */
    int extend(int cell, int codePoint) {
        int beginning = cell & (Cell.CLUSTER | Cell.CLUSTER - 1);
        int mask = slots.length - 1;
        int slot = hash(beginning, codePoint) & mask;
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (beginnings[number] == beginning && codePoints[number] == codePoint) {
                return number | Cell.CLUSTER;
            }
            slot = slot + 1 & mask;
        }
        if (length(beginning) == CODE_POINTS_MAX || used == CLUSTERS_MAX) {
            return beginning;
        }
        return add(beginning, codePoint, slot) | Cell.CLUSTER;
    }

    private static int hash(int beginning, int codePoint) {
        int mixed = (beginning * 31 + codePoint) * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private int add(int beginning, int codePoint, int slot) {
        int number = reusable.nextSetBit(0);
        if (number >= 0) {
            reusable.clear(number);
        } else {
            number = size++;
            if (number == codePoints.length) {
                beginnings = Arrays.copyOf(beginnings, number * 2);
                codePoints = Arrays.copyOf(codePoints, number * 2);
                lengths = Arrays.copyOf(lengths, number * 2);
                texts = Arrays.copyOf(texts, number * 2);
            }
        }
        beginnings[number] = beginning;
        codePoints[number] = codePoint;
        lengths[number] = (byte) (length(beginning) + 1);
        texts[number] = null;
        slots[slot] = number;
        used++;
        if (used * 2 > slots.length) {
            rehash(slots.length * 2);
        }
        return number;
    }

    private void rehash(int length) {
        slots = new int[length];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            if (!reusable.get(number)) {
                int slot = hash(beginnings[number], codePoints[number]) & length - 1;
                while (slots[slot] != FREE) {
                    slot = slot + 1 & length - 1;
                }
                slots[slot] = number;
            }
        }
    }

    /** Adds a cell's cluster, and those it is made of, to the numbers to be kept. */
    void mark(int cell, BitSet numbers) {
        int text = cell;
        while (Cell.cluster(text) && !numbers.get(Cell.value(text))) {
            numbers.set(Cell.value(text));
            text = beginnings[Cell.value(text)];
        }
    }

    void retain(BitSet numbers) {
        used = numbers.cardinality();
        reusable.set(0, size);
        reusable.andNot(numbers);
        kept = used;
        rehash(slots.length);
    }

    /** Whether it is time to look for those nobody needs: there are twice as many as were needed last time. */
    boolean full(int min) {
        return used > min && used > 2 * kept;
    }

    /** How many code points a cell has. */
    int length(int cell) {
        return Cell.cluster(cell) ? lengths[Cell.value(cell)] : 1;
    }

    int first(int cell) {
        int text = cell;
        while (Cell.cluster(text)) {
            text = beginnings[Cell.value(text)];
        }
        return Cell.value(text);
    }

    int last(int cell) {
        return Cell.cluster(cell) ? codePoints[Cell.value(cell)] : Cell.value(cell);
    }

    /** Writes the code points of a cell into an array of {@link #CODE_POINTS_MAX}; returns how many. */
    int codePoints(int cell, int[] into) {
        int length = length(cell);
        int text = cell;
        for (int i = length - 1; i > 0; i--) {
            into[i] = codePoints[Cell.value(text)];
            text = beginnings[Cell.value(text)];
        }
        into[0] = Cell.value(text);
        return length;
    }

    String text(int cell) {
        if (!Cell.cluster(cell)) {
            return Character.toString(Cell.value(cell));
        }
        int number = Cell.value(cell);
        if (texts[number] == null) {
            texts[number] = text(beginnings[number]) + Character.toString(codePoints[number]);
        }
        return texts[number];
    }

    int count() {
        return used;
    }
}
