package io.ccmux.server.terminal;

import java.util.Arrays;

/**
 * Writes lines of cells one after the other, as they stand in blocks of history and in images.
 *
 * <pre>
 *  line   = head | micros | cells | runs, if STYLED | tail, if TAILED
 *  head   = varint: cells << 7 | WORDS | WRAPPED | OUTPUT | PROMPT | TAILED | STYLED | COMPLEX
 *  micros = signed varint: since the line before (the first: since 0)
 *  cells  = a byte each, 0 for blank;
 *           if WORDS, two bytes each, lower first; FFFF for the right half of a wide cell;
 *           if COMPLEX, UTF-8, or F8 count UTF-8... for a cluster; F9, FA: the same for a wide one, whose right half
 *           is not written
 *  runs   = (varint cells, style)... until all cells have a style; if not STYLED all are plain
 *  tail   = the style of what is right of the cells
 *  style  = varint: 0 is plain; one that is one higher than any before is followed by what it is:
 *           varint foreground + 1, background + 1, underline colour + 1, attributes << 1 | LINKED,
 *           if LINKED the strings id and uri
 * </pre>
 *
 * A line can only be understood by who has read the lines before it, back to where the writer was {@link #restart
 * restarted}.
 */
final class LineWriter {
    static final int COMPLEX = 1;
    static final int STYLED = 2;
    static final int TAILED = 4;
    static final int PROMPT = 8;
    static final int OUTPUT = 16;
    static final int WRAPPED = 32;
    static final int WORDS = 64;
    static final int HEAD_SHIFT = 7;
    /** The right half of a wide cell among words. */
    static final int RIGHT_WORD = 0xFFFF;

    static final int NARROW_CLUSTER = 0xF8;
    static final int WIDE = 0xF9;
    static final int WIDE_CLUSTER = 0xFA;

    private static final int UNKNOWN = -1;

    private final ByteSink sink;
    private StyleTable styles = new StyleTable();
    /** The number here of a style that has a number there, where the rows are from. */
    private int[] known = new int[16];
    private final int[] cluster = new int[ClusterTable.CODE_POINTS_MAX];
    private long micros;
    /** Whether the last line had a wide cell. */
    private boolean wide;

    LineWriter(ByteSink sink) {
        this.sink = sink;
        Arrays.fill(known, UNKNOWN);
    }

    /** What follows stands by itself. */
    void restart() {
        if (styles.size() > 1) {
            styles = new StyleTable();
        }
        forgetNumbers();
        micros = 0;
    }

    /** What follows stands after lines that have introduced these styles, the last of them of that time. */
    void resume(StyleTable introduced, long time) {
        styles = introduced;
        forgetNumbers();
        micros = time;
    }

    /** The rows' styles have other numbers now. */
    void forgetNumbers() {
        Arrays.fill(known, UNKNOWN);
    }

    boolean wide() {
        return wide;
    }

    void write(Row row) {
        write(row, row.used());
    }

    void write(Row row, int length) {
        wide = false;
        if (row.plainText() && row.tail() == 0 && (length == 0 || row.oneStyle() && row.styleNumber(0) == 0)) {
            plain(row, length);
        } else {
            dressed(row, length);
        }
    }

    /** Most lines: bytes, and nothing to say about them. */
    private void plain(Row row, int length) {
        sink.reserve(2 * ByteSink.VARINT_BYTES + length);
        sink.varint((long) length << HEAD_SHIFT | marks(row));
        sink.signed(row.micros - micros);
        micros = row.micros;
        sink.raw(row.bytes(), 0, length);
    }

    private static int marks(Row row) {
        return (row.promptStart ? PROMPT : 0) | (row.outputStart ? OUTPUT : 0) | (row.wrapped ? WRAPPED : 0);
    }

    private void dressed(Row row, int length) {
        int kind = kind(row, length);
        boolean styled = styled(row, length);
        int tail = row.tail();
        sink.varint((long) length << HEAD_SHIFT | kind | (styled ? STYLED : 0)
                | (tail == 0 ? 0 : TAILED) | marks(row));
        sink.signed(row.micros - micros);
        micros = row.micros;
        if (kind == WORDS) {
            words(row, length);
        } else if (!row.plainText()) {
            cells(row, length);
        } else {
            sink.raw(row.bytes(), 0, length);
        }
        if (styled) {
            runs(row, length);
        }
        if (tail != 0) {
            style(row.looks(), tail);
        }
    }

