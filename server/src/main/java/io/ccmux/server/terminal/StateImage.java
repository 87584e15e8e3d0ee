package io.ccmux.server.terminal;

import java.util.List;

/**
 * What an image holds besides the sealed blocks of history.
 *
 * <pre>
 *  state   = columns | rows | x | y | pending wrap | margins: top bottom left right | micros | printed | directory
 *          | pen: style, underline colour, link | charsets | modes | tab stops | palette | titles | keyboard | parser
 *          | printer | screens | history
 *  screens = on main? | saved cursors | other keyboard | rows of main | form of alternate | its rows
 *          | cursor and margins of main
 *  form    = 0: there is none; 1: its rows, longer than it is wide if cells are hidden; 2: the same, but before
 *            them how many are hidden above and below, and all of those among them; 2 more
 *            if margins of main follow
 *  history = limit | skipped lines | block being filled | the open line, wrapped if there is one
 * </pre>
 *
 * <p>Numbers are varints; rows are lines as {@link LineWriter} writes them, one after the other.
 */
final class StateImage {
    private static final int SIDE_MAX = Params.VALUE_MAX;
    /** Most states are no larger, but for the block of history that is being filled. */
    private static final int STATE_BYTES = 8 << 10;

    private StateImage() {}

    static byte[] write(Emulator emulator, Parser parser) {
        ByteSink sink = new ByteSink(
                STATE_BYTES + emulator.history.tail().bytes() + 2 * emulator.history.tail().lines());
        place(sink, emulator);
        sink.signed(emulator.micros);
        sink.bool(emulator.printed);
        sink.string(emulator.directory);
        pen(sink, emulator.pen);
        sink.varint(emulator.charsets.state());
        emulator.modes.write(sink);
        emulator.tabs.write(sink);
        emulator.palette.write(sink);
        emulator.titles.write(sink);
        emulator.keyboard.write(sink);
        parser.write(sink);
        emulator.printer.write(sink);
        LineWriter lines = new LineWriter(sink);
        emulator.screens.write(sink, lines);
        emulator.history.write(sink, lines);
        return sink.toByteArray();
    }

    private static void place(ByteSink sink, Emulator emulator) {
        sink.varint(emulator.columns);
        sink.varint(emulator.rows);
        sink.varint(emulator.x);
        sink.varint(emulator.y);
        sink.bool(emulator.pendingWrap);
        sink.varint(emulator.top);
        sink.varint(emulator.bottom);
        sink.varint(emulator.left);
        sink.varint(emulator.right);
    }

    private static void pen(ByteSink sink, Pen pen) {
        sink.varint(pen.packed());
        sink.varint(pen.underlineColour() + 1L);
        sink.string(pen.link().id());
        sink.string(pen.link().uri());
    }

    /** Makes an emulator what the image says; the parser must be the emulator's. */
    private static void read(ByteSource source, Emulator emulator, Parser parser, List<HistoryBlock> blocks)
            throws CorruptImageException {
        emulator.micros = source.signed();
        emulator.printed = source.bool();
        emulator.directory = source.string();
        emulator.pen.set(source.varint() & StyleTable.BITS, source.number(Style.RGB * 2) - 1);
        emulator.pen.link(emulator.links.intern(new Link(source.string(), source.string())));
        emulator.charsets.state(source.number(Charsets.STATE_MAX));
        emulator.modes.read(source);
        emulator.tabs.read(source);
        emulator.palette.read(source);
        emulator.titles.read(source);
        emulator.keyboard.read(source);
        parser.read(source);
        emulator.printer.read(source);
        LineReader lines = new LineReader(source, emulator.looks);
        emulator.screens.read(source, lines);
        emulator.history.read(source, lines, blocks);
        if (source.left() != 0) {
            throw new CorruptImageException(source.left() + " bytes after the end of a state");
        }
    }

    /** An emulator and its parser. */
    record Restored(Emulator emulator, Parser parser) {}

    static Restored restore(TerminalImage image, TerminalSettings settings) throws CorruptImageException {
        ByteSource source = new ByteSource(image.state());
        int columns = source.number(SIDE_MAX);
        int rows = source.number(SIDE_MAX);
        if (columns == 0 || rows == 0 || (long) columns * rows > Emulator.CELLS_MAX) {
            throw new CorruptImageException("a terminal of " + columns + " x " + rows);
        }
        Emulator emulator = new Emulator(columns, rows, settings);
        emulator.x = source.number(columns - 1);
        emulator.y = source.number(rows - 1);
        emulator.pendingWrap = source.bool();
        emulator.top = source.number(rows - 1);
        emulator.bottom = source.number(rows);
        emulator.left = source.number(columns - 1);
        emulator.right = source.number(columns);
        if (emulator.top >= emulator.bottom || emulator.left >= emulator.right) {
            throw new CorruptImageException("margins that leave nothing between them");
        }
        Parser parser = new Parser(emulator);
        read(source, emulator, parser, image.history());
        return new Restored(emulator, parser);
    }

    static void check(TerminalImage image) throws CorruptImageException {
        restore(image, TerminalSettings.standard(0, BlockCompressor.NONE));
    }
}
