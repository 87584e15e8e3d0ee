package io.ccmux.persistence;

/** A payload that is not what its type's writer writes, although its checksum agrees. */
public final class CorruptRecordException extends RuntimeException {
    public CorruptRecordException(String message) {
        super(message);
    }

    public CorruptRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
