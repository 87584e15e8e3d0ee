package io.ccmux.persistence;

import java.io.IOException;

/**
 * The threads of persistence as its code sees them: lanes on each of which tasks run one after another. A port, so that
 * a test can run all of them on one thread, in an order of its choosing.
 */
interface Lanes {
    /** Writes the journal. */
    void journal(Runnable task);

    /** Waits for the medium. */
    void sync(Runnable task);

    /**
     * Runs a task after some time, on a lane that never waits for the disk; it had better be short.
     *
     * @return takes the task back, if it has not begun
     */
    Runnable later(Runnable task, long millis);

    /** Time that goes on evenly, in nanoseconds since some moment. */
    long nanos();

    /** Writes checkpoints. */
    void checkpoint(Runnable task);

    /** Runs what was given and whatever follows from it, except what {@link #later} still holds back; then ends. */
    void finish() throws IOException;
}
