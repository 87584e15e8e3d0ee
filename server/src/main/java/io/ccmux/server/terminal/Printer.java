package io.ccmux.server.terminal;

import java.util.Arrays;

/**
 * Text goes to where the cursor is. A code point that joins what was printed last goes into that cell, however much
 * came between, unless the cursor was moved.
 */
final class Printer {
    private static final int VARIATION_EMOJI = 0xFE0F;
    /** Cells REP fills at most, or a row if that is longer: else a few bytes would print for a long time. */
    private static final int REPEAT_CELLS_MAX = 512;
    /** Likewise, of clusters: they cost more. */
    private static final int REPEAT_CLUSTERS_MAX = 256;

    private final Emulator emulator;
    private final byte[] one = new byte[1];
    private final int[] single = new int[1];
    private final int[] many = new int[128];
    private final byte[] manyBytes = new byte[128];
    /** The state of {@link Graphemes} of what was printed last; nothing joins it if the cursor has moved since. */
    private int joining = Graphemes.NONE;
    private boolean joinable;
    /** Where the cell is that was printed last. */
    private int lastX;
    private int lastY;
    /** What REP repeats: a cell, without its flags of width. */
    private int repeated;
    private int repeatedWidth;
    private boolean repeatable;

    Printer(Emulator emulator) {
        this.emulator = emulator;
    }

    void breakCluster() {
        joinable = false;
    }

    /** Prints bytes from 0x20 to 0x7E. */
    void ascii(byte[] bytes, int from, int to) {
        if (joinable && Graphemes.greedy(joining) || !emulator.charsets.plain()) {
            asciiOneByOne(bytes, from, to);
            return;
        }
        place(bytes, from, to);
        printed(bytes[to - 1], 1);
        joining = Graphemes.ASCII;
    }

