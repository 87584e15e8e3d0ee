package io.ccmux.server.input;

import java.util.Optional;

/** Says what a control sequence of a terminal means. */
final class ControlSequences {
    private static final int MODIFIERS_MAX = 255;
    private static final int SUPER_AND_HYPER = 8 | 16;
    private static final int OTHER_KEYS = 27;

    private ControlSequences() {}

    /** The event, empty for what means nothing to us. */
    static Optional<InputEvent> event(ControlSequence sequence) {
        return switch (sequence.marker()) {
            case '<' -> mouse(sequence);
            case '?', '>', '=' -> Answers.marked(sequence).map(InputEvent.Answered::new);
            default -> unmarked(sequence);
        };
    }

    private static Optional<InputEvent> unmarked(ControlSequence sequence) {
        char letter = sequence.letter();
        return switch (letter) {
            case '~', '^', '@', '$' -> tilde(sequence).map(key -> struck(key, sequence));
            case 'u' -> unicode(sequence, 0, 1).map(key -> struck(key, sequence));
            case 'I' -> Optional.of(new InputEvent.Focused(true));
            case 'O' -> Optional.of(new InputEvent.Focused(false));
            case 't' -> Answers.pixels(sequence).map(InputEvent.Answered::new);
            case 'R' -> position(sequence);
            case 'a', 'b', 'c', 'd' -> KeySequences.byLetter((char) (letter - ' '))
                    .map(key -> new InputEvent.Pressed(key.with(Key.SHIFT)));
            default -> letter >= 'A' && letter <= 'Z'
                    ? lettered(sequence).map(key -> struck(key, sequence))
                    : Optional.empty();
        };
    }

    /** {@code CSI 1 ; 2 R} is F3 with Shift and also the cursor in the first row; asking is done from other rows. */
    private static Optional<InputEvent> position(ControlSequence sequence) {
        if (sequence.count() < 2 || sequence.parameter(0, 1) == 1) {
            return lettered(sequence).map(key -> struck(key, sequence));
        }
        return Optional.of(new InputEvent.Answered(
                new Answer.CursorPosition(sequence.parameter(0, 1), sequence.parameter(1, 1))));
    }

    /** A colon and a number after the modifiers tell what happened to the key. */
    private static InputEvent struck(Key key, ControlSequence sequence) {
        return new InputEvent.Pressed(key, Stroke.of(sequence.part(1, 1, 1)));
    }

    private static Optional<Key> lettered(ControlSequence sequence) {
        return KeySequences.byLetter(sequence.letter()).flatMap(key -> modified(key, sequence, 1));
    }

    private static Optional<Key> tilde(ControlSequence sequence) {
        if (sequence.parameter(0, 0) == OTHER_KEYS && sequence.count() >= 3) {
            return unicode(sequence, 2, 1);
        }
        int rxvt = switch (sequence.letter()) {
            case '$' -> Key.SHIFT;
            case '^' -> Key.CTRL;
            case '@' -> Key.CTRL | Key.SHIFT;
            default -> 0;
        };
        return KeySequences.byNumber(sequence.parameter(0, 0)).flatMap(key -> modified(key.with(rxvt), sequence, 1));
    }

    /** The key with the modifiers of a parameter; empty when it is one for the window system. */
    private static Optional<Key> modified(Key key, ControlSequence sequence, int index) {
        int bits = Math.clamp(sequence.parameter(index, 1) - 1, 0, MODIFIERS_MAX);
        if ((bits & SUPER_AND_HYPER) != 0) {
            return Optional.empty();
        }
        Key held = key.with(modifiers(bits));
        return Optional.of(held.code() == Key.BACK_TAB.code() ? held.without(Key.SHIFT) : held);
    }

    /** xterm's bits: shift 1, alt 2, control 4, meta 32. */
    private static int modifiers(int bits) {
        return ((bits & 1) != 0 ? Key.SHIFT : 0) | ((bits & 34) != 0 ? Key.META : 0)
                | ((bits & 4) != 0 ? Key.CTRL : 0);
    }

    /** A key by its code, as CSI u and modifyOtherKeys have it. */
    private static Optional<Key> unicode(ControlSequence sequence, int codeIndex, int modifierIndex) {
        int code = sequence.parameter(codeIndex, 0);
        Optional<Key> named = KeySequences.byKitty(code);
        if (named.isPresent()) {
            return modified(named.get(), sequence, modifierIndex);
        }
        boolean text = code > 0 && Character.isValidCodePoint(code) && !(code >= 0xe000 && code <= 0xf8ff)
                && !(code >= 0xd800 && code <= 0xdfff);
        if (!text) {
            return Optional.empty();
        }
        int shifted = sequence.part(codeIndex, 1, -1);
        return modified(Key.of(code), sequence, modifierIndex).map(key -> normal(key, shifted));
    }

    /**
     * The one way in which we write a key that terminals write in several: no Shift on a character that shows it, small
     * letters with Control.
     *
     * @param shifted what the key gives with Shift, as far as the terminal told; -1 if not
     */
    static Key normal(Key key, int shifted) {
        int code = key.code();
        if (code == 127) {
            return new Key(Key.BACKSPACE.code(), key.modifiers());
        }
        if (code == '\t' && key.has(Key.SHIFT)) {
            return new Key(Key.BACK_TAB.code(), key.without(Key.SHIFT).modifiers());
        }
        if (code < ' ') {
            boolean own = code == '\t' || code == '\r' || code == 27;
            return own ? key : normal(new Key(Character.toLowerCase(code | 0x40), key.modifiers() | Key.CTRL), -1);
        }
        if (key.has(Key.CTRL)) {
            return code >= 'A' && code <= 'Z' ? new Key(code + ' ', key.modifiers()) : key;
        }
        if (!key.has(Key.SHIFT) || code == ' ') {
            return key;
        }
        int upper = shifted > ' ' ? shifted : Character.toUpperCase(code);
        return new Key(upper, key.without(Key.SHIFT).modifiers());
    }

    private static Optional<InputEvent> mouse(ControlSequence sequence) {
        boolean release = sequence.letter() == 'm';
        if (sequence.count() < 3 || (!release && sequence.letter() != 'M')) {
            return Optional.empty();
        }
        int bits = sequence.parameter(0, 0);
        return Optional.of(new InputEvent.Moused(MouseEvent.of(bits, sequence.parameter(1, 1) - 1,
                sequence.parameter(2, 1) - 1, release)));
    }
}
