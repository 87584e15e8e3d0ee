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
 * @param reserveBytes      bytes kept in reserve for a full disk
 */
public record PersistenceSettings(Durability durability, int flushMillis, long firstSegmentBytes, long segmentBytes,
        long checkpointBytes, long checkpointMillis, long queueBytesMax, Retention retention,
        long reserveBytes) {
    private static final long MEBIBYTE = 1L << 20;
    private static final long HOUR_MILLIS = 3_600_000;

    public PersistenceSettings {
        if (flushMillis < 1 || firstSegmentBytes < 0 || segmentBytes < 0 || checkpointBytes < 1
                || checkpointMillis < 1 || queueBytesMax < 1 || reserveBytes < 0) {
            throw new IllegalArgumentException("settings of the journal must be positive");
        }
    }

    public static PersistenceSettings standard() {
        return new PersistenceSettings(Durability.STRICT, 100, 4 * MEBIBYTE, 64 * MEBIBYTE, 64 * MEBIBYTE,
                HOUR_MILLIS, 64 * MEBIBYTE, Retention.standard(), 16 * MEBIBYTE);
    }

    public PersistenceSettings durability(Durability other) {
        return new PersistenceSettings(other, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings flushMillis(int other) {
        return new PersistenceSettings(durability, other, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings segmentBytes(long first, long others) {
        return new PersistenceSettings(durability, flushMillis, first, others, checkpointBytes, checkpointMillis,
                queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings checkpointBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                other, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings checkpointMillis(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, other, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings queueBytesMax(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, other, retention, reserveBytes);
    }

    public PersistenceSettings retention(Retention other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, other, reserveBytes);
    }

    public PersistenceSettings reserveBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, firstSegmentBytes, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, other);
    }
}
