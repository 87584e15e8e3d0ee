package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A state directory that is open: what came back from it, and where new records go.
 *
 * <p>All methods but {@link #status} belong to the session thread. None of them waits for the disk, except
 * {@link #open} and {@link #stop}.
 */
public final class Persistence implements AutoCloseable {
    private final RecoveryReport report;

    Persistence(RecoveryReport report) {
        this.report = report;
    }

    /**
     * Locks the directory, makes the state again through {@code replay} and gets ready for new records.
     *
     * @throws StateLockedException when a living server has the directory
     * @throws NewerFormatException when a newer ccmux wrote it; nothing was touched
     */
    public static Persistence open(PersistenceSettings settings, Storage storage, RecordRegistry registry,
            Replay replay, JournalListener listener) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What {@link #open} found and did. */
    public RecoveryReport report() {
        return report;
    }

    /**
     * Adds one transaction to the batch being filled.
     *
     * @param records instances of registered classes or {@link UnknownRecord}s, at least one
     * @return the serial of the last of them
     * @throws IllegalArgumentException when a record has no type or is too large; the transaction is not added
     */
    public long append(long wallMicros, List<?> records) {
        throw new UnsupportedOperationException();
    }

    /** Hands the batch to the journal thread; it is synced within the flush interval. */
    public void submit() {
        throw new UnsupportedOperationException();
    }

    /** Hands the batch to the journal thread; it is synced at once if durability is strict, for a reply waits for it. */
    public void submitForReply() {
        throw new UnsupportedOperationException();
    }

    /** Whether the disk keeps up. While false, whoever can wait (output of panes) had better not be read. */
    public boolean keepsUp() {
        throw new UnsupportedOperationException();
    }

    /** Whether so much was appended since the last checkpoint that it is time for the next, and none is being written. */
    public boolean checkpointDue() {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes a checkpoint of everything appended so far, on a thread of its own.
     *
     * @param records the fewest records that make the present state again; immutable, and read later by another thread
     * @return completes when the checkpoint can be relied on, exceptionally with an IOException if it cannot be written
     */
    public CompletableFuture<Checkpoint> checkpoint(long wallMicros, Iterator<?> records) {
        throw new UnsupportedOperationException();
    }

    /** How the journal is doing; from any thread. */
    public PersistenceStatus status() {
        throw new UnsupportedOperationException();
    }

    /** Stops properly: a last checkpoint unless the last one covers everything, and the marker of a clean stop. */
    public void stop(Ending ending) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes and syncs what was submitted and lets go of the directory, without checkpoint and marker. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * The state to stop with.
     *
     * @param empty      whether there is nothing that somebody would want back, so that no client starts a server for it
     * @param wallMicros the time, in microseconds since 1970
     * @param records    as for {@link #checkpoint}
     */
    public record Ending(boolean empty, long wallMicros, Iterator<?> records) {}
}
