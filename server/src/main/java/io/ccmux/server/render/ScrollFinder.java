package io.ccmux.server.render;

import java.util.Arrays;

/**
 * Finds out whether part of one canvas is part of another one moved up or down, so that the terminal can move it.
 *
 * <p>Rows are compared by their hashes. Each wanted row that stands elsewhere on the old canvas votes for the distance;
 * the distance with most votes is used where it fits longest.
 */
final class ScrollFinder {
    /** Fewest rows that must be saved. */
    private static final int ROWS_MIN = 2;

    private long[] before = new long[0];
    private long[] after = new long[0];
    private int[] votes = new int[0];
    private long blank;
    private int rows;
    private int top;
    private int bottom;
    private int distance;

    /** Whether there is something to scroll: then {@link #top}, {@link #bottom} and {@link #distance} say what. */
    boolean find(Canvas shown, Canvas wanted) {
        rows = wanted.rows();
        hash(shown, wanted);
        vote();
        distance = 0;
        for (int by = 1 - rows; by < rows; by++) {
            int count = votes[by + rows];
            int best = votes[distance + rows];
            if (by != 0 && count >= ROWS_MIN && (count > best || distance == 0
                    || (count == best && Math.abs(by) < Math.abs(distance)))) {
                distance = by;
            }
        }
        return distance != 0 && longestRun();
    }

    /** First row of the region. */
    int top() {
        return top;
    }

    /** The row after the last one of the region. */
    int bottom() {
        return bottom;
    }

    /** How far the region moves up; down if negative. */
    int distance() {
        return distance;
    }

    private void hash(Canvas shown, Canvas wanted) {
        if (before.length < rows) {
            before = new long[rows];
            after = new long[rows];
        }
        for (int y = 0; y < rows; y++) {
            before[y] = shown.hash(y);
            after[y] = wanted.hash(y);
        }
        blank = Canvas.blankHash(wanted.columns());
    }

    private void vote() {
        votes = votes.length < 2 * rows + 1 ? new int[2 * rows + 1] : votes;
        Arrays.fill(votes, 0);
        for (int y = 0; y < rows; y++) {
            if (after[y] == before[y] || after[y] == blank) {
                continue;
            }
            for (int from = 0; from < rows; from++) {
                if (before[from] == after[y]) {
                    votes[from - y + rows]++;
                }
            }
        }
    }

    /** Takes the run of rows that fit the distance in which most rows are saved. */
    private boolean longestRun() {
        int bestSaved = 0;
        int first = Math.max(0, -distance);
        int last = Math.min(rows, rows - distance);
        int start = first;
        int saved = 0;
        for (int y = first; y <= last; y++) {
            if (y < last && after[y] == before[y + distance]) {
                saved += after[y] != before[y] && after[y] != blank ? 1 : 0;
                continue;
            }
            if (saved > bestSaved) {
                bestSaved = saved;
                top = Math.min(start, start + distance);
                bottom = Math.max(y, y + distance);
            }
            saved = 0;
            start = y + 1;
        }
        return bestSaved - spoiled() >= ROWS_MIN;
    }

    /** Rows that are right before the scroll and would not be after it. */
    private int spoiled() {
        int count = 0;
        int from = distance > 0 ? bottom - distance : top;
        int to = distance > 0 ? bottom : top - distance;
        for (int y = from; y < to; y++) {
            count += after[y] == before[y] && after[y] != blank ? 1 : 0;
        }
        return count;
    }
}
