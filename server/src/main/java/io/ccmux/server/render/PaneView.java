package io.ccmux.server.render;

import java.util.Optional;

/** What a pane shows instead of its terminal: copy mode, a chooser, a clock. */
public interface PaneView {
    /** Where a view of a history is: its first line that shows, counted from the oldest, and how many are above. */
    record Scrolled(int top, int history) {}

    /** Paints on a canvas of the pane's size; a cursor set on it is shown if the pane is active. */
    void paint(Canvas canvas);

    /** Where it is in the pane's history, if it shows that. */
    default Optional<Scrolled> scrolled() {
        return Optional.empty();
    }
}
