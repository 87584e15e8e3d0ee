package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;

/** How format text is cut into parts: by characters that count only outside of braces and when not escaped. */
final class Scan {
    private static final String ESCAPABLE = ",#{}:";

    private Scan() {}

    /**
     * The index of the first of {@code stops} at or after {@code from} that is neither escaped nor in braces; or -1.
     */
    static int skip(String text, int from, String stops) {
        int braces = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' && follows(text, i, '{')) {
                braces++;
            }
            if (c == '#' && escapes(text, i)) {
                i++;
                continue;
            }
            if (c == '}') {
                braces--;
            }
            if (braces == 0 && stops.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The parts between commas; at most {@code limit} of them, the last one holding the rest. */
    static List<String> split(String text, int limit) {
        List<String> parts = new ArrayList<>(3);
        int from = 0;
        while (parts.size() < limit - 1) {
            int comma = skip(text, from, ",");
            if (comma < 0) {
                break;
            }
            parts.add(text.substring(from, comma));
            from = comma + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** {@code l:}: the text with its own escapes resolved and those of formats inside left alone. */
    static String unescape(String text) {
        return withoutEscapes(text, false);
    }

    /** The text of a time format: {@code #:} is {@code :}; inside braces the escape stays. */
    static String strip(String text) {
        return withoutEscapes(text, true);
    }

    private static String withoutEscapes(String text, boolean alsoInBraces) {
        StringBuilder out = new StringBuilder(text.length());
        int braces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' && follows(text, i, '{')) {
                braces++;
            }
            boolean escape = c == '#' && escapes(text, i);
            if (escape && braces == 0) {
                out.append(text.charAt(++i));
                continue;
            }
            if (escape && alsoInBraces) {
                out.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '}') {
                braces--;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** tmux's truth: anything but nothing and {@code 0}. */
    static boolean isTrue(String value) {
        return !value.isEmpty() && !value.equals("0");
    }

    private static boolean follows(String text, int at, char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private static boolean escapes(String text, int at) {
        return at + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0;
    }
}
