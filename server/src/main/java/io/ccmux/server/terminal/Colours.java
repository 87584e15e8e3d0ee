package io.ccmux.server.terminal;

import java.util.Locale;
import java.util.Map;

/**
 * Colours as programs write them, as XParseColor(3) reads them: {@code rgb:r/g/b}, where one to four digits each are a
 * fraction of their maximum; {@code #rgb}, where they are the first digits of four; or a name.
 */
final class Colours {
    /** The text is no colour. */
    static final int NONE = -1;
    private static final int DIGITS_MAX = 4;
    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("black", 0x000000),
            Map.entry("red", 0xFF0000), Map.entry("green", 0x00FF00), Map.entry("yellow", 0xFFFF00),
            Map.entry("blue", 0x0000FF), Map.entry("magenta", 0xFF00FF), Map.entry("cyan", 0x00FFFF),
            Map.entry("white", 0xFFFFFF), Map.entry("gray", 0xBEBEBE), Map.entry("grey", 0xBEBEBE),
            Map.entry("orange", 0xFFA500), Map.entry("purple", 0xA020F0), Map.entry("brown", 0xA52A2A),
            Map.entry("pink", 0xFFC0CB));

    private Colours() {}

    static int parse(String spelled) {
        String text = spelled.toLowerCase(Locale.ROOT);
        if (text.startsWith("rgb:")) {
            String[] parts = text.substring(4).split("/", -1);
            return parts.length == 3 ? combine(fraction(parts[0]), fraction(parts[1]), fraction(parts[2])) : NONE;
        }
        int digits = (text.length() - 1) / 3;
        if (text.startsWith("#") && digits * 3 + 1 == text.length() && digits > 0) {
            return combine(first(text.substring(1, 1 + digits)), first(text.substring(1 + digits, 1 + 2 * digits)),
                    first(text.substring(1 + 2 * digits)));
        }
        return NAMES.getOrDefault(text, NONE);
    }

    private static int combine(int red, int green, int blue) {
        return red < 0 || green < 0 || blue < 0 ? NONE : red << 16 | green << 8 | blue;
    }

    /** Digits, scaled to 0..255. */
    private static int fraction(String digits) {
        int value = number(digits);
        int max = (1 << 4 * digits.length()) - 1;
        return value < 0 ? NONE : (value * 255 + max / 2) / max;
    }

    /** The first two of four digits, of which the last may be missing: they are 0. */
    private static int first(String digits) {
        int value = number(digits);
        return value < 0 ? NONE : value << 4 * (DIGITS_MAX - digits.length()) >> 8;
    }

    /** One to four hexadecimal digits. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > DIGITS_MAX) {
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
        return value;
    }
}
