package io.ccmux.server.mode;

import java.util.OptionalInt;

import io.ccmux.server.command.Scene;

/**
 * The numbers of lines to the left of what copy mode shows: the option {@code copy-mode-line-numbers}.
 *
 * <pre>
 *   off       none
 *   default   as goto-line counts, up from the first row of the screen; rows of the screen have none
 *   absolute  down from the oldest row, which is 1
 *   relative  how far from the cursor's row
 *   hybrid    relative, but the cursor's row has its absolute one
 * </pre>
 *
 * @param width   columns that the numbers and the blank behind them take; 0 without numbers
 * @param shift   columns of the text that are hidden to the left, so that the cursor is seen
 * @param numbers which of the kinds
 */
record CopyGutter(int width, int shift, String numbers) {
    /** Columns of text that must be left, or there are no numbers. */
    private static final int TEXT_COLUMNS_MIN = 8;

    static CopyGutter of(CopyMode mode, Scene scene) {
        String numbers = mode.lineNumbers(scene);
        int columns = mode.view.columns();
        int width = Integer.toString(mode.view.last() + 1).length() + 1;
        if (numbers.equals("off") || columns - width < TEXT_COLUMNS_MIN) {
            return new CopyGutter(0, 0, "off");
        }
        return new CopyGutter(width, Math.max(0, mode.cursor.x - (columns - width) + 1), numbers);
    }

    /** The column of the text that is shown at a column of the pane. */
    int textColumn(int x) {
        return Math.max(0, x - width) + shift;
    }

    /** The number beside a row, if it has one. */
    OptionalInt number(CopyMode mode, int row) {
        int absolute = row + 1;
        int away = Math.abs(row - mode.cursor.row());
        return switch (numbers) {
            case "absolute" -> OptionalInt.of(absolute);
            case "relative" -> OptionalInt.of(away);
            case "hybrid" -> OptionalInt.of(away == 0 ? absolute : away);
            default -> row <= mode.view.history()
                    ? OptionalInt.of(mode.view.history() - row)
                    : OptionalInt.empty();
        };
    }
}
