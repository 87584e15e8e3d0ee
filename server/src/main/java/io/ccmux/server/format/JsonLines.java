package io.ccmux.server.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ccmux.config.Json;

/**
 * Values of formats as JSON: an object a line.
 *
 * <pre>
 *   [
 *     {"session_id":"$0","session_windows":3},
 *     {"session_id":"$1","session_windows":1}
 *   ]
 * </pre>
 *
 * <p>A value that is a whole number, written as numbers are, is a number; every other one is a string.
 */
public final class JsonLines {
    /** Longer runs of digits would lose some in programs that read numbers as floating point. */
    private static final int DIGITS_MAX = 15;

    private JsonLines() {}

    public static String array(List<? extends Map<String, String>> objects) {
        return objects.isEmpty()
                ? "[]"
                : objects.stream().map(JsonLines::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    /** An object on one line, its members in the map's order. */
    public static String object(Map<String, String> members) {
        var values = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> values.put(name, isNumber(value) ? (Object) Long.valueOf(value) : value));
        return Json.line(values);
    }

    private static boolean isNumber(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.length() <= DIGITS_MAX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.equals("0") ? text.equals("0") : digits.charAt(0) != '0');
    }
}
