package io.ccmux.server.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Screen;

/** Looks for text on what a terminal shows. */
final class ScreenSearch {
    private ScreenSearch() {}

    /**
     * The first row that holds the text, counted from 1; 0 if none does. Without {@code regex} it is a shell pattern.
     */
    static int line(Screen screen, String text, boolean regex, boolean ignoreCase) {
        Optional<Pattern> pattern = regex ? Patterns.compile(text, ignoreCase) : Optional.empty();
        String glob = "*" + (ignoreCase ? text.toLowerCase(Locale.ROOT) : text) + "*";
        for (int y = 0; y < screen.rows(); y++) {
            String row = text(screen.row(y));
            boolean found = regex
                    ? pattern.isPresent() && Patterns.find(pattern.get(), row)
                    : Glob.matches(glob, ignoreCase ? row.toLowerCase(Locale.ROOT) : row);
            if (found) {
                return y + 1;
            }
        }
        return 0;
    }

    private static String text(Row row) {
        StringBuilder out = new StringBuilder(row.used());
        for (int x = 0; x < row.used(); x++) {
            out.append(row.text(x));
        }
        return out.toString().stripTrailing();
    }
}
