package io.ccmux.config;

/**
 * The block {@code persistence} of {@code ccmux.conf}.
 *
 * @param durability what an exit status of 0 promises: {@code strict}, {@code relaxed} or {@code off}
 * @param flushMillis the longest time that output may stay unsynced, in milliseconds
 * @param segmentBytes the size of a journal file
 * @param checkpointBytes journal bytes after which a checkpoint is due
 * @param queueBytesMax bytes that may wait for a slow disk
 */
public record PersistenceOptions(String durability, int flushMillis, long segmentBytes, long checkpointBytes,
        long queueBytesMax) {
    private static final long MEBIBYTE = 1L << 20;

    /** What is in force where nothing is said. */
    public static final PersistenceOptions STANDARD = new PersistenceOptions("strict", 100, 64 * MEBIBYTE,
            64 * MEBIBYTE, 64 * MEBIBYTE);

    PersistenceOptions durability(String other) {
        return new PersistenceOptions(other, flushMillis, segmentBytes, checkpointBytes, queueBytesMax);
    }

    PersistenceOptions flushMillis(int other) {
        return new PersistenceOptions(durability, other, segmentBytes, checkpointBytes, queueBytesMax);
    }

    PersistenceOptions segmentBytes(long other) {
        return new PersistenceOptions(durability, flushMillis, other, checkpointBytes, queueBytesMax);
    }

    PersistenceOptions checkpointBytes(long other) {
        return new PersistenceOptions(durability, flushMillis, segmentBytes, other, queueBytesMax);
    }

    PersistenceOptions queueBytesMax(long other) {
        return new PersistenceOptions(durability, flushMillis, segmentBytes, checkpointBytes, other);
    }
}
