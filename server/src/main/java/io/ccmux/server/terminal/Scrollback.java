package io.ccmux.server.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that have left the top of the main screen, oldest first. They are logical lines, whatever the width they
 * were printed at: a resize changes nothing here, the rows of a width are worked out when somebody asks.
 *
 * <pre>
 *   blocks                                                        being filled        open
 *  +-------------+-------------+-------------+     +-------------+----------------+  +--------------------------+
 *  | compressed  | compressed  | compressed  | ... | sealed, raw | raw            |  | a line whose end is still|
 *  +-------------+-------------+-------------+     +-------------+----------------+  | on the screen            |
 *   ^ skipped lines, forgotten                      RAW_BLOCKS of them               +--------------------------+
 * </pre>
 */
public final class Scrollback {
    /** Cells of a logical line; a longer one is cut in two. */
    static final int LINE_CELLS_MAX = 0x7FFF;
    /** Cells of a buffer that is used again for the next long line. */
    private static final int OPEN_CELLS_KEPT = 4096;
    /** Sealed blocks that are left uncompressed, because they are the ones read, or dropped soon. */
    private static final int RAW_BLOCKS = 4;

    private final Looks looks;
    private final BlockCompressor compressor;
    private final int bytesMax;
    private final List<HistoryBlock> blocks = new ArrayList<>();
    private final HistoryTail tail = new HistoryTail();
    private final HistoryView view = new HistoryView(this);
    private Row open;
    private int openLength;
    private boolean opened;
    /** Lines of the oldest block that are forgotten already. */
    private int skipped;
    private long sealedLines;
    private long sealedRawBytes;
    private long sealedFootprint;
    private int limit;
    private int columns;
    private long version;

    Scrollback(int columns, TerminalSettings settings, Looks looks) {
        this.columns = columns;
        this.looks = looks;
        compressor = settings.compressor();
        bytesMax = settings.historyBytesMax();
        limit = settings.historyLimit();
        open = new Row(looks, columns);
    }

    /** Rows it fills at the present width. */
    public int rows() {
        return view.rows();
    }

    /** A row as the present width cuts it; 0 is the oldest. Immutable. */
    public Row row(int index) {
        return view.row(index);
    }

    /** Logical lines. */
    public long lines() {
        return sealedLines + tail.lines() - skipped + (opened ? 1 : 0);
    }

    /** Bytes held in memory for them. */
    public long bytes() {
        return sealedFootprint + tail.bytes() + 2L * tail.lines() + openLength;
    }

    /** Bytes of memory that {@link #forgetBlock} could give back. */
    long sealedBytes() {
        return sealedFootprint;
    }

    /** Logical lines it may have. */
    public long limit() {
        return limit;
    }

    /** Takes in the row that leaves the screen. */
    void push(Row shown) {
        Row row = Wrap.whole(shown);
        version++;
        if (limit == 0) {
            return;
        }
        if (opened || row.wrapped || row.capacity() > columns) {
            extend(row);
        } else {
            add(row, row.used());
        }
        while (lines() > limit) {
            forgetOldest();
        }
    }

    private void extend(Row row) {
        int length = Wrap.length(row, columns);
        if (openLength + length > LINE_CELLS_MAX) {
            close();
        }
        Wrap.append(open, openLength, row, length);
        openLength += length;
        opened = true;
        if (!row.wrapped) {
            close();
        }
    }

    private void close() {
        opened = false;
        open.wrapped = false;
        add(open, openLength);
        openLength = 0;
        if (open.capacity() > OPEN_CELLS_KEPT) {
            open = new Row(looks, columns);
        } else {
            open.clear(0);
        }
    }

    private void add(Row line, int length) {
        tail.add(line, length);
        if (tail.bytes() >= HistoryBlock.FULL_BYTES) {
            seal();
        }
    }

    private void seal() {
        HistoryBlock block = tail.seal();
        blocks.add(block);
        count(block, 1);
        int settled = blocks.size() - 1 - RAW_BLOCKS;
        if (settled >= 0 && !blocks.get(settled).compressed()) {
            HistoryBlock small = blocks.get(settled).compress(compressor);
            count(blocks.set(settled, small), -1);
            count(small, 1);
        }
        while (sealedRawBytes > bytesMax) {
            dropOldestBlock();
        }
    }

