package io.ccmux.server.terminal;

/** The numbers of a control sequence, some of them hung on the one before with a colon. */
final class Params {
    /** Numbers of one sequence; what comes after is ignored. */
    static final int COUNT_MAX = 32;
    /** What a number is cut to. */
    static final int VALUE_MAX = 65_535;
    private static final int EMPTY = -1;

    private final int[] values = new int[COUNT_MAX];
    private int count;
    /** Bit n is set if number n hangs on the one before. */
    private int colons;
    private boolean full;

    void clear() {
        count = 0;
        colons = 0;
        full = false;
    }

    void digit(int digit) {
        if (count == 0) {
            values[count++] = EMPTY;
        }
        if (!full) {
            int value = Math.max(values[count - 1], 0) * 10 + digit;
            values[count - 1] = Math.min(value, VALUE_MAX);
        }
    }

    /** A semicolon, or a colon: the next number. */
    void next(boolean colon) {
        if (count == 0) {
            values[count++] = EMPTY;
        }
        if (count == COUNT_MAX) {
            full = true;
            return;
        }
        colons |= colon ? 1 << count : 0;
        values[count++] = EMPTY;
    }

    int count() {
        return count;
    }

    /** Whether any number hangs on another. */
    boolean colons() {
        return colons != 0;
    }

    boolean colon(int index) {
        return index < count && (colons >> index & 1) != 0;
    }

    /** The number, or the fallback if it is missing. */
    int at(int index, int fallback) {
        return index < count && values[index] != EMPTY ? values[index] : fallback;
    }

    /** The number, 0 if it is missing. */
    int number(int index) {
        return at(index, 0);
    }

    /** A number that counts something: 1 if it is missing or 0. */
    int amount(int index) {
        return Math.max(1, at(index, 1));
    }

    /** As the program wrote them. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(colon(i) ? ':' : ';');
            }
            if (values[i] != EMPTY) {
                text.append(values[i]);
            }
        }
        return full ? text.append(';').toString() : text.toString();
    }
}
