package io.ccmux.server.terminal;

/** Gives back the lines of one block of history, in any order. */
final class BlockReader {
    private final int[] offsets;
    private final long[] times;
    private final int[] styles;
    private final LineReader reader;

    BlockReader(byte[] raw, int bytes, int lines, Looks looks) throws CorruptImageException {
        ByteSource source = new ByteSource(raw, 0, bytes);
        reader = new LineReader(source, looks);
        offsets = new int[lines];
        times = new long[lines + 1];
        styles = new int[lines + 1];
        for (int line = 0; line < lines; line++) {
            offsets[line] = source.position();
            times[line] = reader.micros();
            styles[line] = reader.styles();
            reader.skip();
        }
        times[lines] = reader.micros();
        styles[lines] = reader.styles();
        if (source.left() != 0) {
            throw new CorruptImageException(source.left() + " bytes after the last line of a block");
        }
    }

    /** Of a block that this terminal wrote itself, or has read before. */
    static BlockReader of(byte[] raw, int bytes, int lines, Looks looks) {
        try {
            return new BlockReader(raw, bytes, lines, looks);
        } catch (CorruptImageException damage) {
            throw new IllegalStateException("a block of history is damaged", damage);
        }
    }

    Row line(int line) {
        reader.seek(offsets[line], times[line], styles[line]);
        try {
            return reader.read(0);
        } catch (CorruptImageException damage) {
            throw new IllegalStateException("a line of history is damaged", damage);
        }
    }

    /** Reads a line of a block that may be damaged; it must have that many cells. */
    void check(int line, int length) throws CorruptImageException {
        reader.seek(offsets[line], times[line], styles[line]);
        if (reader.read(0).capacity() != length) {
            throw new CorruptImageException("a line of history that has not the length it should");
        }
    }

    /** Where a line starts. */
    int offset(int line) {
        return offsets[line];
    }

    /** Makes a writer go on after that many lines. */
    void resume(LineWriter writer, int lines) {
        writer.resume(reader.introduced(styles[lines]), times[lines]);
    }
}
