package io.ccmux.server.terminal;

import java.util.Locale;
import java.util.Map;

/** Colours as programs write them: {@code rgb:r/g/b} with one to four digits each, {@code #rgb} likewise, or a name. */
final class Colours {
    /** The text is no colour. */
    static final int NONE = -1;
    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("black", 0x000000),
            Map.entry("red", 0xFF0000), Map.entry("green", 0x00FF00), Map.entry("yellow", 0xFFFF00),
            Map.entry("blue", 0x0000FF), Map.entry("magenta", 0xFF00FF), Map.entry("cyan", 0x00FFFF),
            Map.entry("white", 0xFFFFFF), Map.entry("gray", 0xBEBEBE), Map.entry("grey", 0xBEBEBE),
            Map.entry("orange", 0xFFA500), Map.entry("purple", 0xA020F0), Map.entry("brown", 0xA52A2A),
            Map.entry("pink", 0xFFC0CB));

    private Colours() {}

    static int parse(String text) {
        if (text.startsWith("rgb:")) {
            String[] parts = text.substring(4).split("/", -1);
            return parts.length == 3 ? combine(parts[0], parts[1], parts[2]) : NONE;
        }
        int digits = (text.length() - 1) / 3;
        if (text.startsWith("#") && digits * 3 + 1 == text.length() && digits > 0) {
            return combine(text.substring(1, 1 + digits), text.substring(1 + digits, 1 + 2 * digits),
                    text.substring(1 + 2 * digits));
        }
        return NAMES.getOrDefault(text.toLowerCase(Locale.ROOT), NONE);
    }

    private static int combine(String red, String green, String blue) {
        int r = component(red);
        int g = component(green);
        int b = component(blue);
        return r < 0 || g < 0 || b < 0 ? NONE : r << 16 | g << 8 | b;
    }

    /** One to four hexadecimal digits, scaled to 0..255. */
    private static int component(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return NONE;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return NONE;
            }
            value = value * 16 + digit;
        }
        int max = (1 << 4 * digits.length()) - 1;
        return (value * 255 + max / 2) / max;
    }
}
