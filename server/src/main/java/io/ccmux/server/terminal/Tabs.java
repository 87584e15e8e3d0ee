package io.ccmux.server.terminal;

import java.util.BitSet;

/** Where the tab key stops. */
final class Tabs {
    /** Columns that have stops; further right there are none. */
    private static final int COLUMNS_MAX = 4096;
    private static final int EVERY = 8;

    /** Where they are at first. */
    private static final BitSet FIRST = first();

    private final BitSet stops = new BitSet(COLUMNS_MAX);

    Tabs() {
        reset();
    }

    private static BitSet first() {
        BitSet stops = new BitSet(COLUMNS_MAX);
        for (int x = 0; x < COLUMNS_MAX; x += EVERY) {
            stops.set(x);
        }
        return stops;
    }

    void reset() {
        stops.clear();
        stops.or(FIRST);
    }

    void set(int x) {
        if (x < COLUMNS_MAX) {
            stops.set(x);
        }
    }

    void clear(int x) {
        stops.clear(x);
    }

    void clear() {
        stops.clear();
    }

    /** The stop right of a column, at most the limit. */
    int next(int x, int limit) {
        int stop = stops.nextSetBit(x + 1);
        return stop < 0 || stop > limit ? limit : stop;
    }

    /** The stop left of a column, at least 0. */
    int previous(int x) {
        return x == 0 ? 0 : Math.max(0, stops.previousSetBit(x - 1));
    }

    void write(ByteSink sink) {
        byte[] bytes = stops.toByteArray();
        sink.sized(bytes);
    }

    void read(ByteSource source) throws CorruptImageException {
        byte[] bytes = source.raw(source.number(COLUMNS_MAX / 8));
        stops.clear();
        stops.or(BitSet.valueOf(bytes));
    }
}
