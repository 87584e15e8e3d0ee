package io.ccmux.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys as tests write them, as the bytes that a terminal sends.
 *
 * <pre>
 *   C-b  M-x  C-Up  Enter  PPage  F5    keys by their names
 *   'echo hi'                           text
 *   mouse:0@10,5M                       button 0 at column 10, row 5, counted from 0; m: let go; 32 more: moved
 * </pre>
 */
final class KeyText {
    private static final Pattern KEY = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern MOUSE = Pattern.compile("mouse:(\\d+)@(\\d+),(\\d+)([Mm])");
    private static final Map<String, String> KEYS = keys();

    private KeyText() {}

    private static Map<String, String> keys() {
        var keys = new HashMap<>(Map.of("Enter", "\r", "Escape", "\033", "Space", " ", "Tab", "\t", "BSpace",
                "\177", "C-Space", "\0", "PPage", "\033[5~", "NPage", "\033[6~"));
        keys.put("F5", "\033[15~");
        var arrows = Map.of("Up", "A", "Down", "B", "Right", "C", "Left", "D");
        arrows.forEach((name, letter) -> {
            keys.put(name, "\033[" + letter);
            keys.put("C-" + name, "\033[1;5" + letter);
            keys.put("M-" + name, "\033[1;3" + letter);
        });
        return keys;
    }

    private static String bytes(String key) {
        var mouse = MOUSE.matcher(key);
        if (mouse.matches()) {
            return "\033[<" + mouse.group(1) + ";" + (Integer.parseInt(mouse.group(2)) + 1) + ";"
                    + (Integer.parseInt(mouse.group(3)) + 1) + mouse.group(4);
        }
        if (KEYS.containsKey(key)) {
            return KEYS.get(key);
        }
        if (key.startsWith("M-") && key.length() > 2) {
            return "\033" + bytes(key.substring(2));
        }
        if (key.startsWith("C-") && key.length() > 2) {
            String rest = key.substring(2);
            return rest.startsWith("M-") ? "\033" + bytes("C-" + rest.substring(2)) : (char) (rest.charAt(0) & 31) + "";
        }
        return key;
    }

    static List<String> typed(String keys) {
        return KEY.matcher(keys).results()
                .map(found -> found.group(1) != null ? found.group(1) : bytes(found.group(2))).toList();
    }
}
