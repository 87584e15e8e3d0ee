package io.ccmux.server.input;

import java.util.Locale;
import java.util.Optional;

/** Turns keys into names and back, by tmux's rules. */
final class KeyNames {
    private KeyNames() {}

    static Optional<Key> parse(String name) {
        if (name.startsWith("0x")) {
            return hexadecimal(name.substring(2));
        }
        if (name.length() == 2 && name.charAt(0) == '^') {
            return character(name.substring(1).toLowerCase(Locale.ROOT), Key.CTRL);
        }
        boolean caret = name.length() > 1 && name.charAt(0) == '^';
        int start = caret ? 1 : 0;
        int modifiers = caret ? Key.CTRL : 0;
        while (start + 2 < name.length() && name.charAt(start + 1) == '-') {
            int modifier = modifier(name.charAt(start));
            if (modifier == 0) {
                return Optional.empty();
            }
            modifiers |= modifier;
            start += 2;
        }
        String rest = name.substring(start);
        Optional<Key> character = character(rest, modifiers);
        return character.isPresent() ? character : named(rest, modifiers);
    }

    private static int modifier(char letter) {
        return switch (letter) {
            case 'C', 'c' -> Key.CTRL;
            case 'M', 'm' -> Key.META;
            case 'S', 's' -> Key.SHIFT;
            default -> 0;
        };
    }

    private static Optional<Key> hexadecimal(String digits) {
        try {
            int code = Integer.parseInt(digits, 16);
            return Character.isValidCodePoint(code) ? Optional.of(Key.of(code)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A single character that can be typed; for longer names see {@link #named}. */
    private static Optional<Key> character(String text, int modifiers) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
            return Optional.empty();
        }
        int codePoint = text.codePointAt(0);
        return codePoint < ' ' ? Optional.empty() : Optional.of(new Key(codePoint, modifiers));
    }

    private static Optional<Key> named(String name, int modifiers) {
        String lower = name.toLowerCase(Locale.ROOT);
        int code = KeyNameTable.code(lower);
        if (code < 0) {
            code = MouseKey.code(lower);
        }
        if (code < 0) {
            code = user(lower);
        }
        return code < 0 ? Optional.empty() : Optional.of(new Key(code, modifiers));
    }

    private static int user(String lower) {
        if (!lower.matches("user[0-9]{1,3}")) {
            return -1;
        }
        return Key.USER + Integer.parseInt(lower.substring(4));
    }

    static String name(Key key) {
        StringBuilder name = new StringBuilder();
        name.append(key.has(Key.CTRL) ? "C-" : "").append(key.has(Key.META) ? "M-" : "")
                .append(key.has(Key.SHIFT) ? "S-" : "");
        String named = KeyNameTable.name(key.code());
        if (!named.isEmpty()) {
            return name.append(named).toString();
        }
        if (key.isMouse()) {
            return name.append(MouseKey.of(key).name()).toString();
        }
        if (key.code() >= Key.USER) {
            return name.append("User").append(key.code() - Key.USER).toString();
        }
        return key.code() == 127 ? name.append("C-?").toString() : name.appendCodePoint(key.code()).toString();
    }
}
