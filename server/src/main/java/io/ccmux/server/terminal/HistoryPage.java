package io.ccmux.server.terminal;

import java.util.Arrays;

/** A block of history, opened to be read at some width. The lines are looked at only when they are asked for. */
final class HistoryPage {
    private final HistoryBlock block;
    private final int width;
    private final BlockCompressor compressor;
    /** The row at which each line starts, and after the last one the rows of all. Those skipped have none. */
    private final int[] starts;
    private BlockReader reader;

    HistoryPage(HistoryBlock block, int skipped, int width, BlockCompressor compressor) {
        this.block = block;
        this.width = width;
        this.compressor = compressor;
        starts = new int[block.lines() + 1];
        for (int line = skipped; line < block.lines(); line++) {
            starts[line + 1] = starts[line] + rowsOf(line);
        }
    }

    private int rowsOf(int line) {
        char length = block.lengths()[line];
        if (length < HistoryBlock.WIDE) {
            return Wrap.rows(length, width);
        }
        return length - HistoryBlock.WIDE <= width ? 1 : Wrap.rows(line(line), length - HistoryBlock.WIDE, width);
    }

    int rows() {
        return starts[block.lines()];
    }

    Row row(int index) {
        int line = Arrays.binarySearch(starts, index);
        if (line < 0) {
            line = -line - 2;
        } else {
            while (starts[line + 1] == index) {
                line++;
            }
        }
        return Wrap.row(line(line), block.lengths()[line] & HistoryBlock.WIDE - 1, index - starts[line], width);
    }

    private Row line(int line) {
        if (reader == null) {
            reader = BlockReader.of(block.raw(compressor), block.rawBytes(), block.lines(), new Looks());
        }
        return reader.line(line);
    }
}
