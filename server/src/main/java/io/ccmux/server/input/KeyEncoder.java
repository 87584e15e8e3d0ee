package io.ccmux.server.input;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a program reads when a key is pressed: VT sequences with xterm's modifiers, as tmux 3.7c sends them; for
 * programs that asked, modifyOtherKeys or the kitty protocol (see {@link KittyEncoder}).
 */
public final class KeyEncoder {
    private static final byte[] NOTHING = {};
    private static final int DIGITS_TO_CONTROLS = 030;
    /** With Control, these give the character below them; a blank stands for NUL. */
    private static final String CONTROLLED = "1!9(0)=+;:'\",<.>/-8? 2";
    private static final String CONTROLS = "119900=+;;'',,..\037\037\177\177\0\0";
    private static final String PASTE_START = "\033[200~";
    private static final String PASTE_END = "\033[201~";

    private KeyEncoder() {}

    /** Whether a program that asked for these flags of the kitty protocol wants to know of more than presses. */
    public static boolean tellsStrokes(int kittyFlags) {
        return (kittyFlags & KittyEncoder.STROKES) != 0;
    }

    /** The bytes for the program; none for keys that are not for programs. */
    public static byte[] encode(Key key, KeyboardModes modes) {
        return encode(key, Stroke.PRESS, modes);
    }

    /** Likewise; a key that is held is pressed again and again for programs that have not asked for more. */
    public static byte[] encode(Key key, Stroke stroke, KeyboardModes modes) {
        if (key.isMouse() || key.code() >= Key.USER) {
            return NOTHING;
        }
        if (modes.kittyFlags() != 0) {
            return KittyEncoder.encode(key, stroke, modes).getBytes(StandardCharsets.UTF_8);
        }
        return stroke == Stroke.RELEASE ? NOTHING : legacy(key, modes).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Pasted text for the program, or a piece of it.
     *
     * @param bracketed whether the program asked for marks around pastes; the text's own marks are left out then, or it
     *            could pass for typing
     */
    public static byte[] paste(InputEvent.Pasted paste, boolean bracketed) {
        if (!bracketed) {
            return paste.text();
        }
        String text = new String(paste.text(), StandardCharsets.ISO_8859_1);
        while (text.contains(PASTE_END) || text.contains(PASTE_START)) {
            text = text.replace(PASTE_END, "").replace(PASTE_START, "");
        }
        String whole = (paste.first() ? PASTE_START : "") + text + (paste.last() ? PASTE_END : "");
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String legacy(Key key, KeyboardModes modes) {
        Key plain = plain(key, modes);
        if (plain.modifiers() == 0 && plain.isCharacter()) {
            int code = plain.code();
            return code != 128 ? Character.toString(code) : "";
        }
        Optional<String> sequence = sequence(plain, modes);
        if (sequence.isPresent()) {
            return sequence.get();
        }
        if (!plain.isCharacter()) {
            return "";
        }
        return switch (modes.modifyOtherKeys()) {
            case 0 -> controls(plain);
            case 1 -> ownControl(plain) ? controls(plain) : extended(plain, modes);
            default -> extended(plain, modes);
        };
    }

    /** Backspace is what the option says; Shift with Tab is its own key, or Tab with Shift where that can be told. */
    private static Key plain(Key key, KeyboardModes modes) {
        if (key.code() == Key.BACKSPACE.code()) {
            Key backspace = modes.backspace();
            if (backspace.equals(KeyboardModes.PLAIN.backspace())) {
                return new Key(127, key.modifiers());
            }
            return backspace.with(key.modifiers());
        }
        if (key.code() == Key.BACK_TAB.code()) {
            return modes.modifyOtherKeys() == 2 ? new Key('\t', key.modifiers() | Key.SHIFT) : Key.BACK_TAB;
        }
        return key;
    }

    /** The sequence of a key with a name. */
    private static Optional<String> sequence(Key key, KeyboardModes modes) {
        if (key.equals(Key.FOCUS_IN) || key.equals(Key.FOCUS_OUT)) {
            return Optional.of(key.equals(Key.FOCUS_IN) ? "\033[I" : "\033[O");
        }
        Key bare = Key.of(key.code());
        String name = bare.name();
        if (name.startsWith("KP")) {
            return Optional.of((key.has(Key.META) ? "\033" : "") + keypad(bare, name, modes));
        }
        return KeySequences.of(bare).map(sequence -> key.modifiers() == 0
                ? unmodified(bare, sequence, modes)
                : modified(sequence, modifier(key)));
    }

    private static String keypad(Key bare, String name, KeyboardModes modes) {
        if (modes.applicationKeypad()) {
            return KeySequences.of(bare).map(sequence -> "\033O" + sequence.letter()).orElse("");
        }
        return name.equals("KPEnter") ? "\n" : name.substring(2);
    }

    private static String unmodified(Key key, KeySequences.Sequence sequence, KeyboardModes modes) {
        boolean arrow = sequence.letter() >= 'A' && sequence.letter() <= 'D';
        boolean function = sequence.letter() >= 'P' && sequence.letter() <= 'S';
        if (sequence.letter() == ' ' && sequence.number() == 0) {
            return "\033[" + sequence.kitty() + "u";
        }
        if (arrow || function) {
            return (function || modes.applicationCursor() ? "\033O" : "\033[") + sequence.letter();
        }
        return key.equals(Key.BACK_TAB) ? "\033[Z" : "\033[" + sequence.number() + "~";
    }

    private static String modified(KeySequences.Sequence sequence, int modifier) {
        if (sequence.letter() != ' ') {
            return "\033[1;" + modifier + sequence.letter();
        }
        return sequence.number() != 0
                ? "\033[" + sequence.number() + ";" + modifier + "~"
                : "\033[" + sequence.kitty() + ";" + modifier + "u";
    }

    /** xterm's number for modifiers: one more than shift 1, alt 2, control 4. */
    static int modifier(Key key) {
        return 1 + (key.has(Key.SHIFT) ? 1 : 0) + (key.has(Key.META) ? 2 : 0) + (key.has(Key.CTRL) ? 4 : 0);
    }

    /** A character with modifiers as a control character, with an escape before it for Meta. */
    private static String controls(Key key) {
        String escape = key.has(Key.META) ? "\033" : "";
        int code = key.code();
        if (code > 127 || !key.has(Key.CTRL) || code == '\r' || code == '\n' || code == '\t') {
            return escape + Character.toString(code);
        }
        int controlled = CONTROLLED.indexOf(code);
        if (controlled >= 0) {
            return escape + CONTROLS.charAt(controlled);
        }
        if (code >= '3' && code <= '7') {
            return escape + (char) (code - DIGITS_TO_CONTROLS);
        }
        return code >= '@' && code <= '~' ? escape + (char) (code & 0x1f) : escape + Character.toString(code);
    }

    /** Keys that have a control character of their own keep it at level 1 of modifyOtherKeys. */
    private static boolean ownControl(Key key) {
        int code = key.code();
        if (!key.has(Key.CTRL)) {
            return key.has(Key.META);
        }
        return code == ' ' || code == '/' || (code >= '2' && code <= '8') || (code >= '@' && code <= '~');
    }

    private static String extended(Key key, KeyboardModes modes) {
        return modes.csiU()
                ? "\033[" + key.code() + ";" + modifier(key) + "u"
                : "\033[27;" + modifier(key) + ";" + key.code() + "~";
    }
}
