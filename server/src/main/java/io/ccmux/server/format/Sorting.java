package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a loop, from the letters after its name (<code>#{S/nr:…}</code>): {@code i} by index, {@code n} by name,
 * {@code t} by last activity, {@code r} backwards.
 */
final class Sorting {
    private Sorting() {}

    static List<FormatContext> sessions(Modifier loop, List<FormatContext> items) {
        return sorted(loop, items, "session_id", "session_name", "session_activity");
    }

    static List<FormatContext> windows(Modifier loop, List<FormatContext> items) {
        return sorted(loop, items, "window_index", "window_name", "window_activity");
    }

    static List<FormatContext> panes(Modifier loop, List<FormatContext> items) {
        return sorted(loop, items, "pane_index", "pane_title", "pane_index");
    }

    static List<FormatContext> clients(Modifier loop, List<FormatContext> items) {
        return sorted(loop, items, "client_name", "client_name", "client_activity");
    }

    private static List<FormatContext> sorted(Modifier loop, List<FormatContext> items, String... variables) {
        if (!loop.has(1)) {
            return items;
        }
        String letters = loop.arguments().getFirst().text();
        List<FormatContext> sorted = new ArrayList<>(items);
        if (letters.indexOf('n') >= 0) {
            sorted.sort(Comparator.comparing(item -> item.value(variables[1])));
        } else if (letters.indexOf('t') >= 0) {
            sorted.sort(Comparator.<FormatContext>comparingLong(item -> number(item.value(variables[2]))).reversed());
        } else if (letters.indexOf('i') >= 0) {
            sorted.sort(Comparator.comparingLong(item -> number(item.value(variables[0]))));
        }
        if (letters.indexOf('r') >= 0) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    /** The number in an index or an id such as {@code $3}; 0 if there is none. */
    private static long number(String text) {
        String digits = text.isEmpty() || Character.isDigit(text.charAt(0)) ? text : text.substring(1);
        return Arithmetic.isInteger(digits) ? Long.parseLong(digits) : 0;
    }
}
