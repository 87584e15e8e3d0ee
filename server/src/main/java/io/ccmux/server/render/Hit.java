package io.ccmux.server.render;

import java.util.Optional;

import io.ccmux.server.mux.PaneId;

/**
 * What is at a cell of a client's screen.
 *
 * @param pane  the pane that is there, or whose border it is
 * @param range what a style there says to the mouse
 * @param x     the column in the pane; on the screen if there is none
 * @param y     the row in the pane, on the status line, or on a scrollbar; on a slider, that of the slider
 */
public record Hit(Kind kind, Optional<PaneId> pane, Optional<Range.Target> range, int x, int y) {
    /** What kinds of places there are. */
    public enum Kind {
        PANE, BORDER, STATUS, NOWHERE,
        /** Above the slider of a pane's scrollbar, on it, below it. */
        SCROLLBAR_UP, SCROLLBAR_SLIDER, SCROLLBAR_DOWN
    }
}
