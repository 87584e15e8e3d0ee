package io.ccmux.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows what a style may say: colours, attributes, and how a piece of the status line is laid out. */
final class Styles {
    private static final Set<String> WORDS = Set.of("default", "ignore", "noignore", "push-default", "pop-default",
            "set-default", "nolist", "norange", "noalign", "none", "noattr", "noattrs", "nodim");
    private static final Set<String> ATTRIBUTES = Set.of("acs", "bright", "bold", "dim", "underscore", "blink",
            "reverse", "hidden", "italics", "strikethrough", "double-underscore", "curly-underscore",
            "dotted-underscore", "dashed-underscore", "overline");

    /** A name that is none of these is none of the status line's, and harmless. */
    private static final Pattern RANGE = Pattern.compile("left|right|control\\|[0-9]|pane\\|%[0-9]+|window\\|[0-9]+"
            + "|session\\|\\$[0-9]+|user\\|.+|(?!(left|right|control|pane|window|session|user)(\\||$)).+");

    private Styles() {}

    static boolean valid(String style) {
        for (String part : style.toLowerCase(Locale.ROOT).split("[ ,\n]")) {
            if (!part.isEmpty() && !validPart(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean validPart(String part) {
        if (WORDS.contains(part) || attribute(part.startsWith("no") ? part.substring(2) : part)) {
            return true;
        }
        int equals = part.indexOf('=');
        if (equals < 0) {
            return false;
        }
        String value = part.substring(equals + 1);
        return switch (part.substring(0, equals)) {
            case "fg", "bg", "us", "fill" -> Colours.parse(value).isPresent();
            case "align" -> Set.of("left", "centre", "right", "absolute-centre").contains(value);
            case "list" -> Set.of("on", "focus", "left-marker", "right-marker").contains(value);
            case "range" -> RANGE.matcher(value).matches();
            case "width", "pad" -> value.matches("[0-9]{1,5}%?");
            default -> false;
        };
    }

    private static boolean attribute(String text) {
        for (String word : text.split("\\|")) {
            if (!ATTRIBUTES.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
