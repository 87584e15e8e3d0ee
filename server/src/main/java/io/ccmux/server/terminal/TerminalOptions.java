package io.ccmux.server.terminal;

/**
 * What the user's options say of how a terminal takes its input; they may change while it lives.
 *
 * @param setsTitle       whether the program may set the title
 * @param alternateScreen whether the program may switch to the alternate screen
 * @param scrollOnClear   whether clearing the whole screen moves it into the history first
 * @param tellsChecksums  whether the program may ask for sums of cells, which tell what is on the screen
 * @param passesImages    whether images go on to the terminals outside
 * @param stringBytesMax  bytes of a control string; a longer one is swallowed
 */
public record TerminalOptions(boolean setsTitle, boolean alternateScreen, boolean scrollOnClear, boolean tellsChecksums,
        boolean passesImages, int stringBytesMax, Widths widths) {
    /** The most that {@link #stringBytesMax} can be. */
    public static final int STRING_BYTES_MAX = 16 << 20;
    public static final TerminalOptions STANDARD = new TerminalOptions(true, true, true, false, false, 1 << 20,
            Widths.UNICODE);

    public TerminalOptions withScrollOnClear(boolean scrolls) {
        return new TerminalOptions(setsTitle, alternateScreen, scrolls, tellsChecksums, passesImages, stringBytesMax,
                widths);
    }

    public TerminalOptions withChecksums(boolean tells) {
        return new TerminalOptions(setsTitle, alternateScreen, scrollOnClear, tells, passesImages, stringBytesMax,
                widths);
    }

    public TerminalOptions withImages(boolean passes) {
        return new TerminalOptions(setsTitle, alternateScreen, scrollOnClear, tellsChecksums, passes, stringBytesMax,
                widths);
    }

    public TerminalOptions {
        stringBytesMax = Math.clamp(stringBytesMax, 1, STRING_BYTES_MAX);
    }
}
