package io.ccmux.server.terminal;

/**
 * What the program has asked of the terminal beyond the picture: how keys, mouse and paste are to be sent to it, and
 * how the cursor looks.
 *
 * @param cursorStyle as DECSCUSR numbers them, 0 (the user's own) to 6
 * @param kittyFlags the kitty keyboard flags in force, 0 for none
 * @param modifyOtherKeys xterm's level, 0 to 2
 * @param csiUKeys whether keys of modifyOtherKeys are wanted as CSI u: formatOtherKeys
 */
public record Modes(boolean cursorVisible, int cursorStyle, boolean cursorBlinks, boolean applicationCursor,
        boolean applicationKeypad, boolean bracketedPaste, boolean focusReports, MouseTracking mouse,
        MouseEncoding mouseEncoding, boolean alternateScroll, boolean synchronised, int kittyFlags, int modifyOtherKeys,
        boolean csiUKeys, boolean reverseScreen, boolean newLine, boolean insert, boolean origin, boolean autoWrap,
        boolean themeReports) {

    /** Which movements of the mouse the program wants to hear of: modes 9, 1000, 1002, 1003. */
    public enum MouseTracking {
        OFF, X10, NORMAL, BUTTON, ANY
    }

    /** How they are to be written: plain bytes, or modes 1005, 1006, 1015. */
    public enum MouseEncoding {
        DEFAULT, UTF8, SGR, URXVT
    }
}
