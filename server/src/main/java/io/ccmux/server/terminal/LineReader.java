package io.ccmux.server.terminal;

import java.util.Arrays;

/** Reads what a {@link LineWriter} wrote, into rows that share some looks. */
final class LineReader {
    /** Cells a line may have; what would be longer was cut when it was written. */
    static final int CELLS_MAX = Scrollback.LINE_CELLS_MAX;
    private static final int COLOUR_MAX = Style.RGB * 2;

    private final ByteSource source;
    private final Looks looks;
    /** The number in the looks of each style met so far. */
    private int[] numbers = new int[16];
    private int count = 1;
    private long micros;

    LineReader(ByteSource source, Looks looks) {
        this.source = source;
        this.looks = looks;
    }

    /** Reads a line into a row of that capacity, or of what the line needs if it is longer. */
    Row read(int capacity) throws CorruptImageException {
        long head = source.varint();
        int length = length(head);
        Row row = new Row(looks, Math.max(capacity, length));
        micros += source.signed();
        row.micros = micros;
        row.promptStart = (head & LineWriter.PROMPT) != 0;
        row.outputStart = (head & LineWriter.OUTPUT) != 0;
        row.wrapped = (head & LineWriter.WRAPPED) != 0;
        if ((head & LineWriter.WORDS) != 0) {
            words(row, length);
        } else if ((head & LineWriter.COMPLEX) != 0) {
            complexCells(row, length);
        } else {
            plainCells(row, length);
        }
        if ((head & LineWriter.STYLED) != 0) {
            runs(row, length);
        }
        row.finish(length, (head & LineWriter.TAILED) != 0 ? style() : 0);
        return row;
    }

    /** Goes past a line, remembering the styles it introduces. */
    void skip() throws CorruptImageException {
        long head = source.varint();
        int length = length(head);
        micros += source.signed();
        if ((head & LineWriter.WORDS) != 0) {
            source.skip(2 * length);
        } else if ((head & LineWriter.COMPLEX) != 0) {
            skipCells(length);
        } else {
            source.skip(length);
        }
        if ((head & LineWriter.STYLED) != 0) {
            for (int x = 0; x < length;) {
                x += run(length - x);
                style();
            }
        }
        if ((head & LineWriter.TAILED) != 0) {
            style();
        }
    }

    /** The time of the line before the next one to be read. */
    long micros() {
        return micros;
    }

    /** How many styles the lines read so far have introduced, and the plain one. */
    int styles() {
        return count;
    }

    /** The first styles the lines have introduced, numbered as in the lines. */
    StyleTable introduced(int first) {
        StyleTable table = new StyleTable();
        StyleTable source = looks.styles();
        for (int number = 1; number < first; number++) {
            table.intern(source.packed(numbers[number]), source.underlineColour(numbers[number]),
                    source.link(numbers[number]));
        }
        return table;
    }

    /** Goes back to the start of a line: when it was read first, there were that time and so many styles. */
    void seek(int position, long time, int styles) {
        source.position(position);
        micros = time;
        count = styles;
    }

    private static int length(long head) throws CorruptImageException {
        long length = head >>> LineWriter.HEAD_SHIFT;
        if (length > CELLS_MAX) {
            throw new CorruptImageException("a line of " + length + " cells");
        }
        return (int) length;
    }

    private void plainCells(Row row, int length) throws CorruptImageException {
        byte[] bytes = source.raw(length);
        for (byte cell : bytes) {
            if (cell < 0) {
                throw new CorruptImageException("a cell of plain text that is none");
            }
        }
        row.print(0, bytes, 0, length, 0);
    }

    private void words(Row row, int length) throws CorruptImageException {
        int before = Cell.BLANK;
        for (int x = 0; x < length; x++) {
            int word = source.u8() | source.u8() << 8;
            boolean right = word == LineWriter.RIGHT_WORD;
            if (right && (x == 0 || Cell.right(before))) {
                throw new CorruptImageException("half a wide cell");
            }
            if (right) {
                row.put(x - 1, before | Cell.WIDE, 0);
            }
            before = right ? Cell.RIGHT : word;
            row.put(x, before, 0);
        }
    }

    private void complexCells(Row row, int length) throws CorruptImageException {
        for (int x = 0; x < length;) {
            int cell = cell();
            int width = Cell.width(cell);
            if (x + width > length) {
                throw new CorruptImageException("half a wide cell");
            }
            row.put(x, cell, 0);
            if (width == 2) {
                row.put(x + 1, Cell.RIGHT, 0);
            }
            x += width;
        }
    }

    private int cell() throws CorruptImageException {
        int lead = source.u8();
        if (lead < LineWriter.NARROW_CLUSTER) {
            source.position(source.position() - 1);
            return source.utf8();
        }
        int wide = lead == LineWriter.NARROW_CLUSTER ? 0 : Cell.WIDE;
        int more = lead == LineWriter.WIDE ? 0 : source.number(ClusterTable.CODE_POINTS_MAX) - 1;
        int cell = source.utf8();
        for (int i = 0; i < more; i++) {
            cell = looks.clusters().extend(cell, source.utf8());
        }
        return cell | wide;
    }

    private void skipCells(int length) throws CorruptImageException {
        for (int x = 0; x < length; x++) {
            int lead = source.u8();
            if (lead < LineWriter.NARROW_CLUSTER) {
                source.position(source.position() - 1);
                source.utf8();
                continue;
            }
            x += lead == LineWriter.NARROW_CLUSTER ? 0 : 1;
            int codePoints = lead == LineWriter.WIDE ? 1 : source.number(ClusterTable.CODE_POINTS_MAX);
            for (int i = 0; i < codePoints; i++) {
                source.utf8();
            }
        }
    }

    private void runs(Row row, int length) throws CorruptImageException {
        for (int x = 0; x < length;) {
            int cells = run(length - x);
            row.dress(x, x + cells, style());
            x += cells;
        }
    }

    private int run(int left) throws CorruptImageException {
        int cells = source.number(left);
        if (cells == 0) {
            throw new CorruptImageException("a run of no cells");
        }
        return cells;
    }

    private int style() throws CorruptImageException {
        int number = source.number(count);
        if (number == count) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = definition(source, looks.styles());
        }
        return numbers[number];
    }

    static int definition(ByteSource source, StyleTable styles) throws CorruptImageException {
        int foreground = source.number(COLOUR_MAX) - 1;
        int background = source.number(COLOUR_MAX) - 1;
        int underlineColour = source.number(COLOUR_MAX) - 1;
        int attributes = source.number(Style.PROTECTED << 2);
        Link link = (attributes & 1) == 0 ? Link.NONE : new Link(source.string(), source.string());
        return styles.intern(StyleTable.pack(foreground, background, attributes >> 1), underlineColour, link);
    }
}
