package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.terminal.Style;

/**
 * Numbers for what does not fit into an {@code int}: styles, and clusters of several code points. Canvases that are
 * compared with one another share one table, so that equal cells are equal numbers.
 */
public final class CellTable {
    /** Entries of either kind after which the table should be replaced and everything be painted anew. */
    private static final int ENTRIES_MAX = 1 << 15;

    private final Map<Style, Integer> styleNumbers = new HashMap<>();
    private final List<Style> styles = new ArrayList<>();
    private final Map<String, Integer> clusterNumbers = new HashMap<>();
    private final List<String> clusters = new ArrayList<>();
    private Style lastStyle = Style.PLAIN;
    private int lastNumber;

    public CellTable() {
        styleNumbers.put(Style.PLAIN, 0);
        styles.add(Style.PLAIN);
    }

    /** The number of a style; 0 is {@link Style#PLAIN}. */
    @SuppressWarnings("ReferenceEquality") // the same object is the common case and needs no comparison
    int number(Style style) {
        if (style == lastStyle) {
            return lastNumber;
        }
        Integer number = styleNumbers.get(style);
        if (number == null) {
            number = styles.size();
            styleNumbers.put(style, number);
            styles.add(style);
        }
        lastStyle = style;
        lastNumber = number;
        return number;
    }

    Style style(int number) {
        return styles.get(number);
    }

    int number(String cluster) {
        Integer number = clusterNumbers.get(cluster);
        if (number == null) {
            number = clusters.size();
            clusterNumbers.put(cluster, number);
            clusters.add(cluster);
        }
        return number;
    }

    String cluster(int number) {
        return clusters.get(number);
    }

    /** Whether it is time for a new table. */
    boolean full() {
        return styles.size() > ENTRIES_MAX || clusters.size() > ENTRIES_MAX;
    }
}
