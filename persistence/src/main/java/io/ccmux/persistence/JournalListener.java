package io.ccmux.persistence;

import java.io.IOException;

/**
 * Whoever waits for records to get to the disk. Called from the threads of persistence, in the order of the serials;
 * a call may stand for many records.
 */
public interface JournalListener {
    /**
     * Everything up to {@code serial} is in the file: a death of this process cannot take it back. While the disk does
     * not take anything it is said without being so, so that terminals go on.
     */
    void written(long serial);

    /** Everything up to {@code serial} is on the medium: a power cut cannot take it back. */
    void synced(long serial);

    /**
     * The disk is in trouble: from now on records are accepted, reported as written so that terminals go on, and
     * dropped; none of those not yet synced ever will be. Called once per trouble; from within {@link Persistence#open}
     * when nothing can be written from the start, from within {@link Persistence#append} when too much waits for the
     * disk.
     */
    void failed(IOException cause);

    /** After {@link #failed}: the disk seems to be back, and {@link Persistence#rejoin} is worth a try. */
    default void healed() {}

    /** The thread that writes checkpoints begins with this: it can be made one that others need not wait for. */
    default void checkpointThread() {}

    /** The disk has not answered for so long, and is still being waited for; called once per call that takes long. */
    default void slow(long millis) {}
}
