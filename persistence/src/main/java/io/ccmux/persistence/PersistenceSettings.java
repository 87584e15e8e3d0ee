package io.ccmux.persistence;

/**
 * How the journal and its checkpoints are kept; plain values, already validated by whoever read them.
 *
 * @param flushMillis       longest time in milliseconds that something written may stay unsynced
 * @param segmentBytes      size in bytes of a segment
 * @param checkpointBytes   journal bytes after which a checkpoint is due, unless the last one was larger
 * @param checkpointMillis  milliseconds after which one is due if anything was appended since the last
 * @param queueBytesMax     bytes that may wait for the journal thread; beyond them the journal degrades
 * @param retention         how much of the past is kept
 * @param reserveBytes      bytes kept in reserve for a full disk
 */
public record PersistenceSettings(Durability durability, int flushMillis, long segmentBytes,
        long checkpointBytes, long checkpointMillis, long queueBytesMax, Retention retention,
        long reserveBytes) {
    private static final long MEBIBYTE = 1L << 20;
    private static final long HOUR_MILLIS = 3_600_000;

    public PersistenceSettings {
        if (flushMillis < 1 || segmentBytes < 0 || checkpointBytes < 1
                || checkpointMillis < 1 || queueBytesMax < 1 || reserveBytes < 0) {
            throw new IllegalArgumentException("settings of the journal must be positive");
        }
    }

    /** The part of the retention that a segment may be. */
    private static final int SEGMENT_SHARE = 16;
    /** The part of the retention after which a checkpoint is due. */
    private static final int CHECKPOINT_SHARE = 4;

    /** Bytes of a segment: no more than fit well into the retention. */
    long segmentBytesWithin() {
        return retention.bytesMax() == 0
                ? segmentBytes
                : Math.min(segmentBytes, Math.max(1, retention.bytesMax() / SEGMENT_SHARE));
    }

    /**
     * Journal bytes after which a checkpoint is due: so many that the journal between two generations leaves room
     * within the retention.
     *
     * @param last bytes of the last checkpoint
     */
    long checkpointBytesWithin(long last) {
        long bytes = Math.max(checkpointBytes, last);
        return retention.bytesMax() == 0
                ? bytes
                : Math.min(bytes, Math.max(1, retention.bytesMax() / CHECKPOINT_SHARE));
    }

    /** Bytes that may come before the past is looked after again: journal, in segments that begin before it. */
    long headroomBytes() {
        return checkpointBytesWithin(0) + segmentBytesWithin();
    }

    public static PersistenceSettings standard() {
        return new PersistenceSettings(Durability.STRICT, 100, 64 * MEBIBYTE, 64 * MEBIBYTE,
                HOUR_MILLIS, 64 * MEBIBYTE, Retention.standard(), 16 * MEBIBYTE);
    }

    public PersistenceSettings durability(Durability other) {
        return new PersistenceSettings(other, flushMillis, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings flushMillis(int other) {
        return new PersistenceSettings(durability, other, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings segmentBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, other, checkpointBytes, checkpointMillis,
                queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings checkpointBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, segmentBytes,
                other, checkpointMillis, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings checkpointMillis(long other) {
        return new PersistenceSettings(durability, flushMillis, segmentBytes,
                checkpointBytes, other, queueBytesMax, retention, reserveBytes);
    }

    public PersistenceSettings queueBytesMax(long other) {
        return new PersistenceSettings(durability, flushMillis, segmentBytes,
                checkpointBytes, checkpointMillis, other, retention, reserveBytes);
    }

    public PersistenceSettings retention(Retention other) {
        return new PersistenceSettings(durability, flushMillis, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, other, reserveBytes);
    }

    public PersistenceSettings reserveBytes(long other) {
        return new PersistenceSettings(durability, flushMillis, segmentBytes,
                checkpointBytes, checkpointMillis, queueBytesMax, retention, other);
    }
}
