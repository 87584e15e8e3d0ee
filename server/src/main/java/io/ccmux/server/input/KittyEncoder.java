package io.ccmux.server.input;

import java.util.Optional;

/**
 * What a program reads that asked for the kitty keyboard protocol. Only presses are known here, so of its flags these
 * count:
 *
 * <pre>
 *   1  keys that could be taken for something else are written as CSI code ; modifiers u
 *   4  with what the key gives with Shift:     CSI code : shifted ; modifiers u
 *   8  all keys are, also those that make text
 *   16 with the text they make:                CSI code ; modifiers ; text u
 * </pre>
 */
final class KittyEncoder {
    private static final int ALTERNATES = 4;
    private static final int ALL_KEYS = 8;
    private static final int TEXT = 16;

    private KittyEncoder() {}

    static String encode(Key key, KeyboardModes modes) {
        boolean all = (modes.kittyFlags() & ALL_KEYS) != 0;
        if (key.equals(Key.FOCUS_IN) || key.equals(Key.FOCUS_OUT)) {
            return key.equals(Key.FOCUS_IN) ? "\033[I" : "\033[O";
        }
        if (key.code() == Key.BACKSPACE.code()) {
            return key.modifiers() == 0 && !all ? "\177" : unicode(new Key(127, key.modifiers()), modes);
        }
        if (key.code() == Key.BACK_TAB.code()) {
            return unicode(new Key('\t', key.modifiers() | Key.SHIFT), modes);
        }
        return key.isCharacter() ? character(key, modes, all) : named(key, all);
    }

    private static String character(Key key, KeyboardModes modes, boolean all) {
        boolean text = key.modifiers() == 0 && key.code() >= ' ';
        boolean legacy = key.modifiers() == 0 && (key.code() == '\r' || key.code() == '\t');
        return !all && (text || legacy) ? Character.toString(key.code()) : unicode(key, modes);
    }

    /** {@code CSI code u}: the code is that of the key without Shift, as far as letters tell. */
    private static String unicode(Key key, KeyboardModes modes) {
        int code = key.code();
        int lower = Character.toLowerCase(code);
        Key held = lower == code ? key : key.with(Key.SHIFT);
        StringBuilder sequence = new StringBuilder("\033[").append(lower);
        int upper = Character.toUpperCase(lower);
        if ((modes.kittyFlags() & ALTERNATES) != 0 && held.has(Key.SHIFT) && upper != lower) {
            sequence.append(':').append(upper);
        }
        boolean makesText = (modes.kittyFlags() & (TEXT | ALL_KEYS)) == (TEXT | ALL_KEYS) && code >= ' '
                && code != 127 && !held.has(Key.CTRL | Key.META);
        int modifier = KeyEncoder.modifier(held);
        if (modifier > 1 || makesText) {
            sequence.append(';').append(modifier > 1 ? Integer.toString(modifier) : "");
        }
        return sequence.append(makesText ? ";" + code : "").append('u').toString();
    }

    private static String named(Key key, boolean all) {
        Key bare = Key.of(key.code());
        String name = bare.name();
        Optional<KeySequences.Sequence> known = KeySequences.of(bare);
        if (known.isEmpty()) {
            return "";
        }
        KeySequences.Sequence sequence = known.get();
        int modifier = KeyEncoder.modifier(key);
        if (name.startsWith("KP")) {
            boolean text = !all && modifier == 1 && !name.equals("KPEnter");
            return text ? name.substring(2) : coded(sequence.kitty(), modifier, 'u');
        }
        if (name.equals("F3")) {
            // CSI R would be taken for an answer about the cursor.
            return coded(sequence.number(), modifier, '~');
        }
        if (sequence.letter() != ' ') {
            return modifier == 1 ? "\033[" + sequence.letter() : "\033[1;" + modifier + sequence.letter();
        }
        boolean old = sequence.number() != 0 && sequence.number() < 25;
        return old ? coded(sequence.number(), modifier, '~') : coded(sequence.kitty(), modifier, 'u');
    }

    private static String coded(int code, int modifier, char letter) {
        return "\033[" + code + (modifier == 1 ? "" : ";" + modifier) + letter;
    }
}
