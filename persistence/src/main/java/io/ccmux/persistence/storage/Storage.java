package io.ccmux.persistence.storage;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A state directory, and the only way to it. Names are relative, parts joined by {@code /}.
 *
 * <p>What a power cut keeps: of a file what was written before a successful {@link StorageFile#force}, of a directory
 * the names that were in it at a successful {@link #forceDirectory}. Of everything later it keeps what it pleases.
 */
public interface Storage extends Closeable {
    /**
     * Claims the directory until {@link #close} or the end of the process.
     *
     * @return false when a living process has claimed it
     * @throws IOException when it cannot be claimed by anybody, as on a read-only file system
     */
    boolean lock() throws IOException;

    /** Whether what was locked is still the directory that is there; it may have been removed and made again. */
    boolean holdsLock() throws IOException;

    /** Makes a file that must not exist yet, to read and write. */
    StorageFile create(String name) throws IOException;

    /** Opens an existing file to read and write. */
    StorageFile open(String name) throws IOException;

    /** Opens an existing file to read. */
    StorageFile openToRead(String name) throws IOException;

    /** Gives a file another name, atomically replacing one that has it. */
    void rename(String from, String to) throws IOException;

    /** Takes a file or an empty directory away; it need not exist. */
    void remove(String name) throws IOException;

    /** The names of the plain files in a directory, sorted; none when there is no such directory. */
    List<String> list(String directory) throws IOException;

    /** The names of the directories in a directory, sorted; none when there is no such directory. */
    List<String> directories(String directory) throws IOException;

    /** Makes a directory and those above it, unless they exist. */
    void makeDirectory(String directory) throws IOException;

    /** Returns when the names in the directory (empty: the state directory itself) are on the medium. */
    void forceDirectory(String directory) throws IOException;

    @Override
    void close() throws IOException;
}
