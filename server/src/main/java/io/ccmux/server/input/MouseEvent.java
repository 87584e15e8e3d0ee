package io.ccmux.server.input;

/**
 * A report of the mouse, as the protocols have it.
 *
 * @param button the button's bits without modifiers: 0 to 2, 3 for none, 64 and 65 the wheel, 66, 67 and 128 to 131 the
 *            others; with {@link #DRAG} added while it moves
 * @param modifiers those of {@link Key} that were held
 * @param column counted from 0
 * @param row counted from 0
 * @param release whether the button was let go; the old protocol does not say which one it was and has 3
 */
public record MouseEvent(int button, int modifiers, int column, int row, boolean release) {
    public static final int DRAG = 32;
    static final int NO_BUTTON = 3;
    static final int WHEEL_UP = 64;
    static final int WHEEL_DOWN = 65;

    private static final int SHIFT = 4;
    private static final int META = 8;
    private static final int CTRL = 16;

    /** A report from the bits of the protocols, in which the modifiers are among those of the button. */
    static MouseEvent of(int bits, int column, int row, boolean release) {
        int modifiers = ((bits & SHIFT) != 0 ? Key.SHIFT : 0) | ((bits & META) != 0 ? Key.META : 0)
                | ((bits & CTRL) != 0 ? Key.CTRL : 0);
        int button = bits & ~(SHIFT | META | CTRL);
        return new MouseEvent(button, modifiers, Math.max(column, 0), Math.max(row, 0), release);
    }

    /** The bits of the protocols: the button's and the modifiers'. */
    int bits() {
        return button | ((modifiers & Key.SHIFT) != 0 ? SHIFT : 0) | ((modifiers & Key.META) != 0 ? META : 0)
                | ((modifiers & Key.CTRL) != 0 ? CTRL : 0);
    }

    public boolean moves() {
        return (button & DRAG) != 0;
    }

    /** Whether it moves with no button held. */
    public boolean hovers() {
        return moves() && (release || (button & ~DRAG) == NO_BUTTON);
    }

    public boolean wheel() {
        return button == WHEEL_UP || button == WHEEL_DOWN;
    }

    /** Where it is as seen from that corner. */
    public MouseEvent relativeTo(int left, int top) {
        return new MouseEvent(button, modifiers, column - left, row - top, release);
    }
}
