package io.ccmux.server.terminal;

/**
 * What a terminal is told at birth and cannot work out from its input.
 *
 * @param historyLimit logical lines of history kept
 * @param historyBytesMax bytes of history kept, before compression
 * @param ambiguousWide whether East Asian ambiguous characters take two columns
 * @param resetClearsHistory whether a full reset (RIS) forgets the history
 * @param options what may change later
 */
public record TerminalSettings(int historyLimit, int historyBytesMax, boolean ambiguousWide, boolean resetClearsHistory,
        BlockCompressor compressor, TerminalOptions options) {
    /** The default of {@link #historyBytesMax()}. */
    public static final int HISTORY_BYTES_MAX = 256 << 20;

    public static TerminalSettings standard(int historyLimit, BlockCompressor compressor) {
        return new TerminalSettings(historyLimit, HISTORY_BYTES_MAX, false, false, compressor,
                TerminalOptions.STANDARD);
    }

    public TerminalSettings withHistoryLimit(int lines) {
        return new TerminalSettings(lines, historyBytesMax, ambiguousWide, resetClearsHistory, compressor, options);
    }

    public TerminalSettings with(TerminalOptions others) {
        return new TerminalSettings(historyLimit, historyBytesMax, ambiguousWide, resetClearsHistory, compressor,
                others);
    }
}
