package io.ccmux.persistence.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link Storage}. Used by one thread at a time, except that any thread may {@link #force} it. */
public interface StorageFile extends Closeable {
    /**
     * Reads what is there, at least one byte unless {@code target} is full.
     *
     * @return the number of bytes read, or -1 at the end of the file
     */
    int read(long position, ByteBuffer target) throws IOException;

    /** Writes all bytes of all sources one after another, beginning at {@code position}; the file grows as needed. */
    void write(long position, ByteBuffer... sources) throws IOException;

    /**
     * Returns when everything written before the call is on the medium. After it failed, neither what was written nor
     * what is read back can be trusted, and a second call proves nothing. It fails, too, when the file's directory is
     * no longer there: nobody would find the bytes.
     */
    void force() throws IOException;

    /** Cuts the file off at {@code size} bytes, if it is longer. */
    void truncate(long size) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;
}
