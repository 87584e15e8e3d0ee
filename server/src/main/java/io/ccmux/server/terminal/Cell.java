package io.ccmux.server.terminal;

/**
 * The text of a cell as a number. 0 is a cell nothing was printed in since it was erased.
 *
 * <pre>
 *     23      22     21        20 ... 0
 *    +-------+------+---------+-----------------------------------+
 *    | right | wide | cluster | code point, or number of a cluster|
 *    | half  |      |         | in the {@link ClusterTable}       |
 *    +-------+------+---------+-----------------------------------+
 * </pre>
 */
final class Cell {
    static final int BLANK = 0;
    static final int CLUSTER = 1 << 21;
    /** The left half of a wide cell; the cell right of it is {@link #RIGHT}. */
    static final int WIDE = 1 << 22;
    static final int RIGHT = 1 << 23;
    /** Cells below are a character of ASCII each, or blank. */
    static final int ASCII = 128;
    private static final int VALUE = CLUSTER - 1;
    private static final String[] ASCII_TEXTS = asciiTexts();

    private Cell() {}

    private static String[] asciiTexts() {
        String[] texts = new String[ASCII];
        for (int i = 0; i < ASCII; i++) {
            texts[i] = i == BLANK ? " " : Character.toString(i);
        }
        return texts;
    }

    /** What a cell below {@link #ASCII} shows. */
    static String ascii(int cell) {
        return ASCII_TEXTS[cell];
    }

    static int value(int cell) {
        return cell & VALUE;
    }

    static boolean cluster(int cell) {
        return (cell & CLUSTER) != 0;
    }

    static boolean wide(int cell) {
        return (cell & WIDE) != 0;
    }

    static boolean right(int cell) {
        return cell == RIGHT;
    }

    static int width(int cell) {
        return right(cell) ? 0 : wide(cell) ? 2 : 1;
    }
}
