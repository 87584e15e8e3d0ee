package io.ccmux.server.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How keys with names are sent, by terminals to us and by us to programs.
 *
 * <pre>
 *   letter   CSI letter, CSI 1 ; modifiers letter, SS3 letter
 *   number   CSI number ~, CSI number ; modifiers ~
 *   kitty    CSI kitty u, CSI kitty ; modifiers u
 * </pre>
 */
final class KeySequences {
    // @formatter:off
    private static final Object[][] ROWS = {
            // key     letter  number  kitty
            {"Up",       'A',    0,      57419},
            {"Down",     'B',    0,      57420},
            {"Right",    'C',    0,      57418},
            {"Left",     'D',    0,      57417},
            {"End",      'F',    4,      57424},
            {"Home",     'H',    1,      57423},
            {"IC",       ' ',    2,      57425},
            {"DC",       ' ',    3,      57426},
            {"PPage",    ' ',    5,      57421},
            {"NPage",    ' ',    6,      57422},
            {"BTab",     'Z',    0,      0},
            {"F1",       'P',    11,     0},
            {"F2",       'Q',    12,     0},
            {"F3",       'R',    13,     0},
            {"F4",       'S',    14,     0},
            {"F5",       ' ',    15,     0},
            {"F6",       ' ',    17,     0},
            {"F7",       ' ',    18,     0},
            {"F8",       ' ',    19,     0},
            {"F9",       ' ',    20,     0},
            {"F10",      ' ',    21,     0},
            {"F11",      ' ',    23,     0},
            {"F12",      ' ',    24,     0},
            {"F13",      ' ',    25,     57376},
            {"F14",      ' ',    26,     57377},
            {"F15",      ' ',    28,     57378},
            {"F16",      ' ',    29,     57379},
            {"F17",      ' ',    31,     57380},
            {"F18",      ' ',    32,     57381},
            {"F19",      ' ',    33,     57382},
            {"F20",      ' ',    34,     57383},
            {"KPEnter",  'M',    0,      57414},
            {"KP*",      'j',    0,      57411},
            {"KP+",      'k',    0,      57413},
            {"KP-",      'm',    0,      57412},
            {"KP.",      'n',    0,      57409},
            {"KP/",      'o',    0,      57410},
            {"KP0",      'p',    0,      57399},
            {"KP1",      'q',    0,      57400},
            {"KP2",      'r',    0,      57401},
            {"KP3",      's',    0,      57402},
            {"KP4",      't',    0,      57403},
            {"KP5",      'u',    0,      57404},
            {"KP6",      'v',    0,      57405},
            {"KP7",      'w',    0,      57406},
            {"KP8",      'x',    0,      57407},
            {"KP9",      'y',    0,      57408},
    };
    // @formatter:on
    private static final int KITTY_F21 = 57384;
    private static final Map<Key, Sequence> BY_KEY = new HashMap<>();
    private static final Map<Character, Key> BY_LETTER = new HashMap<>();
    private static final Map<Integer, Key> BY_NUMBER = new HashMap<>();
    private static final Map<Integer, Key> BY_KITTY = new HashMap<>();

    static {
        for (Object[] row : ROWS) {
            Key key = KeyNameTable.named((String) row[0]);
            add(key, new Sequence((char) row[1], (int) row[2], (int) row[3]));
        }
        for (int f = 21; f <= 35; f++) {
            add(KeyNameTable.named("F" + f), new Sequence(' ', 0, KITTY_F21 + f - 21));
        }
        BY_NUMBER.put(7, Key.HOME);
        BY_NUMBER.put(8, Key.END);
        BY_LETTER.put('E', KeyNameTable.named("KP5"));
        BY_KITTY.put(57427, KeyNameTable.named("KP5"));
        BY_KITTY.put(57415, Key.of('='));
        BY_KITTY.put(57416, Key.of(','));
    }

    /** The parts of a key's sequences; a blank or 0 for none. */
    record Sequence(char letter, int number, int kitty) {}

    private KeySequences() {}

    private static void add(Key key, Sequence sequence) {
        BY_KEY.put(key, sequence);
        if (sequence.letter() != ' ') {
            BY_LETTER.put(sequence.letter(), key);
        }
        if (sequence.number() != 0) {
            BY_NUMBER.put(sequence.number(), key);
        }
        if (sequence.kitty() != 0) {
            BY_KITTY.put(sequence.kitty(), key);
        }
    }

    /** How a key without modifiers is sent; empty for characters and for what is never sent. */
    static Optional<Sequence> of(Key key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    static Optional<Key> byLetter(char letter) {
        return Optional.ofNullable(BY_LETTER.get(letter));
    }

    static Optional<Key> byNumber(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    static Optional<Key> byKitty(int code) {
        return Optional.ofNullable(BY_KITTY.get(code));
    }
}
