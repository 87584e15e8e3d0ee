package io.ccmux.persistence;

/**
 * A record as it is read back.
 *
 * @param serial      its place in the journal, from 1; a checkpoint's records have the serial that the checkpoint
 *                    covers
 * @param transaction the serial of the first record of its transaction; a checkpoint is one transaction
 * @param wallMicros  when it was appended (or the checkpoint captured), in microseconds since 1970
 * @param record      an instance of a registered class, or an {@link UnknownRecord}
 */
public record Entry(long serial, long transaction, long wallMicros, Object record) {}
