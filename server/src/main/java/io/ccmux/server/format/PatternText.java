package io.ccmux.server.format;

import java.util.Map;

/** Writes extended regular expressions of POSIX the way Java's are written. */
final class PatternText {
    private static final Map<String, String> CLASSES = Map.ofEntries(Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "\\p{Digit}"), Map.entry("alnum", "\\p{Alnum}"), Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"), Map.entry("punct", "\\p{Punct}"), Map.entry("graph", "\\p{Graph}"),
            Map.entry("print", "\\p{Print}"), Map.entry("blank", "\\p{Blank}"), Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("xdigit", "\\p{XDigit}"), Map.entry("space", "\\s"));

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;

    private PatternText(String source) {
        this.source = source;
    }

    static String ofExtended(String regex) {
        return new PatternText(regex).extended();
    }

    private String extended() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '[' -> {
                    if (!bracket()) {
                        out.append('[');
                    }
                }
                case '\\' -> escape();
                case '*', '+', '?', '}' -> {
                    out.append(c);
                    // two repetitions in a row are one of Java's possessive or reluctant ones, which POSIX lacks
                    while (at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
                        at++;
                    }
                }
                case '{' -> out.append(at < source.length() && Character.isDigit(source.charAt(at)) ? "{" : "\\{");
                case '(' -> {
                    out.append(at < source.length() && source.charAt(at) == '?' ? "(\\" : "(");
                    open++;
                }
                case ')' -> {
                    // one that closes nothing is a character like any other
                    out.append(open > 0 ? ")" : "\\)");
                    open = Math.max(0, open - 1);
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** GNU's extensions mean the same in Java; any other escaped character is itself. */
    private void escape() {
        if (at == source.length()) {
            out.append("\\");
            return;
        }
        char c = source.charAt(at++);
        switch (c) {
            case '<', '>' -> out.append("\\b");
            case '`' -> out.append("\\A");
            case '\'' -> out.append("\\z");
            case 'w', 'W', 's', 'S', 'b', 'B' -> out.append('\\').append(c);
            default -> {
                if (c >= '1' && c <= '9') {
                    out.append('\\').append(c);
                } else {
                    literal(c);
                }
            }
        }
    }

    /** Copies a bracket expression that starts before {@link #at}; false if it does not end. */
    private boolean bracket() {
        int start = at;
        StringBuilder set = new StringBuilder("[");
        if (at < source.length() && source.charAt(at) == '^') {
            set.append('^');
            at++;
        }
        boolean first = true;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ']' && !first) {
                at++;
                out.append(set).append(']');
                return true;
            }
            first = false;
            if (c == '[' && at + 1 < source.length() && source.charAt(at + 1) == ':') {
                int end = source.indexOf(":]", at + 2);
                String name = end < 0 ? "" : CLASSES.getOrDefault(source.substring(at + 2, end), "");
                if (!name.isEmpty()) {
                    set.append(name);
                    at = end + 2;
                    continue;
                }
            }
            boolean range = c == '-' && set.length() > 1 && at + 1 < source.length() && source.charAt(at + 1) != ']';
            if (range || Character.isLetterOrDigit(c)) {
                set.append(c);
            } else {
                set.append('\\').append(c);
            }
            at++;
        }
        at = start;
        return false;
    }

    private void literal(char c) {
        if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            out.append('\\');
        }
        out.append(c);
    }
}
