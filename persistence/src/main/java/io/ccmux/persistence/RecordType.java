package io.ccmux.persistence;

/**
 * How one class of records looks on disk: a row of the {@link RecordRegistry}.
 *
 * @param id       the frozen number of the type, 1 to 254; never used again for anything else
 * @param version  the version that {@code writer} writes, 1 to 255; {@code reader} reads it and every older one
 * @param optional whether a server that does not know the type may carry its records along unread
 */
public record RecordType<T>(int id, int version, Class<T> type, boolean optional, Writer<T> writer, Reader<T> reader) {
    static final int ID_MAX = 254;

    public RecordType {
        if (id < 1 || id > ID_MAX || version < 1 || version > 255) {
            throw new IllegalArgumentException("record type " + id + " version " + version + " is out of range");
        }
    }

    /** A type that every reader must know. */
    public static <T> RecordType<T> of(int id, int version, Class<T> type, Writer<T> writer, Reader<T> reader) {
        return new RecordType<>(id, version, type, false, writer, reader);
    }

    /** Writes the payload of a record. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T record, RecordOutput out);
    }

    /** Reads what the writer of {@link RecordInput#version()} wrote, all of it. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(RecordInput in);
    }
}
