package io.ccmux.server.input;

import java.util.Comparator;
import java.util.Optional;

/**
 * A key with its modifiers: a character, a named key such as Up, or something the mouse did somewhere.
 *
 * <pre>
 *   code   0 ... 0x10ffff    a character: Tab, Enter and Escape are 9, 13 and 27; other controls are letters with C-
 *          NAMED + n         a key with a name, by its row in the table of names
 *          MOUSE + bits      action, button and place: see MouseKey
 *          USER + n          a sequence of the option user-keys
 * </pre>
 *
 * <p>Ordered as {@code list-keys} lists them: by modifiers, then by code.
 */
public record Key(int code, int modifiers) implements Comparable<Key> {
    public static final int META = 1;
    public static final int CTRL = 2;
    public static final int SHIFT = 4;
    public static final int MODIFIERS = META | CTRL | SHIFT;

    static final int NAMED = 0x200000;
    static final int MOUSE = 0x300000;
    static final int USER = 0x400000;
    static final int USER_MAX = 1000;

    public static final Key NONE = KeyNameTable.named("None");
    /** Stands in a table for every key that is not in it. */
    public static final Key ANY = KeyNameTable.named("Any");
    public static final Key TAB = new Key('\t', 0);
    public static final Key ENTER = new Key('\r', 0);
    public static final Key ESCAPE = new Key(27, 0);
    public static final Key SPACE = new Key(' ', 0);
    public static final Key BACKSPACE = KeyNameTable.named("BSpace");
    public static final Key BACK_TAB = KeyNameTable.named("BTab");
    public static final Key UP = KeyNameTable.named("Up");
    public static final Key DOWN = KeyNameTable.named("Down");
    public static final Key LEFT = KeyNameTable.named("Left");
    public static final Key RIGHT = KeyNameTable.named("Right");
    public static final Key HOME = KeyNameTable.named("Home");
    public static final Key END = KeyNameTable.named("End");
    public static final Key PAGE_UP = KeyNameTable.named("PPage");
    public static final Key PAGE_DOWN = KeyNameTable.named("NPage");
    public static final Key INSERT = KeyNameTable.named("IC");
    public static final Key DELETE = KeyNameTable.named("DC");
    public static final Key FOCUS_IN = KeyNameTable.named("FocusIn");
    public static final Key FOCUS_OUT = KeyNameTable.named("FocusOut");
    public static final Key PASTE_START = KeyNameTable.named("PasteStart");
    public static final Key PASTE_END = KeyNameTable.named("PasteEnd");

    private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::modifiers)
            .thenComparingInt(Key::code);

    /** A character without modifiers. */
    public static Key of(int codePoint) {
        return new Key(codePoint, 0);
    }

    /** The key of one of tmux's names: {@code C-a}, {@code M-S-Up}, {@code F1}, {@code ^b}, {@code WheelUpPane}. */
    public static Optional<Key> parse(String name) {
        return KeyNames.parse(name);
    }

    /** The name by which tmux lists the key. */
    public String name() {
        return KeyNames.name(this);
    }

    /** The name a user's name for a key is kept under: what the options of kind key are checked with. */
    public static Optional<String> canonical(String name) {
        return parse(name).map(Key::name);
    }

    public Key with(int added) {
        return new Key(code, modifiers | added);
    }

    public Key without(int removed) {
        return new Key(code, modifiers & ~removed);
    }

    public boolean has(int modifier) {
        return (modifiers & modifier) != 0;
    }

    /** Whether it stands for a character, and so for text. */
    public boolean isCharacter() {
        return code < NAMED;
    }

    public boolean isMouse() {
        return code >= MOUSE && code < USER;
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name();
    }
}
