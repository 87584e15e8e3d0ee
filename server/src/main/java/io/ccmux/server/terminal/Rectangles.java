package io.ccmux.server.terminal;

import java.util.Arrays;

/** The functions of a VT420 that work on a rectangle of cells. Its sides are counted from 1, as CUP does. */
final class Rectangles {
    private static final int SIDES = 4;
    /** The longest answer with a checksum: if there is no room for it, none is worked out. */
    private static final int CHECKSUM_BYTES = 15;
    /** Attributes by the number that turns them on, and by 20 more off; 22 is taken for 21. */
    private static final int[] ATTRIBUTES = {0, Style.BOLD, 0, 0, Style.UNDERLINE_MASK, Style.BLINK, 0, Style.REVERSE,
        Style.HIDDEN};
    private static final int ALL = Style.BOLD | Style.UNDERLINE_MASK | Style.BLINK | Style.REVERSE | Style.HIDDEN;
    /** Of the underline's style the bit that makes it a single one. */
    private static final int SINGLE = ~Style.UNDERLINE_MASK | 1 << Style.UNDERLINE_SHIFT;

    private final Emulator emulator;

    Rectangles(Emulator emulator) {
        this.emulator = emulator;
    }

    /** Cells from the first row and column to before the last. */
    private record Area(int top, int left, int bottom, int right) {
        boolean isEmpty() {
            return top >= bottom || left >= right;
        }
    }

    private Area area(Params params, int at) {
        boolean origin = emulator.is(Mode.ORIGIN);
        int firstRow = origin ? emulator.top : 0;
        int firstColumn = origin ? emulator.left : 0;
        int rows = origin ? emulator.bottom : emulator.rows;
        int columns = origin ? emulator.right : emulator.columns;
        return new Area(firstRow + params.amount(at) - 1, firstColumn + params.amount(at + 1) - 1,
                Math.min(rows, firstRow + positive(params, at + 2, rows)),
                Math.min(columns, firstColumn + positive(params, at + 3, columns)));
    }

    private static int positive(Params params, int at, int fallback) {
        int value = params.number(at);
        return value == 0 ? fallback : value;
    }

    /** DECERA. */
    void erase(Params params) {
        Area area = area(params, 0);
        for (int y = area.top; y < area.bottom && !area.isEmpty(); y++) {
            emulator.edit(y).erase(area.left, area.right, emulator.pen.blank());
        }
        emulator.printer.breakCluster();
    }

    /** DECSERA: unlike DECERA it leaves the attributes, and what DECSCA protects. */
    void eraseSelectively(Params params) {
        Area area = area(params, 0);
        for (int y = area.top; y < area.bottom && !area.isEmpty(); y++) {
            Row row = emulator.edit(y);
            for (int x = area.left; x < area.right;) {
                int style = row.styleNumber(x);
                int end = Math.min(row.styleEnd(x), area.right);
                if (emulator.is(Mode.ISO_PROTECTION) || !emulator.looks.styles().isProtected(style)) {
                    row.erase(x, end, style);
                }
                x = end;
            }
        }
        emulator.printer.breakCluster();
    }

    /**
     * DECRQCRA: the negative sum of the cells, as xterm makes it unless it is told otherwise; what was never printed
     * in counts for nothing, but for the first cell. Nobody answers unless the user lets programs know the screen.
     */
    void checksum(Params params) {
        if (!emulator.options.tellsChecksums() || !emulator.notices.takes(CHECKSUM_BYTES)) {
            return;
        }
        Area area = area(params, 2);
        int sum = 0;
        for (int y = area.top; y < area.bottom; y++) {
            Row row = emulator.screen().row(y);
            for (int x = area.left; x < area.right; x++) {
                boolean first = y == area.top && x == area.left;
                boolean counts = first || row.cell(x) != Cell.BLANK || row.styleNumber(x) != 0;
                sum += counts ? weight(row, x) : 0;
            }
        }
        Reports.checksum(emulator, params.number(0), -sum & 0xFFFF);
    }

    private static int weight(Row row, int x) {
        Style style = row.style(x);
        int character = row.cell(x) == Cell.BLANK ? ' ' : row.codePoint(x) & 0xFF;
        return character + (style.underline() == 0 ? 0 : 0x10) + (style.has(Style.REVERSE) ? 0x20 : 0)
                + (style.has(Style.BLINK) ? 0x40 : 0) + (style.has(Style.BOLD) ? 0x80 : 0);
    }

    /** DECFRA. */
    void fill(Params params) {
        int character = params.number(0);
        Area area = area(params, 1);
        boolean printable = character >= ' ' && character < 0x7F || character >= 0xA0 && character <= 0xFF;
        if (!printable || area.isEmpty()) {
            return;
        }
        int[] text = new int[area.right - area.left];
        Arrays.fill(text, character);
        for (int y = area.top; y < area.bottom; y++) {
            emulator.edit(y).print(area.left, text, 0, text.length, 1, emulator.pen.style());
        }
        emulator.printer.breakCluster();
    }

    /** DECCARA. */
    void change(Params params) {
        int on = 0;
        int off = params.count() <= SIDES ? ALL : 0;
        for (int i = SIDES; i < params.count(); i++) {
            int number = params.number(i);
            int attribute = number == 0 ? ALL : attribute(number == 22 ? 1 : number > 20 ? number - 20 : number);
            off |= attribute;
            on = number == 0 || number > 20 ? on & ~attribute : on | attribute & SINGLE;
        }
        restyle(params, off, on);
    }

    /** DECRARA: all of them if none is named. */
    void reverse(Params params) {
        int flipped = params.count() <= SIDES ? ALL : 0;
        for (int i = SIDES; i < params.count(); i++) {
            flipped ^= params.number(i) == 0 ? ALL : attribute(params.number(i));
        }
        restyle(params, 0, flipped & SINGLE);
    }

    private static int attribute(int number) {
        return number < ATTRIBUTES.length ? ATTRIBUTES[number] : 0;
    }

    /** Turns attributes off, then others over. */
    private void restyle(Params params, int off, int flipped) {
        Area area = area(params, 0);
        boolean rectangle = emulator.is(Mode.RECTANGLE_EXTENT);
        StyleTable styles = emulator.looks.styles();
        for (int y = area.top; y < area.bottom; y++) {
            int from = rectangle || y == area.top ? area.left : 0;
            int to = rectangle || y == area.bottom - 1 ? area.right : emulator.columns;
            emulator.edit(y).restyle(from, to, number -> styles.changed(number, off, flipped));
        }
        emulator.printer.breakCluster();
    }

    /** DECCRA. There is one page only. */
    void copy(Params params) {
        Area from = area(params, 0);
        boolean origin = emulator.is(Mode.ORIGIN);
        int y = params.amount(SIDES + 1) - 1 + (origin ? emulator.top : 0);
        int x = params.amount(SIDES + 2) - 1 + (origin ? emulator.left : 0);
        int width = Math.min(from.right - from.left, emulator.columns - x);
        int height = Math.min(from.bottom - from.top, emulator.rows - y);
        if (from.isEmpty() || width <= 0 || height <= 0) {
            return;
        }
        Row[] copied = new Row[height];
        for (int i = 0; i < height; i++) {
            copied[i] = new Row(emulator.looks, width);
            copied[i].copy(emulator.screen().row(from.top + i), from.left, width, 0, 0);
        }
        for (int i = 0; i < height; i++) {
            emulator.edit(y + i).copy(copied[i], 0, width, x, emulator.pen.blank());
        }
        emulator.printer.breakCluster();
    }
}
