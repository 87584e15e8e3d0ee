package io.ccmux.server.terminal;

import java.util.Arrays;

/** The newest block of history, which still takes in lines. */
final class HistoryTail {
    private static final int LINES = 64;
    private static final int BYTES = 4 << 10;

    private final ByteSink sink = new ByteSink(BYTES);
    private final LineWriter writer = new LineWriter(sink);
    private char[] lengths = new char[LINES];
    private int lines;

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
        writer.write(line, length);
        lengths[lines++] = (char) (writer.wide() ? length | HistoryBlock.WIDE : length);
    }

    /** What it holds, as a block that does not change. */
    HistoryBlock block() {
        byte[] bytes = sink.toByteArray();
        return new HistoryBlock(Arrays.copyOf(lengths, lines), bytes.length, bytes);
    }

    HistoryBlock seal() {
        HistoryBlock block = block();
        clear();
        return block;
    }

    void clear() {
        sink.clear();
        writer.restart();
        lines = 0;
    }

    void forgetNumbers() {
        writer.forgetNumbers();
    }

    /** Goes on where a block was sealed. */
    void restore(HistoryBlock block, byte[] raw) {
        clear();
        lengths = Arrays.copyOf(block.lengths(), Math.max(LINES, block.lines()));
        lines = block.lines();
        sink.raw(raw, 0, raw.length);
        resume();
    }

    /** Takes the last line out, as a row with these looks. */
    Row pop(Looks looks) {
        BlockReader reader = reader(looks);
        Row line = reader.line(lines - 1);
        lines--;
        sink.truncate(reader.offset(lines));
        resume();
        return line;
    }

    BlockReader reader(Looks looks) {
        return BlockReader.of(sink.array(), sink.length(), lines, looks);
    }

    /** Makes the writer know the styles and the time that a reader of the lines knows at their end. */
    private void resume() {
        Looks looks = new Looks();
        BlockReader.of(sink.array(), sink.length(), lines, looks).resume(writer);
    }
}
