package io.ccmux.server.input;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The keys that have names; the first name of a row is the one that is listed. */
final class KeyNameTable {
    // @formatter:off
    private static final String[] ROWS = {
            "None", "Any", "FocusIn", "FocusOut", "PasteStart", "PasteEnd", "Unknown",
            "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
            "F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24",
            "F25", "F26", "F27", "F28", "F29", "F30", "F31", "F32", "F33", "F34", "F35",
            "IC Insert", "DC Delete", "Home", "End", "NPage PageDown PgDn", "PPage PageUp PgUp", "BTab", "BSpace",
            "Up", "Down", "Left", "Right",
            "KP/", "KP*", "KP-", "KP7", "KP8", "KP9", "KP+", "KP4", "KP5", "KP6", "KP1", "KP2", "KP3", "KPEnter", "KP0",
            "KP.",
    };
    private static final String[] CHARACTERS = {
            "[NUL]", "[SOH]", "[STX]", "[ETX]", "[EOT]", "[ENQ]", "[ASC]", "[BEL]", "[BS]", "Tab", "[LF]", "[VT]",
            "[FF]", "Enter", "[SO]", "[SI]", "[DLE]", "[DC1]", "[DC2]", "[DC3]", "[DC4]", "[NAK]", "[SYN]", "[ETB]",
            "[CAN]", "[EM]", "[SUB]", "Escape", "[FS]", "[GS]", "[RS]", "[US]", "Space",
    };
    // @formatter:on
    private static final Map<String, Integer> CODES = codes();

    private KeyNameTable() {}

    static Key named(String name) {
        return new Key(CODES.get(name.toLowerCase(Locale.ROOT)), 0);
    }

    /** The code of a name without modifiers, in either case; -1 when it names none. */
    static int code(String name) {
        return CODES.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
    }

    /** The name of a named key, or of a character that has one; empty for all others. */
    static String name(int code) {
        if (code >= Key.NAMED && code < Key.NAMED + ROWS.length) {
            return ROWS[code - Key.NAMED].split(" ")[0];
        }
        return code < CHARACTERS.length ? CHARACTERS[code] : "";
    }

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        for (int row = 0; row < ROWS.length; row++) {
            for (String name : ROWS[row].split(" ")) {
                codes.put(name.toLowerCase(Locale.ROOT), Key.NAMED + row);
            }
        }
        for (int character = 0; character < CHARACTERS.length; character++) {
            codes.put(CHARACTERS[character].toLowerCase(Locale.ROOT), character);
        }
        return Map.copyOf(codes);
    }
}
