package io.ccmux.server.mux;

import io.ccmux.config.Options;
import io.ccmux.server.terminal.TerminalNotice;

/** What applying an event brought to light. Live, it is decided upon in the same turn; replay drops it. */
public sealed interface Notice {
    /** A pane's terminal has something to say: an answer, a bell, a title. */
    record FromTerminal(PaneId pane, TerminalNotice notice) implements Notice {}

    /** A pane has another size; its program should know. */
    record PaneResized(PaneId pane, Size size) implements Notice {}

    /** A pane is gone, its process must go too. */
    record PaneClosed(PaneId pane) implements Notice {}

    /** A window is gone. */
    record WindowClosed(WindowId window) implements Notice {}

    /** A session is gone, its clients must go elsewhere, as its options say. */
    record SessionClosed(SessionId session, String name, Options options) implements Notice {}

    /** Something that screens show has changed: names, layouts, options, selections. */
    record Redraw() implements Notice {}
}
