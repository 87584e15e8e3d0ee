package io.ccmux.server.command;

/** Lengths as users write them: a number of cells, or a percentage of what there is. */
final class Cells {
    private Cells() {}

    /**
     * @param whole what a percentage is of
     * @param what  stands before the reason in the error, such as {@code "width "}
     */
    static int of(String text, int least, int most, int whole, String what) throws CommandException {
        return text.endsWith("%")
                ? (int) ((long) whole * Numbers.within(text.substring(0, text.length() - 1), 0, 100, what) / 100)
                : Numbers.within(text, least, most, what);
    }
}
