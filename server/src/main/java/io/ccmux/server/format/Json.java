package io.ccmux.server.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes JSON.
 *
 * <pre>
 *   [
 *     {"session_id": "$0", "session_windows": 3},
 *     {"session_id": "$1", "session_windows": 1}
 *   ]
 * </pre>
 *
 * <p>A value that is a whole number, written as numbers are, is a number; every other one is a string.
 */
public final class Json {
    /** Longer runs of digits would lose some in programs that read numbers as floating point. */
    private static final int DIGITS_MAX = 15;

    private Json() {}

    /** An array with an object on each line. */
    public static String array(List<? extends Map<String, String>> objects) {
        return objects.isEmpty()
                ? "[]"
                : objects.stream().map(Json::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    /** An object on one line, its members in the map's order. */
    public static String object(Map<String, String> members) {
        return members.entrySet().stream().map(member -> string(member.getKey()) + ": " + value(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(String text) {
        return isNumber(text) ? text : string(text);
    }

    private static boolean isNumber(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.length() <= DIGITS_MAX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.equals("0") ? text.equals("0") : digits.charAt(0) != '0');
    }

    /** A string between quotes. */
    public static String string(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