    /** How the cells are written. Equal rows must be written equally, however they came to be. */
    private int kind(Row row, int length) {
        if (row.plainText()) {
            return 0;
        }
        int[] cells = row.cells();
        int used = Math.min(length, row.extent());
        int bits = 0;
        int aboveWords = 0;
        for (int x = 0; x < used; x++) {
            int cell = cells[x];
            bits |= cell;
            aboveWords |= (cell & 0xFFFF) + 1 | cell & (Cell.CLUSTER | 0x1F0000);
        }
        wide = (bits & Cell.WIDE) != 0;
        if (bits < 128) {
            return 0;
        }
        return aboveWords < 0x10000 ? WORDS : COMPLEX;
    }

    private void words(Row row, int length) {
        sink.reserve(2 * length);
        int[] cells = row.cells();
        byte[] to = sink.array();
        int at = sink.length();
        int used = Math.min(length, row.extent());
        for (int x = 0; x < used; x++) {
            int cell = cells[x];
            int word = cell == Cell.RIGHT ? RIGHT_WORD : cell;
            to[at + 2 * x] = (byte) word;
            to[at + 2 * x + 1] = (byte) (word >> 8);
        }
        Arrays.fill(to, at + 2 * used, at + 2 * length, (byte) 0);
        sink.truncate(at + 2 * length);
    }

    private static boolean styled(Row row, int length) {
        int end = row.oneStyle() ? Math.min(length, 1) : length;
        int x = 0;
        while (x < end && row.styleNumber(x) == 0) {
            x++;
        }
        return x < end;
    }

    private void cells(Row row, int length) {
        int[] cells = row.cells();
        for (int x = 0; x < length; x++) {
            int cell = x < row.extent() ? cells[x] : Cell.BLANK;
            if (cell < Cell.CLUSTER) {
                sink.utf8(cell);
            } else if (!Cell.right(cell)) {
                flagged(row, cell);
            }
        }
    }

    /** A cell that is more than one narrow character. */
    private void flagged(Row row, int cell) {
        if (Cell.cluster(cell)) {
            int count = row.looks().clusters().codePoints(cell, cluster);
            sink.u8(Cell.wide(cell) ? WIDE_CLUSTER : NARROW_CLUSTER);
            sink.u8(count);
            for (int i = 0; i < count; i++) {
                sink.utf8(cluster[i]);
            }
        } else {
            sink.u8(WIDE);
            sink.utf8(Cell.value(cell));
        }
    }

    private void runs(Row row, int length) {
        if (row.oneStyle()) {
            sink.varint(length);
            style(row.looks(), row.styleNumber(0));
            return;
        }
        int start = 0;
        int style = row.styleNumber(0);
        for (int x = 1; x < length; x++) {
            int next = row.styleNumber(x);
            if (next != style) {
                sink.varint(x - start);
                style(row.looks(), style);
                start = x;
                style = next;
            }
        }
        sink.varint(length - start);
        style(row.looks(), style);
    }

    private void style(Looks looks, int number) {
        if (number >= known.length) {
            int length = known.length;
            known = Arrays.copyOf(known, Math.max(length * 2, number + 1));
            Arrays.fill(known, length, known.length, UNKNOWN);
        }
        int here = known[number];
        if (here != UNKNOWN) {
            sink.varint(here);
        } else {
            introduce(looks.styles(), number);
        }
    }

    private void introduce(StyleTable table, int number) {
        int before = styles.size();
        int here = styles.intern(table.packed(number), table.underlineColour(number), table.link(number));
        known[number] = here;
        sink.varint(here);
        if (styles.size() > before) {
            definition(sink, styles, here);
        }
    }

    /** Writes what a style is, for one that {@link LineReader#definition} reads. */
    static void definition(ByteSink sink, StyleTable styles, int number) {
        Style style = styles.style(number);
        sink.varint(style.foreground() + 1L);
        sink.varint(style.background() + 1L);
        sink.varint(style.underlineColour() + 1L);
        Link link = style.link();
        sink.varint((long) style.attributes() << 1 | (link.none() ? 0 : 1));
        if (!link.none()) {
            sink.string(link.id());
            sink.string(link.uri());
        }
    }
}
