package io.ccmux.server.mux;

/** What happens to a pane, its runs and its terminal. */
public sealed interface PaneEvent extends Event {
    PaneId pane();

    /** A pane of a window; its first run is about to start. */
    record Opened(PaneId pane, WindowId window, Launch launch, Size size, int historyLimit) implements PaneEvent {}

    /** The pane now belongs to another window, which is laid out next. */
    record Moved(PaneId pane, WindowId window) implements PaneEvent {}

    /** The next run is about to start. {@code separator} is printed on a line of its own before it, unless empty. */
    record RunBegan(PaneId pane, int run, Launch launch, String separator) implements PaneEvent {}

    /** The run's process lives. */
    record Started(PaneId pane, int run, long pid, String terminal) implements PaneEvent {}

    /** The run waits for Enter before it starts; {@code separator} tells what happened. */
    record Held(PaneId pane, int run, String separator) implements PaneEvent {}

    /**
     * The run's process is gone. {@code signal} is 0 unless a signal ended it. {@code orphaned}: a signal that we did
     * not send, so that the pane comes back if the server ends before the pane is closed.
     */
    record Exited(PaneId pane, int run, int status, int signal, boolean orphaned) implements PaneEvent {}

    /** Bytes that the program printed. The array belongs to the event and is never changed. */
    record Output(PaneId pane, byte[] bytes) implements PaneEvent {}

    /** Output that could not be journaled: so many bytes are missing here. */
    record OutputLost(PaneId pane, long bytes) implements PaneEvent {}

    /**
     * What the pane prints from here on is not journaled, until the next {@link Output}. {@code separator} says so on a
     * line of its own.
     */
    record OffTheRecord(PaneId pane, String separator) implements PaneEvent {}

    /** The time has come to end what a program left open: an unfinished string, synchronised output. */
    record Expired(PaneId pane) implements PaneEvent {}

    record Closed(PaneId pane) implements PaneEvent {}

    record Retitled(PaneId pane, String title) implements PaneEvent {}

    record HistoryCleared(PaneId pane) implements PaneEvent {}

    /** All that the pane has printed, and all that its program has set, is forgotten. */
    record Forgotten(PaneId pane) implements PaneEvent {}

    /** The rows below the cursor are gone, and rows of the history are in their place. */
    record Trimmed(PaneId pane) implements PaneEvent {}

    /** The terminal is put back to its initial state. */
    record Reset(PaneId pane) implements PaneEvent {}

    /** What was last seen in the foreground of the pane: its directory, and the name of its program. */
    record Located(PaneId pane, String directory, String command) implements PaneEvent {}

    /** Whether keys reach the pane: {@code select-pane -d} and {@code -e}. */
    record InputEnabled(PaneId pane, boolean enabled) implements PaneEvent {}

    /** The pane makes room for a modal scrollbar while it shows its past, or takes it back. */
    record BarShown(PaneId pane, boolean shown) implements PaneEvent {}

    /** Where the pane stands in its life, for checkpoints. */
    record Restored(PaneId pane, int run, RunState state, long pid, String terminal, int status, int signal,
            long endedMicros, String directory, String command, boolean inputEnabled) implements PaneEvent {}

    /** A piece of the terminal's image, for checkpoints; the last piece puts the image in force. */
    record Imaged(PaneId pane, int piece, int pieces, byte[] bytes) implements PaneEvent {}
}
