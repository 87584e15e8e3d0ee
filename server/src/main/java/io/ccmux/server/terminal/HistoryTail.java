package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.Optional;

/** The newest block of history, which still takes in lines. */
final class HistoryTail {
    private static final int LINES = 64;
    private static final int BYTES = 4 << 10;

    private final ByteSink sink = new ByteSink(BYTES);
    private final LineWriter writer = new LineWriter(sink);
    private char[] lengths = new char[LINES];
    private int lines;
    /** Reads the lines while they are taken out one after the other. */
    private Optional<BlockReader> popping = Optional.empty();

    int lines() {
        return lines;
    }

    int bytes() {
        return sink.length();
    }

    char length(int line) {
        return lengths[line];
    }

    byte[] raw() {
        return sink.array();
    }

    void add(Row line, int length) {
        if (lines == lengths.length) {
            lengths = Arrays.copyOf(lengths, lines * 2);
        }
        popping = Optional.empty();
        writer.write(line, length);
        lengths[lines++] = (char) (writer.wide() ? length | HistoryBlock.WIDE : length);
    }

    /** What it holds, as a block that does not change. */
    HistoryBlock block() {
        byte[] bytes = sink.toByteArray();
        return new HistoryBlock(Arrays.copyOf(lengths, lines), bytes.length, bytes);
    }

    /** Writes {@link #block} without making it first. */
    void write(ByteSink target) {
        target.varint(sink.length());
        target.varint(lines);
        for (int line = 0; line < lines; line++) {
            target.varint(lengths[line]);
        }
        target.varint(sink.length());
        target.raw(sink.array(), 0, sink.length());
    }

    HistoryBlock seal() {
        HistoryBlock block = block();
        clear();
        return block;
    }

    void clear() {
        popping = Optional.empty();
        sink.clear();
        writer.restart();
        lines = 0;
    }

    void forgetNumbers() {
        writer.forgetNumbers();
        popping = Optional.empty();
    }

    /** Goes on where a block was sealed. */
    void restore(HistoryBlock block, byte[] raw) {
        clear();
        lengths = Arrays.copyOf(block.lengths(), Math.max(LINES, block.lines()));
        lines = block.lines();
        sink.raw(raw, 0, raw.length);
        reader(new Looks()).resume(writer, lines);
    }

    /** Takes the last line out, as a row with these looks. */
    Row pop(Looks looks) {
        BlockReader reader = popping.orElseGet(() -> reader(looks));
        popping = Optional.of(reader);
        lines--;
        Row line = reader.line(lines);
        sink.truncate(reader.offset(lines));
        reader.resume(writer, lines);
        return line;
    }

    private BlockReader reader(Looks looks) {
        return BlockReader.of(sink.array(), sink.length(), lines, looks);
    }
}
