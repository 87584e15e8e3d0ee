package io.ccmux.server.input;

/**
 * A report of the mouse, as the protocols have it.
 *
 * @param button the button's bits without modifiers: 0 to 2, 3 for none, 64 and 65 the wheel, 66, 67, 128 to 131; with
 *            {@link #DRAG} added while it moves
 * @param modifiers those of {@link Key} that were held
 * @param column counted from 0
 * @param row counted from 0
 * @param release whether the button was let go; the old protocol does not say which one it was, it reports button 3
 */
public record MouseEvent(int button, int modifiers, int column, int row, boolean release) {
    public static final int DRAG = 32;
    static final int NO_BUTTON = 3;
    static final int WHEEL_UP = 64;
    static final int WHEEL_DOWN = 65;

    public boolean moves() {
        return (button & DRAG) != 0;
    }

    public boolean wheel() {
        return (button & ~DRAG) == WHEEL_UP || (button & ~DRAG) == WHEEL_DOWN;
    }

    /** Where it would be if the corner were there. */
    public MouseEvent relativeTo(int left, int top) {
        return new MouseEvent(button, modifiers, column - left, row - top, release);
    }
}
