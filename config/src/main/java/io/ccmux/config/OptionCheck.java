package io.ccmux.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what a user wrote into the canonical text of an option, in tmux's words when it cannot be. */
final class OptionCheck {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");
    private static final int SIDE_MAX = 10_000;

    private OptionCheck() {}

    static String canonical(OptionKind kind, String text, KeyNames keys) throws OptionException {
        return switch (kind) {
            case OptionKind.Text _ -> text;
            case OptionKind.Number(int minimum, int maximum) -> number(text, minimum, maximum);
            case OptionKind.Flag _ -> flag(text);
            case OptionKind.Choice(var choices) when choices.contains(text) -> text;
            case OptionKind.Choice _ -> throw new OptionException("unknown value: " + text);
            case OptionKind.Colour _ -> Colours.canonical(text)
                    .orElseThrow(() -> new OptionException("bad colour: " + text));
            case OptionKind.Style _ when text.contains("#{") || Styles.valid(text) -> text;
            case OptionKind.Style _ -> throw new OptionException("invalid style: " + text);
            case OptionKind.Key _ -> keys.canonical(text).orElseThrow(() -> new OptionException("bad key: " + text));
            case OptionKind.Command _ -> command(text);
            case OptionKind.Size _ -> size(text);
            case OptionKind.Array(var element, _) -> canonical(element, text, keys);
        };
    }

    private static String number(String text, int minimum, int maximum) throws OptionException {
        if (!NUMBER.matcher(text).matches()) {
            throw new OptionException("value is invalid: " + text);
        }
        boolean below = text.startsWith("-");
        if (text.length() > 19) {
            throw new OptionException((below ? "value is too small: " : "value is too large: ") + text);
        }
        long number = Long.parseLong(text);
        if (number < minimum) {
            throw new OptionException("value is too small: " + text);
        }
        if (number > maximum) {
            throw new OptionException("value is too large: " + text);
        }
        return Long.toString(number);
    }

    private static String flag(String text) throws OptionException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "on", "yes" -> "on";
            case "0", "off", "no" -> "off";
            default -> throw new OptionException("bad value: " + text);
        };
    }

    private static String command(String text) throws OptionException {
        try {
            Words.parse(text, Surroundings.NONE);
            return text;
        } catch (WordsException e) {
            throw new OptionException(e.getMessage());
        }
    }

    private static String size(String text) throws OptionException {
        var matcher = SIZE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > SIDE_MAX
                || Integer.parseInt(matcher.group(2)) > SIDE_MAX) {
            throw new OptionException("value is invalid: " + text);
        }
        return text;
    }

    /** The parts of a value for a whole array; empty parts do not count. */
    static List<String> split(String text, String separators) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (separators.isEmpty()) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || separators.indexOf(text.charAt(end)) >= 0) {
                if (end > start) {
                    parts.add(text.substring(start, end));
                }
                start = end + 1;
            }
        }
        return parts;
    }
}
