package io.ccmux.server.render;

/**
 * A part of a line that means something to the mouse.
 *
 * @param start its first column
 * @param end   the column after its last
 */
public record Range(Target target, int start, int end) {
    /** What kinds of things can be clicked. */
    public enum Kind {
        LEFT, RIGHT, PANE, WINDOW, SESSION, USER, CONTROL
    }

    /**
     * What is clicked.
     *
     * @param number the pane's, window's or session's; 0 if it has none
     * @param text   the user's word; empty for the other kinds
     */
    public record Target(Kind kind, int number, String text) {}

    boolean contains(int x) {
        return x >= start && x < end;
    }
}