    private void place(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int room = room(1);
            int count = Math.min(Math.min(room, to - at), together(1));
            if (room == 1 && !emulator.is(Mode.AUTO_WRAP)) {
                at = to - 1;
                count = 1;
            }
            Row row = open(count);
            row.print(emulator.x, bytes, at, count, emulator.pen.style());
            at += count;
            advance(count, 1);
        }
    }

    private void asciiOneByOne(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int codePoint = emulator.charsets.translate(bytes[at]);
            if (codePoint < 0x80 && !(joinable && Graphemes.greedy(joining))) {
                one[0] = (byte) codePoint;
                if (emulator.charsets.plain()) {
                    ascii(one, 0, 1);
                } else {
                    start(codePoint, 1);
                }
            } else {
                print(codePoint);
            }
        }
    }

    /** Prints code points of one width that start clusters and do not join what is before. */
    void starters(int[] codePoints, int count, int width) {
        int done = place(codePoints, count, width);
        if (done > 0) {
            printed(codePoints[done - 1], width);
            joining = Graphemes.start(Width.properties(codePoints[done - 1]));
        }
    }

    /** Puts texts of one width where the cursor is and on; returns how many, fewer only if no more fit. */
    private int place(int[] texts, int count, int width) {
        int at = 0;
        while (at < count) {
            int room = room(width);
            if (room < width) {
                break;
            }
            int fitting = Math.min(Math.min(room / width, count - at), together(width));
            if (room == 1 && !emulator.is(Mode.AUTO_WRAP)) {
                at = count - 1;
                fitting = 1;
            }
            Row row = open(fitting * width);
            row.print(emulator.x, texts, at, fitting, width, emulator.pen.style());
            at += fitting;
            advance(fitting * width, width);
        }
        return at;
    }

    /** Whether a code point of these properties may be printed with {@link #starters}. */
    boolean starts(int properties) {
        return Graphemes.starter(properties) && !(joinable && Graphemes.greedy(joining));
    }

    /** Prints whatever code point. */
    void print(int codePoint) {
        int properties = emulator.options.widths().properties(codePoint);
        int width = Width.width(properties, emulator.settings.ambiguousWide());
        if (joinable && (Graphemes.joins(joining, properties) || width == 0)) {
            join(codePoint, properties, width);
        } else if (width > 0) {
            start(codePoint, width);
        }
    }

    private void start(int codePoint, int width) {
        single[0] = codePoint;
        starters(single, 1, width);
    }

    private void join(int codePoint, int properties, int width) {
        boolean joins = Graphemes.joins(joining, properties);
        Row row = emulator.edit(lastY);
        int cell = row.cell(lastX);
        int text = emulator.looks.clusters().extend(cell, codePoint);
        int wider = joins && widens(cell, codePoint, properties, width) ? 2 : Cell.width(cell);
        joining = joins ? Graphemes.advance(joining, properties) : Graphemes.NONE;
        repeated = text;
        repeatedWidth = wider;
        repeatable = true;
        if (wider == Cell.width(cell)) {
            row.put(lastX, text | cell & Cell.WIDE, row.styleNumber(lastX));
        } else {
            widen(row, text);
        }
        joinable = true;
    }

    /** Whether a cell becomes two columns wide by what joins it. */
    private boolean widens(int cell, int codePoint, int properties, int width) {
        if (codePoint == VARIATION_EMOJI) {
            return emulator.options.widths().variationWidens()
                    && Width.widenedByVariation(emulator.looks.clusters().last(cell));
        }
        boolean emoji = Width.pictographic(properties) && Width.pictographic(firstProperties(cell));
        return width == 2 || emoji;
    }

    private int firstProperties(int cell) {
        return Width.properties(emulator.looks.clusters().first(cell));
    }

    /** The cell printed last takes one column more; if there is none, it moves to the next row. */
    private void widen(Row row, int text) {
        int style = row.styleNumber(lastX);
        int limit = lastX < emulator.right ? emulator.right : emulator.columns;
        if (lastX + 1 < limit) {
            single[0] = text;
            row.print(lastX, single, 0, 1, 2, style);
            emulator.x = lastX;
            advance(2, 2);
        } else if (emulator.is(Mode.AUTO_WRAP) && limit - emulator.left > 1) {
            row.erase(lastX, limit, emulator.pen.blank());
            emulator.motions.wrap();
            single[0] = text;
            emulator.edit().print(emulator.x, single, 0, 1, 2, style);
            advance(2, 2);
        } else {
            row.put(lastX, text, style);
            repeatedWidth = 1;
        }
    }

    /** The columns left for something of that width; wraps to the next row first if need be. */
    private int room(int width) {
        if (emulator.pendingWrap) {
            if (emulator.is(Mode.AUTO_WRAP)) {
                emulator.motions.wrap();
            }
            emulator.pendingWrap = false;
        }
        int room = limit() - emulator.x;
        if (room < width && emulator.is(Mode.AUTO_WRAP)) {
            emulator.edit().erase(emulator.x, limit(), emulator.pen.blank());
            emulator.motions.wrap();
            room = limit() - emulator.x;
        }
        return room;
    }

    /** Characters that may go in one run: in insert mode those left of the margins push nothing, others do. */
    private int together(int width) {
        boolean outside = emulator.x < emulator.left && emulator.is(Mode.INSERT);
        return outside ? Math.ceilDiv(emulator.left - emulator.x, width) : Integer.MAX_VALUE;
    }

    private int limit() {
        return emulator.x < emulator.right ? emulator.right : emulator.columns;
    }

    private Row open(int cells) {
        if (emulator.is(Mode.INSERT)) {
            emulator.edits.insertBlanks(cells);
        }
        return emulator.edit();
    }

    /** Moves the cursor behind what was printed. */
    private void advance(int cells, int width) {
        int limit = limit();
        int x = emulator.x + cells;
        lastX = x - width;
        lastY = emulator.y;
        emulator.pendingWrap = x >= limit;
        emulator.x = Math.min(x, limit - 1);
    }

    private void printed(int codePoint, int width) {
        joinable = true;
        repeated = codePoint;
        repeatedWidth = width;
        repeatable = true;
    }

    /** A control function came: REP has nothing to repeat. */
    void interrupt() {
        repeatable = false;
    }

    /** REP. */
    void repeat(int count) {
        if (!repeatable) {
            return;
        }
        int cells = Cell.cluster(repeated) ? REPEAT_CLUSTERS_MAX : REPEAT_CELLS_MAX;
        int left = Math.min(count, Math.max(cells, emulator.columns) / repeatedWidth);
        while (left > 0) {
            int times = Math.min(left, many.length);
            repeatSome(times);
            left -= times;
        }
        joinable = false;
    }

    private void repeatSome(int times) {
        if (repeated < 0x80) {
            Arrays.fill(manyBytes, 0, times, (byte) repeated);
            place(manyBytes, 0, times);
        } else {
            Arrays.fill(many, 0, times, repeated);
            place(many, times, repeatedWidth);
        }
    }

    void write(ByteSink sink) {
        sink.bool(repeatable);
        if (repeatable) {
            text(sink, repeated);
            sink.u8(repeatedWidth);
        }
        sink.bool(joinable);
        if (joinable) {
            sink.varint(joining);
            sink.varint(lastX);
            sink.varint(lastY);
        }
    }

    private void text(ByteSink sink, int cell) {
        int[] codePoints = new int[ClusterTable.CODE_POINTS_MAX];
        int count = emulator.looks.clusters().codePoints(cell, codePoints);
        sink.u8(count);
        for (int i = 0; i < count; i++) {
            sink.utf8(codePoints[i]);
        }
    }

    void read(ByteSource source) throws CorruptImageException {
        repeatable = source.bool();
        if (repeatable) {
            readRepeated(source);
        }
        joinable = source.bool();
        if (joinable) {
            joining = source.number(Graphemes.STATE_MAX);
            lastX = source.number(emulator.columns - 1);
            lastY = source.number(emulator.rows - 1);
        }
    }

    private void readRepeated(ByteSource source) throws CorruptImageException {
        int more = source.number(ClusterTable.CODE_POINTS_MAX) - 1;
        repeated = source.utf8();
        for (int i = 0; i < more; i++) {
            repeated = emulator.looks.clusters().extend(repeated, source.utf8());
        }
        repeatedWidth = source.number(2);
        if (repeatedWidth == 0) {
            throw new CorruptImageException("a character without width to be repeated");
        }
    }

    /** The cell that REP would repeat; blank if there is none. */
    int repeated() {
        return repeatable ? repeated : Cell.BLANK;
    }

    void reset() {
        repeatable = false;
        joinable = false;
    }
}
