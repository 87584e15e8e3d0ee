package io.ccmux.persistence;

/** What an exit status of 0 promises: how far a record has come when its reply is sent. */
public enum Durability {
    /** A reply waits until its transaction is on the medium; output follows within the flush interval. */
    STRICT,
    /**
     * A reply waits until its transaction is written to the file; everything is on the medium within the flush
     * interval.
     */
    RELAXED,
    /** Nothing is written: what was recovered is used, what happens from then on lives in memory only. */
    OFF
}
