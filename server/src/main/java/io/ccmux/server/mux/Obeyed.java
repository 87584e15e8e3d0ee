package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.ccmux.config.Options;
import io.ccmux.server.terminal.TerminalOptions;
import io.ccmux.server.terminal.Widths;

/**
 * The options that terminals obey while they read their input, so that they are part of the state.
 *
 * <pre>
 *   codepoint-widths   U+1F600=2   U+E000-U+F8FF=2   →=1
 * </pre>
 */
final class Obeyed {
    private static final Set<String> NAMES = Set.of("allow-set-title", "alternate-screen", "scroll-on-clear",
            "allow-screen-checksum", "allow-passthrough", "input-buffer-size", "codepoint-widths",
            "variation-selector-always-wide");
    private static final Pattern POINTS = Pattern.compile("U\\+([0-9A-Fa-f]{1,6})(?:-U\\+([0-9A-Fa-f]{1,6}))?");

    private Obeyed() {}

    static boolean concerns(String option) {
        return NAMES.contains(option);
    }

    static TerminalOptions of(Options pane, Options server) {
        return new TerminalOptions(pane.flag("allow-set-title"), pane.flag("alternate-screen"),
                pane.flag("scroll-on-clear"), pane.flag("allow-screen-checksum"),
                !pane.choice("allow-passthrough").equals("off"), server.number("input-buffer-size"),
                widths(server.array("codepoint-widths").values(), server.flag("variation-selector-always-wide")));
    }

    /** What cannot be read counts for nothing. */
    private static Widths widths(Collection<String> items, boolean variationWidens) {
        if (items.isEmpty() && variationWidens) {
            return Widths.UNICODE;
        }
        var ranges = new ArrayList<Widths.Range>();
        items.forEach(item -> range(item).ifPresent(ranges::add));
        return new Widths(List.copyOf(ranges), variationWidens);
    }

    private static Optional<Widths.Range> range(String item) {
        int equals = item.lastIndexOf('=');
        String points = item.substring(0, Math.max(0, equals));
        String columns = item.substring(equals + 1);
        if (points.isEmpty() || !columns.matches("[0-2]")) {
            return Optional.empty();
        }
        var named = POINTS.matcher(points);
        if (named.matches()) {
            int first = Integer.parseInt(named.group(1), 16);
            int last = named.group(2) == null ? first : Integer.parseInt(named.group(2), 16);
            return Optional.of(new Widths.Range(first, last, Integer.parseInt(columns)));
        }
        int point = points.codePointAt(0);
        return Character.charCount(point) == points.length()
                ? Optional.of(new Widths.Range(point, point, Integer.parseInt(columns)))
                : Optional.empty();
    }
}
