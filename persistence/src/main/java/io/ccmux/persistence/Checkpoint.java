package io.ccmux.persistence;

/**
 * A checkpoint that is complete on the medium.
 *
 * @param name          its file below {@code checkpoints/}
 * @param coveredSerial the last record of the journal that is contained in it
 * @param wallMicros    when it was captured, in microseconds since 1970
 * @param records       how many records it holds
 * @param bytes         the size of its file
 */
public record Checkpoint(String name, long coveredSerial, long wallMicros, long records, long bytes) {}
