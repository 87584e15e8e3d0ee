package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many columns characters take where the user knows better than Unicode. */
public final class Widths {
    /** A range of code points, the last one included, and the columns that each takes: 0 to 2. */
    public record Range(int first, int last, int columns) {}

    /** The user knows nothing better. */
    public static final Widths UNICODE = new Widths(List.of(), true);

    private final int[] first;
    private final int[] last;
    private final int[] columns;
    private final boolean variationWidens;

    /**
     * @param ranges          the later of two that overlap may or may not count
     * @param variationWidens whether the emoji variation selector makes characters two columns wide
     */
    public Widths(List<Range> ranges, boolean variationWidens) {
        var sorted = ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList();
        this.first = sorted.stream().mapToInt(Range::first).toArray();
        this.last = sorted.stream().mapToInt(Range::last).toArray();
        this.columns = sorted.stream().mapToInt(Range::columns).toArray();
        this.variationWidens = variationWidens;
    }

    boolean variationWidens() {
        return variationWidens;
    }

    /** The properties of a code point as {@link Width} has them, with the width that holds here. */
    int properties(int codePoint) {
        int properties = Width.properties(codePoint);
        if (first.length == 0) {
            return properties;
        }
        int found = Arrays.binarySearch(first, codePoint);
        int row = found >= 0 ? found : -found - 2;
        return row >= 0 && codePoint <= last[row] ? Width.withColumns(properties, columns[row]) : properties;
    }
}