    private void count(HistoryBlock block, int sign) {
        sealedLines += (long) sign * block.lines();
        sealedRawBytes += (long) sign * block.rawBytes();
        sealedFootprint += sign * block.footprint();
    }

    private void forgetOldest() {
        skipped++;
        if (!blocks.isEmpty() && skipped == blocks.getFirst().lines()) {
            dropOldestBlock();
        } else if (blocks.isEmpty() && skipped == tail.lines()) {
            tail.clear();
            skipped = 0;
        } else if (blocks.isEmpty() && skipped > tail.lines()) {
            skipped = 0;
            opened = false;
            openLength = 0;
        }
    }

    private void dropOldestBlock() {
        count(blocks.removeFirst(), -1);
        skipped = 0;
    }

    /** Forgets its oldest lines, some hundred of them; nothing if there are not so many. */
    void forgetBlock() {
        if (!blocks.isEmpty()) {
            version++;
            dropOldestBlock();
        }
    }

    /** The line whose end was still to come has ended. */
    void endLine() {
        if (opened) {
            version++;
            close();
        }
    }

    /** Takes the newest line out again: it returns to the screen. Empty if there is none. */
    Row pop() {
        version++;
        Row line;
        if (opened) {
            line = open;
            line.finish(openLength, line.tail());
            open = new Row(looks, columns);
            opened = false;
            openLength = 0;
            return line;
        }
        if (tail.lines() == 0 && !blocks.isEmpty()) {
            unseal();
        }
        line = tail.pop(looks);
        if (blocks.isEmpty() && skipped == tail.lines()) {
            tail.clear();
            skipped = 0;
        }
        return line;
    }

    private void unseal() {
        HistoryBlock block = blocks.removeLast();
        count(block, -1);
        tail.restore(block, block.raw(compressor));
    }

    boolean isEmpty() {
        return lines() == 0;
    }

    /** Whether the newest line goes on at the top of the screen. */
    boolean opened() {
        return opened;
    }

    void clear() {
        version++;
        while (!blocks.isEmpty()) {
            dropOldestBlock();
        }
        tail.clear();
        skipped = 0;
        opened = false;
        openLength = 0;
    }

    void limit(int lines) {
        version++;
        limit = lines;
        while (lines() > limit) {
            forgetOldest();
        }
    }

    void columns(int width) {
        version++;
        columns = width;
    }

    int columns() {
        return columns;
    }

    /** Must be called when the numbers of the styles on the screens have changed. */
    void forgetNumbers() {
        tail.forgetNumbers();
    }

    /** Grows with every change. */
    long version() {
        return version;
    }

    int skipped() {
        return skipped;
    }

    List<HistoryBlock> blocks() {
        return blocks;
    }

    HistoryTail tail() {
        return tail;
    }

    Row open() {
        return open;
    }

    int openLength() {
        return openLength;
    }

    BlockCompressor compressor() {
        return compressor;
    }

    void write(ByteSink sink, LineWriter lines) {
        sink.varint(limit);
        sink.varint(skipped);
        tail.write(sink);
        Row line = opened ? open : new Row(looks, 0);
        lines.write(line, opened ? openLength : 0);
    }

    /** Makes it what an image holds. */
    void read(ByteSource source, LineReader lines, List<HistoryBlock> sealed)
            throws CorruptImageException {
        clear();
        limit = source.number(Integer.MAX_VALUE);
        sealed.forEach(block -> {
            blocks.add(block);
            count(block, 1);
        });
        skipped = source.number(Integer.MAX_VALUE);
        HistoryBlock filling = HistoryBlock.read(source);
        if (filling.compressed() || skipped > (blocks.isEmpty() ? filling : blocks.getFirst()).lines()) {
            throw new CorruptImageException("a history whose lines do not add up");
        }
        tail.restore(filling, filling.bytes());
        open = lines.read(columns);
        openLength = open.extent();
        opened = open.wrapped;
    }
}
