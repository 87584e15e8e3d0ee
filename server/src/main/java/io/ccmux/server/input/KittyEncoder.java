package io.ccmux.server.input;

import java.util.Optional;

/**
 * What a program reads that asked for the kitty keyboard protocol. Of its flags:
 *
 * <pre>
 *   1  keys that could be taken for something else are written as CSI code ; modifiers u
 *   2  so is what happens to a key then:       CSI code ; modifiers : 2 u   held down, 3 let go
 *   4  with what the key gives with Shift:     CSI code : shifted ; modifiers u
 *   8  all keys are, also those that make text
 *   16 with the text they make:                CSI code ; modifiers ; text u
 * </pre>
 *
 * @param modes  what the program wants
 * @param stroke what happened; a press for programs that have not asked for more
 */
record KittyEncoder(KeyboardModes modes, Stroke stroke) {
    /** The flag of programs that want to know of keys held down and let go. */
    static final int STROKES = 2;
    private static final int ALTERNATES = 4;
    private static final int ALL_KEYS = 8;
    private static final int TEXT = 16;

    static String encode(Key key, Stroke stroke, KeyboardModes modes) {
        boolean told = (modes.kittyFlags() & STROKES) != 0;
        if (stroke == Stroke.RELEASE && !told) {
            return "";
        }
        return new KittyEncoder(modes, told ? stroke : Stroke.PRESS).encode(key);
    }

    private String encode(Key key) {
        if (key.equals(Key.FOCUS_IN) || key.equals(Key.FOCUS_OUT)) {
            return key.equals(Key.FOCUS_IN) ? "\033[I" : "\033[O";
        }
        if (key.code() == Key.BACKSPACE.code()) {
            return key.modifiers() == 0 && !all() ? legacy("\177") : unicode(new Key(127, key.modifiers()));
        }
        if (key.code() == Key.BACK_TAB.code()) {
            return unicode(new Key('\t', key.modifiers() | Key.SHIFT));
        }
        return key.isCharacter() ? character(key) : named(key);
    }

    private boolean all() {
        return (modes.kittyFlags() & ALL_KEYS) != 0;
    }

    /** Enter, Tab and Backspace: that they are let go is not told, so that a shell stays usable after a crash. */
    private String legacy(String text) {
        return stroke == Stroke.RELEASE ? "" : text;
    }

    private String character(Key key) {
        if (all() || key.modifiers() != 0) {
            return unicode(key);
        }
        if (key.code() == '\r' || key.code() == '\t') {
            return legacy(Character.toString(key.code()));
        }
        return key.code() >= ' ' && stroke != Stroke.RELEASE ? Character.toString(key.code()) : unicode(key);
    }

    /** {@code CSI code u}: the code is that of the key without Shift, as far as letters tell. */
    private String unicode(Key key) {
        int code = key.code();
        int lower = Character.toLowerCase(code);
        Key held = lower == code ? key : key.with(Key.SHIFT);
        StringBuilder sequence = new StringBuilder("\033[").append(lower);
        int upper = Character.toUpperCase(lower);
        if ((modes.kittyFlags() & ALTERNATES) != 0 && held.has(Key.SHIFT) && upper != lower) {
            sequence.append(':').append(upper);
        }
        boolean makesText = (modes.kittyFlags() & (TEXT | ALL_KEYS)) == (TEXT | ALL_KEYS) && code >= ' '
                && code != 127 && !held.has(Key.CTRL | Key.META) && stroke != Stroke.RELEASE;
        String how = how(held);
        if (!how.isEmpty() || makesText) {
            sequence.append(';').append(how);
        }
        return sequence.append(makesText ? ";" + code : "").append('u').toString();
    }

    /** The modifiers, and what happened; empty for a press without any. */
    private String how(Key key) {
        int modifier = KeyEncoder.modifier(key);
        if (stroke == Stroke.PRESS) {
            return modifier > 1 ? Integer.toString(modifier) : "";
        }
        return modifier + ":" + stroke.number();
    }

    private String named(Key key) {
        Key bare = Key.of(key.code());
        String name = bare.name();
        Optional<KeySequences.Sequence> known = KeySequences.of(bare);
        if (known.isEmpty()) {
            return "";
        }
        KeySequences.Sequence sequence = known.get();
        String how = how(key);
        if (name.startsWith("KP")) {
            boolean text = !all() && how.isEmpty() && !name.equals("KPEnter");
            return text ? name.substring(2) : coded(sequence.kitty(), how, 'u');
        }
        if (name.equals("F3")) {
            // CSI R would be taken for an answer about the cursor.
            return coded(sequence.number(), how, '~');
        }
        if (sequence.letter() != ' ') {
            return how.isEmpty() ? "\033[" + sequence.letter() : "\033[1;" + how + sequence.letter();
        }
        boolean old = sequence.number() != 0 && sequence.number() < 25;
        return old ? coded(sequence.number(), how, '~') : coded(sequence.kitty(), how, 'u');
    }

    private static String coded(int code, String how, char letter) {
        return "\033[" + code + (how.isEmpty() ? "" : ";" + how) + letter;
    }
}
