package io.ccmux.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of colours: {@code red}, {@code brightred}, {@code colour123}, {@code #rrggbb}, {@code default}. */
public final class Colours {
    /** The terminal's own colour. */
    public static final int DEFAULT = -1;

    /** No colour at all: what an option says to leave a thing as the program wants it. */
    public static final int NONE = -2;

    /** Added to 24 bits of red, green and blue; smaller colours are indexes into the palette. */
    public static final int RGB = 0x1000000;

    private static final List<String> BASIC = List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan",
            "white");
    private static final Pattern INDEXED = Pattern.compile("(?:colour|color)([0-9]{1,3})");
    private static final Pattern HEXADECIMAL = Pattern.compile("#([0-9a-f]{6})");
    private static final Map<String, Integer> NAMED = named();

    private Colours() {}

    /** The colour of that name; letters of either case. */
    public static OptionalInt parse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher hexadecimal = HEXADECIMAL.matcher(lower);
        if (hexadecimal.matches()) {
            return OptionalInt.of(RGB | Integer.parseInt(hexadecimal.group(1), 16));
        }
        Matcher indexed = INDEXED.matcher(lower);
        if (indexed.matches()) {
            int index = Integer.parseInt(indexed.group(1));
            return index > 255 ? OptionalInt.empty() : OptionalInt.of(index);
        }
        Integer colour = NAMED.get(lower);
        if (colour != null) {
            return OptionalInt.of(colour);
        }
        OptionalInt rgb = ColourNames.rgb(lower);
        return rgb.isPresent() ? OptionalInt.of(RGB | rgb.getAsInt()) : rgb;
    }

    /** The name by which the colour is listed, as tmux lists it. */
    public static String name(int colour) {
        if (colour == DEFAULT) {
            return "default";
        }
        if (colour == NONE) {
            return "none";
        }
        if (colour >= RGB) {
            return String.format("#%06x", colour & 0xffffff);
        }
        if (colour < 8) {
            return BASIC.get(colour);
        }
        return colour < 16 ? "bright" + BASIC.get(colour - 8) : "colour" + colour;
    }

    static Optional<String> canonical(String text) {
        if (text.contains("#{")) {
            return Optional.of(text);
        }
        OptionalInt colour = parse(text);
        if (colour.isEmpty()) {
            return Optional.empty();
        }
        boolean indexed = INDEXED.matcher(text.toLowerCase(Locale.ROOT)).matches();
        return Optional.of(indexed ? "colour" + colour.getAsInt() : name(colour.getAsInt()));
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>();
        for (int i = 0; i < BASIC.size(); i++) {
            named.put(BASIC.get(i), i);
            named.put(Integer.toString(i), i);
            named.put("bright" + BASIC.get(i), 8 + i);
            named.put(Integer.toString(90 + i), 8 + i);
        }
        named.put("default", DEFAULT);
        named.put("terminal", DEFAULT);
        named.put("none", NONE);
        return named;
    }
}
