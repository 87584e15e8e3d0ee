package io.ccmux.server.mux;

/** Where a pane's run stands. Only add at the end: the ordinal is in the journal. */
public enum RunState {
    /** Asked for; not known to live yet. */
    STARTING,
    /** Its process lives. */
    RUNNING,
    /** Waits for the user to press Enter. */
    HELD,
    /** Its process ended by itself. */
    EXITED,
    /** Its process was ended by a signal that the server did not send. */
    ORPHANED
}
