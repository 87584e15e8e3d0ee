package io.ccmux.server.mux;

import java.util.List;

/** What happens to a window. */
public sealed interface WindowEvent extends Event {
    WindowId window();

    /** A window without panes yet. */
    record Created(WindowId window, String name, Size size, long createdMicros) implements WindowEvent {}

    record Renamed(WindowId window, String name) implements WindowEvent {}

    /**
     * The window is divided so, and its panes have these sizes. Panes that are new come, in the order of indexes, after
     * the one before them in the layout.
     */
    record LaidOut(WindowId window, Layout layout) implements WindowEvent {}

    /** The panes' indexes follow this order rather than that of the layout. */
    record Ordered(WindowId window, List<PaneId> panes) implements WindowEvent {
        public Ordered {
            panes = List.copyOf(panes);
        }
    }

    record PaneSelected(WindowId window, PaneId pane) implements WindowEvent {}

    /** Panes that were active before, the latest first; for checkpoints. */
    record Remembered(WindowId window, List<PaneId> last) implements WindowEvent {}

    /** The active pane takes, or no longer takes, the whole window. */
    record Zoomed(WindowId window, boolean zoomed) implements WindowEvent {}

    /** The size that the window has by the option {@code window-size manual}. */
    record SizeChosen(WindowId window, Size size) implements WindowEvent {}

    /** What {@code next-layout} and {@code select-layout -o} go on from. {@code preset} is an ordinal or -1. */
    record LayoutChosen(WindowId window, int preset, String before) implements WindowEvent {}
}
