package io.ccmux.server.terminal;

import java.util.Arrays;

/** Some hundred lines of history that do not change any more, as {@link LineWriter} writes them. */
public final class HistoryBlock {
    /** Bytes of lines from which on a block is full. */
    static final int FULL_BYTES = 64 << 10;
    /** Bytes of lines a block can have: its last line may be the longest, with another link in each cell. */
    private static final int RAW_BYTES_MAX = 128 << 20;
    /** Set in the length of a line with wide cells, whose rows cannot be told from its length. */
    static final char WIDE = 0x8000;

    private final char[] lengths;
    private final int rawBytes;
    private final byte[] bytes;
    /** The last answer to {@link #rows}. */
    private int rowsWidth;
    private int rows;

    /**
     * @param lengths of each line, in cells; {@link #WIDE} is added if the line has wide cells
     * @param rawBytes of the lines
     * @param bytes the lines; compressed if there are fewer of them than {@code rawBytes}
     */
    HistoryBlock(char[] lengths, int rawBytes, byte[] bytes) {
        this.lengths = lengths;
        this.rawBytes = rawBytes;
        this.bytes = bytes;
    }

    char[] lengths() {
        return lengths;
    }

    int rawBytes() {
        return rawBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean compressed() {
        return bytes.length < rawBytes;
    }

    int lines() {
        return lengths.length;
    }

    /** Bytes of memory it takes. */
    long footprint() {
        return bytes.length + 2L * lengths.length;
    }

    HistoryBlock compress(BlockCompressor compressor) {
        byte[] small = compressor.compress(bytes);
        return small.length < rawBytes ? new HistoryBlock(lengths, rawBytes, small) : this;
    }

    byte[] raw(BlockCompressor compressor) {
        return compressed() ? compressor.decompress(bytes, rawBytes) : bytes;
    }

    /** Rows that its lines fill. */
    int rows(int width, BlockCompressor compressor) {
        if (rowsWidth != width) {
            rows = new HistoryPage(this, 0, width, compressor).rows();
            rowsWidth = width;
        }
        return rows;
    }

    void write(ByteSink sink) {
        sink.varint(rawBytes);
        sink.varint(lengths.length);
        for (char length : lengths) {
            sink.varint(length);
        }
        sink.sized(bytes);
    }

    /** Bytes that {@link #write} writes. */
    long encodedBytes() {
        long length = ByteSink.varintBytes(rawBytes) + ByteSink.varintBytes(lengths.length)
                + ByteSink.varintBytes(bytes.length) + bytes.length;
        for (char line : lengths) {
            length += ByteSink.varintBytes(line);
        }
        return length;
    }

    static HistoryBlock read(ByteSource source) throws CorruptImageException {
        int rawBytes = source.number(RAW_BYTES_MAX);
        char[] lengths = new char[source.count()];
        for (int line = 0; line < lengths.length; line++) {
            lengths[line] = (char) source.number(Character.MAX_VALUE);
        }
        HistoryBlock block = new HistoryBlock(lengths, rawBytes, source.sized());
        if (block.bytes.length > rawBytes) {
            throw new CorruptImageException("a block that is larger than its lines");
        }
        if (!block.compressed()) {
            block.check();
        }
        return block;
    }

    /** Reads all lines once. */
    private void check() throws CorruptImageException {
        BlockReader reader = new BlockReader(bytes, rawBytes, lines(), new Looks());
        for (int line = 0; line < lines(); line++) {
            reader.check(line, lengths[line] & WIDE - 1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryBlock that && rawBytes == that.rawBytes && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
