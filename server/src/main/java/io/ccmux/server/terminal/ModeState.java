package io.ccmux.server.terminal;

import io.ccmux.server.terminal.Modes.MouseEncoding;
import io.ccmux.server.terminal.Modes.MouseTracking;

/** The modes as they stand. */
final class ModeState {
    private static final int CURSOR_STYLES = 6;
    private static final int OTHER_KEYS_LEVELS = 2;

    private int bits = Mode.INITIAL;
    private int saved = Mode.INITIAL;
    private MouseTracking mouse = MouseTracking.OFF;
    private MouseEncoding encoding = MouseEncoding.DEFAULT;
    private int cursorStyle;
    private int modifyOtherKeys;
    private long synchronisedSince;

    boolean is(Mode mode) {
        return (bits & mode.bit()) != 0;
    }

    void set(Mode mode, boolean on) {
        bits = on ? bits | mode.bit() : bits & ~mode.bit();
    }

    /** XTSAVE: {@link #recall} brings it back. */
    void save(Mode mode) {
        saved = saved & ~mode.bit() | bits & mode.bit();
    }

    boolean recall(Mode mode) {
        return (saved & mode.bit()) != 0;
    }

    MouseTracking mouse() {
        return mouse;
    }

    void mouse(MouseTracking tracking) {
        mouse = tracking;
    }

    MouseEncoding encoding() {
        return encoding;
    }

    void encoding(MouseEncoding to) {
        encoding = to;
    }

    int cursorStyle() {
        return cursorStyle;
    }

    void cursorStyle(int style) {
        if (style <= CURSOR_STYLES) {
            cursorStyle = style;
            set(Mode.CURSOR_BLINK, style == 0 ? false : style % 2 == 1);
        }
    }

    int modifyOtherKeys() {
        return modifyOtherKeys;
    }

    void modifyOtherKeys(int level) {
        modifyOtherKeys = Math.min(level, OTHER_KEYS_LEVELS);
    }

    long synchronisedSince() {
        return synchronisedSince;
    }

    void synchronise(boolean on, long micros) {
        set(Mode.SYNCHRONISED, on);
        synchronisedSince = on ? micros : 0;
    }

    void reset() {
        bits = Mode.INITIAL;
        saved = Mode.INITIAL;
        mouse = MouseTracking.OFF;
        encoding = MouseEncoding.DEFAULT;
        cursorStyle = 0;
        modifyOtherKeys = 0;
        synchronisedSince = 0;
    }

    /** DECSTR resets less. */
    void softReset() {
        set(Mode.INSERT, false);
        set(Mode.ORIGIN, false);
        set(Mode.AUTO_WRAP, true);
        set(Mode.CURSOR_VISIBLE, true);
        set(Mode.APPLICATION_CURSOR, false);
        set(Mode.APPLICATION_KEYPAD, false);
        set(Mode.REVERSE_WRAP, false);
        set(Mode.REVERSE_WRAP_FAR, false);
        set(Mode.MARGINS, false);
        set(Mode.ISO_PROTECTION, false);
    }

    Modes view(int kittyFlags) {
        return new Modes(is(Mode.CURSOR_VISIBLE), cursorStyle, is(Mode.CURSOR_BLINK), is(Mode.APPLICATION_CURSOR),
                is(Mode.APPLICATION_KEYPAD), is(Mode.BRACKETED_PASTE), is(Mode.FOCUS_REPORTS), mouse, encoding,
                is(Mode.ALTERNATE_SCROLL), is(Mode.SYNCHRONISED), kittyFlags, modifyOtherKeys,
                is(Mode.CSI_U_KEYS),
                is(Mode.REVERSE_SCREEN), is(Mode.NEW_LINE), is(Mode.INSERT), is(Mode.ORIGIN), is(Mode.AUTO_WRAP),
                is(Mode.THEME_REPORTS));
    }

    void write(ByteSink sink) {
        sink.varint(bits);
        sink.varint(saved);
        sink.u8(mouse.ordinal());
        sink.u8(encoding.ordinal());
        sink.u8(cursorStyle);
        sink.u8(modifyOtherKeys);
        sink.signed(synchronisedSince);
    }

    void read(ByteSource source) throws CorruptImageException {
        bits = source.number((1 << Mode.values().length) - 1);
        saved = source.number((1 << Mode.values().length) - 1);
        mouse = MouseTracking.values()[source.number(MouseTracking.values().length - 1)];
        encoding = MouseEncoding.values()[source.number(MouseEncoding.values().length - 1)];
        cursorStyle = source.number(CURSOR_STYLES);
        modifyOtherKeys = source.number(OTHER_KEYS_LEVELS);
        synchronisedSince = source.signed();
    }
}
