package io.ccmux.server.terminal;

/** What can be switched on and off, and how it is at first. What switches it stands in {@link ModeTable}. */
enum Mode {
    INSERT(false), NEW_LINE(false), APPLICATION_CURSOR(false), APPLICATION_KEYPAD(false), COLUMNS_132(false),
    REVERSE_SCREEN(false), ORIGIN(false), AUTO_WRAP(true), CURSOR_BLINK(false), CURSOR_VISIBLE(true),
    COLUMNS_ALLOWED(false), REVERSE_WRAP(false), REVERSE_WRAP_FAR(false), MARGINS(false), FOCUS_REPORTS(false),
    ALTERNATE_SCROLL(true), BRACKETED_PASTE(false), SYNCHRONISED(false), THEME_REPORTS(false), RESIZE_REPORTS(false),
    CSI_U_KEYS(false), MORE_FIX(false), ISO_PROTECTION(false), RECTANGLE_EXTENT(false);

    /** The bits of those that are on at first. */
    static final int INITIAL = initial();

    private final boolean on;

    Mode(boolean on) {
        this.on = on;
    }

    int bit() {
        return 1 << ordinal();
    }

    private static int initial() {
        int bits = 0;
        for (Mode mode : values()) {
            bits |= mode.on ? mode.bit() : 0;
        }
        return bits;
    }
}
