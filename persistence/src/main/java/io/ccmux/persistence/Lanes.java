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
     * Runs a task on the lane of {@link #sync} after some time.
     *
     * @return takes the task back, if it has not begun
     */
    Runnable syncLater(Runnable task, long millis);

    /** Writes checkpoints, prepares segments. */
    void checkpoint(Runnable task);

    /** Runs what was given and whatever follows from it, except what {@link #syncLater} still holds back; then ends. */
    void finish() throws IOException;
}
