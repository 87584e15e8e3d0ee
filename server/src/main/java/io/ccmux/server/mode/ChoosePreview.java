package io.ccmux.server.mode;

import java.util.List;

import io.ccmux.config.Options;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.terminal.Style;

/** What a chooser shows below its list of the line that is chosen. */
sealed interface ChoosePreview {
    /** Screens beside one another, the one at {@code current} in any case. */
    record Screens(List<Labelled> screens, int current) implements ChoosePreview {}

    /** What a client shows: the active pane of its window, and its status line. */
    record Screen(PaneId pane, ClientView client, Options session) implements ChoosePreview {}

    /** Lines of text. */
    record Text(List<String> lines) implements ChoosePreview {}

    /** A pane's screen with a name in its middle; without a name if that is empty. */
    record Labelled(PaneId pane, String label, Style style) {}
}
