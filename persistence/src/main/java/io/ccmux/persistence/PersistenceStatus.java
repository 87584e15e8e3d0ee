package io.ccmux.persistence;

import java.util.Optional;

/**
 * How the journal is doing right now.
 *
 * @param trouble              what made it {@link Health#DEGRADED} or {@link Health#READ_ONLY}, else empty
 * @param appendedSerial       the last serial given out
 * @param writtenSerial        the last serial in the file
 * @param syncedSerial         the last serial on the medium
 * @param queuedBytes          bytes that wait for the journal thread
 * @param stalledMillis        how long the disk has not answered by now, 0 if nothing waits for it
 * @param bytesSinceCheckpoint journal bytes that a recovery would have to replay
 * @param checkpoint           the newest complete checkpoint
 */
public record PersistenceStatus(Health health, String trouble, long appendedSerial, long writtenSerial,
        long syncedSerial, long queuedBytes, long stalledMillis, long bytesSinceCheckpoint,
        Optional<Checkpoint> checkpoint) {

    /** Whether replies can be durable. */
    public enum Health {
        /** What is appended gets to the disk. */
        HEALTHY,
        /** The disk failed while running: appends are accepted and dropped until it is back. */
        DEGRADED,
        /** The directory could not be written from the start: the same. */
        READ_ONLY,
        /** Durability is off by choice. */
        OFF
    }
}
