package io.ccmux.persistence;

/**
 * How the journal and its checkpoints are kept; plain values, already validated by whoever read them.
 *
 * @param flushMillis       longest time in milliseconds that something written may stay unsynced
 * @param firstSegmentBytes size in bytes a process's first segment is preallocated with
 * @param segmentBytes      size in bytes of the segments after it
 * @param checkpointBytes   journal bytes after which a checkpoint is due, unless the last one was larger
 * @param checkpointMillis  milliseconds after which one is due if anything was appended since the last
 * @param queueBytesMax     bytes that may wait for the journal thread; beyond them the journal degrades
 * @param retention         how much of the past is kept
 */
public record PersistenceSettings(Durability durability, int flushMillis, long firstSegmentBytes, long segmentBytes,
        long checkpointBytes, long checkpointMillis, long queueBytesMax, Retention retention) {
    private static final long MEBIBYTE = 1L << 20;
    private static final long HOUR_MILLIS = 3_600_000;

    public PersistenceSettings {
        if (flushMillis < 1 || firstSegmentBytes < 0 || segmentBytes < 0 || checkpointBytes < 1
                || checkpointMillis < 1 || queueBytesMax < 1) {
            throw new IllegalArgumentException("settings of the journal must be positive");
        }
    }

    public static PersistenceSettings standard() {
        return new PersistenceSettings(Durability.STRICT, 100, 4 * MEBIBYTE, 64 * MEBIBYTE, 64 * MEBIBYTE,
                HOUR_MILLIS, 64 * MEBIBYTE, Retention.standard());
    }

    public PersistenceSettings durability(Durability other) {
        return new PersistenceSettings(other, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention);
    }

    public PersistenceSettings flushMillis(int other) {
        return new PersistenceSettings(durability, other, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention);
    }

    public PersistenceSettings segmentBytes(long first, long others) {
        return new PersistenceSettings(durability, flushMillis, first, others, checkpointBytes, checkpointMillis,
                queueBytesMax, retention);
    }

    public PersistenceSettings checkpointBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                other, checkpointMillis, queueBytesMax, retention);
    }

    public PersistenceSettings checkpointMillis(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, other, queueBytesMax, retention);
    }

    public PersistenceSettings queueBytesMax(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, other, retention);
    }

    public PersistenceSettings retention(Retention other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, other);
    }
}
