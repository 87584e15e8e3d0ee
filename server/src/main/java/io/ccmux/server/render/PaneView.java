package io.ccmux.server.render;

/** What a pane shows instead of its terminal: copy mode, a chooser, a clock. */
public interface PaneView {
    /** Paints on a canvas of the pane's size; a cursor set on it is shown if the pane is active. */
    void paint(Canvas canvas);
}
