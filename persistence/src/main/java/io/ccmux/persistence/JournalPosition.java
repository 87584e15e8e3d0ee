package io.ccmux.persistence;

/**
 * A place in the journal between two transactions.
 *
 * @param segment the segment that holds the last frame before it, 0 if there is none
 * @param offset  where in the segment that frame ends, in bytes
 * @param crc     that frame's checksum, the seed of the next frame in the same segment
 * @param serial  that frame's serial
 */
public record JournalPosition(long segment, long offset, int crc, long serial) {
    /** Before the first record of all. */
    public static final JournalPosition START = nowhere(0);

    /** After {@code serial}, with no segment to go on in: what follows begins a segment of its own. */
    static JournalPosition nowhere(long serial) {
        return new JournalPosition(0, 0, 0, serial);
    }
}
