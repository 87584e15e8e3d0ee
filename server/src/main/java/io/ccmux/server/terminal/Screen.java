package io.ccmux.server.terminal;

import java.util.Arrays;

/**
 * A grid of rows, as large as the terminal. The rows are a ring: scrolling the whole screen moves its head and clears
 * one row.
 */
public final class Screen {
    private final Looks looks;
    private final Changes changes;
    private final int columns;
    private final Row[] ring;
    private int head;

    Screen(int columns, int rows, Looks looks, Changes changes) {
        this.looks = looks;
        this.changes = changes;
        this.columns = columns;
        ring = new Row[rows];
        for (int y = 0; y < rows; y++) {
            ring[y] = new Row(looks, columns);
            ring[y].version = changes.next();
        }
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return ring.length;
    }

    /** The row as it is now: it changes under the hands of the reader when the terminal is fed. */
    public Row row(int y) {
        int index = head + y;
        return ring[index < ring.length ? index : index - ring.length];
    }

    /** A number that no other content of a row of this terminal ever had; equal numbers, equal rows. */
    public long version(int y) {
        return row(y).version;
    }

    Looks looks() {
        return looks;
    }

    /** The row, to be changed. */
    Row edit(int y) {
        Row row = row(y);
        row.version = changes.next();
        return row;
    }

    void replace(int y, Row row) {
        set(y, row);
        row.version = changes.next();
    }

    /** Takes the top row out and lets a blank one in at the bottom; cheaper than {@link #rotateUp}. */
    void scroll(int style) {
        Row row = ring[head];
        head = head + 1 == ring.length ? 0 : head + 1;
        row.clear(style);
        row.version = changes.next();
    }

    /** Moves the rows of a region up; those that fall out come in at its bottom, blank. */
    void rotateUp(int top, int bottom, int count, int style) {
        rotate(top, top + count, bottom);
        for (int y = bottom - count; y < bottom; y++) {
            clear(y, style);
        }
    }

    void rotateDown(int top, int bottom, int count, int style) {
        rotate(top, bottom - count, bottom);
        for (int y = top; y < top + count; y++) {
            clear(y, style);
        }
    }

    /** Exchanges the rows before the middle with those from it on. */
    private void rotate(int top, int middle, int bottom) {
        if (middle == top + 1) {
            straighten();
            Row first = ring[top];
            System.arraycopy(ring, middle, ring, top, bottom - middle);
            ring[bottom - 1] = first;
        } else if (middle == bottom - 1) {
            straighten();
            Row last = ring[middle];
            System.arraycopy(ring, top, ring, top + 1, middle - top);
            ring[top] = last;
        } else {
            reverse(top, middle);
            reverse(middle, bottom);
            reverse(top, bottom);
        }
    }

    /** Makes the ring begin with the top row: regions that scroll line by line are one piece of it then. */
    private void straighten() {
        if (head > 0) {
            Row[] wrapped = Arrays.copyOf(ring, head);
            System.arraycopy(ring, head, ring, 0, ring.length - head);
            System.arraycopy(wrapped, 0, ring, ring.length - head, head);
            head = 0;
        }
    }

    private void reverse(int top, int bottom) {
        for (int above = top, below = bottom - 1; above < below; above++, below--) {
            Row row = row(above);
            set(above, row(below));
            set(below, row);
        }
    }

    private void set(int y, Row row) {
        int index = head + y;
        ring[index < ring.length ? index : index - ring.length] = row;
    }

    void clear(int y, int style) {
        edit(y).clear(style);
    }

    void clear(int style) {
        for (int y = 0; y < ring.length; y++) {
            clear(y, style);
        }
    }

    /** Rows from the top to the last that shows anything. */
    int filled() {
        int filled = ring.length;
        while (filled > 0 && row(filled - 1).used() == 0) {
            filled--;
        }
        return filled;
    }
}
