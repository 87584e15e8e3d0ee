package io.ccmux.server.terminal;

import java.util.Arrays;

/** The styles of a row's used cells: one for all of them, until there are two. */
final class RowStyles {
    /** The style of each cell, if they are {@link #mixed}; otherwise not valid. */
    private int[] styles = {};
    private boolean mixed;
    private int uniform;

    int number(int x) {
        return mixed ? styles[x] : uniform;
    }

    /** Whether all cells have the style of the first. */
    boolean one() {
        return !mixed;
    }

    void clear() {
        mixed = false;
    }

    /**
     * Gives cells a style.
     *
     * @param from not beyond the used cells; {@code to} may be
     * @param capacity of the row
     */
    void dress(int from, int to, int style, int used, int capacity) {
        if (from == 0 && to >= used) {
            mixed = false;
            uniform = style;
            return;
        }
        if (!mixed) {
            if (uniform == style) {
                return;
            }
            mix(used, capacity);
        }
        Arrays.fill(styles, from, to, style);
    }

    private void mix(int used, int capacity) {
        if (styles.length < capacity) {
            styles = new int[capacity];
        }
        Arrays.fill(styles, 0, used, uniform);
        mixed = true;
    }

    /** Gives cells the styles of others. */
    void copy(RowStyles source, int from, int count, int to, int used, int capacity) {
        if (count == 0) {
            return;
        }
        dress(to, to + count, source.number(from), used, capacity);
        if (source.mixed) {
            if (!mixed) {
                mix(Math.max(used, to), capacity);
            }
            System.arraycopy(source.styles, from, styles, to, count);
        }
    }

    /** Cells have moved within the row. */
    void move(int from, int to, int count) {
        if (mixed) {
            System.arraycopy(styles, from, styles, to, count);
        }
    }

    /** The cell after the run of one style that starts here. */
    int end(int x, int used) {
        if (!mixed) {
            return used;
        }
        int end = x + 1;
        while (end < used && styles[end] == styles[x]) {
            end++;
        }
        return end;
    }

    void grow(int capacity) {
        if (mixed) {
            styles = Arrays.copyOf(styles, capacity);
        }
    }
}
