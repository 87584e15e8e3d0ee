package io.ccmux.server.input;

/**
 * How a program wants its keys.
 *
 * @param applicationCursor DECCKM: arrows as SS3
 * @param applicationKeypad DECKPAM: the keypad as SS3
 * @param modifyOtherKeys xterm's level, 0 to 2; 0 also when the option {@code extended-keys} is off
 * @param csiU whether such keys are written as CSI u: the program (XTFMTKEYS) or {@code extended-keys-format} wants so
 * @param kittyFlags the flags of the kitty protocol, 0 for none; they win
 * @param backspace what backspace stands for: the option {@code backspace}
 */
public record KeyboardModes(boolean applicationCursor, boolean applicationKeypad, int modifyOtherKeys, boolean csiU,
        int kittyFlags, Key backspace) {
    /** A program that has asked for nothing. */
    public static final KeyboardModes PLAIN = new KeyboardModes(false, false, 0, false, 0, new Key('?', Key.CTRL));
}
