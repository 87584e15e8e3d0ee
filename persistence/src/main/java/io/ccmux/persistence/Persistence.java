package io.ccmux.persistence;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * A state directory that is open: what came back from it, and where new records go.
 *
 * <p>All methods but {@link #status} and {@link #obey} belong to the session thread. None of them waits for the disk,
 * except {@link #open}, {@link #stop} and {@link #close}.
 */
public final class Persistence implements AutoCloseable {
    /** The part of the queue's limit from which the disk is said not to keep up. */
    private static final int QUEUE_SHARE = 4;

    private volatile PersistenceSettings settings;
    private final Storage storage;
    private final UUID directory;
    private final RecoveryReport report;
    private final Journal journal;
    private final CheckpointStore store;
    private final Checkpointing checkpointing;
    private final Outage outage;
    private final Map<String, byte[]> unpublished = new ConcurrentHashMap<>();
    private boolean ended;

    private Persistence(PersistenceSettings settings, Storage storage, RecoveryReport report, Parts parts) {
        this.settings = settings;
        this.storage = storage;
        this.report = report;
        this.directory = parts.directory;
        this.journal = parts.journal;
        this.store = parts.store;
        this.checkpointing = parts.checkpointing;
        this.outage = parts.outage;
    }

    private record Parts(UUID directory, Journal journal, CheckpointStore store, Checkpointing checkpointing,
            Outage outage) {}

    /**
     * Locks the directory, makes the state again through {@code replay} and gets ready for new records. From here on
     * the storage is this object's to close.
     *
     * @throws StateLockedException when a living server has the directory
     * @throws NewerFormatException when a newer ccmux wrote it; nothing was touched
     * @throws RecoveryRefusedException when {@code replay} wants it; nothing was touched
     */
    public static Persistence open(PersistenceSettings settings, Storage storage, RecordRegistry registry,
            Replay replay, JournalListener listener) throws IOException {
        return open(settings, storage, new Machinery(registry, new LaneThreads(listener::checkpointThread),
                new SecureRandom()::nextLong), replay, listener);
    }

    /** What is the same for every server, and another in tests. */
    record Machinery(RecordRegistry registry, Lanes lanes, LongSupplier randomness) {}

    static Persistence open(PersistenceSettings settings, Storage storage, Machinery machinery, Replay replay,
            JournalListener listener) throws IOException {
        boolean opened = false;
        try {
            Optional<IOException> lockTrouble = lock(storage);
            Recovery.Recovered recovered = new Recovery(storage, machinery.registry, replay, lockTrouble).run();
            Persistence persistence = begin(settings, storage, machinery, recovered, listener);
            opened = true;
            return persistence;
        } finally {
            if (!opened) {
                storage.close();
            }
        }
    }

    /** Why the directory cannot be locked although nobody else has it. */
    private static Optional<IOException> lock(Storage storage) throws StateLockedException {
        try {
            if (storage.lock()) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of(e);
        }
        throw new StateLockedException("another server has the state directory");
    }

    private static Persistence begin(PersistenceSettings settings, Storage storage, Machinery machinery,
            Recovery.Recovered recovered, JournalListener listener) {
        LongSupplier randomness = machinery.randomness;
        UUID directory = recovered.directory()
                .orElseGet(() -> new UUID(randomness.getAsLong(), randomness.getAsLong()));
        Optional<IOException> trouble = recovered.trouble();
        boolean off = settings.durability() == Durability.OFF;
        if (trouble.isEmpty() && !off) {
            trouble = write(storage, new Manifest(false, directory, OptionalLong.empty()));
        }
        FreshJournal fresh = new FreshJournal(storage, new AtomicReference<>(settings), machinery, directory,
                recovered.known() && !off);
        Optional<SegmentWriter> writer = off || trouble.isPresent()
                ? Optional.empty()
                : Optional.of(fresh.writer(recovered.nextSegment(),
                        new SegmentWriter.Tail(recovered.proven(), recovered.end())));
        RecoveryReport report = trouble.map(recovered.report()::readOnly).orElse(recovered.report());
        Journal journal = new Journal(machinery.lanes, machinery.registry, settings, listener, writer,
                recovered.end().serial());
        CheckpointStore store = new CheckpointStore(storage, machinery.registry, directory, randomness);
        Checkpointing checkpointing = new Checkpointing(machinery.lanes, journal,
                new Checkpointing.Stores(store, new Housekeeping(storage, settings)), settings,
                report.checkpoint(), recovered.bytes());
        Outage outage = new Outage(machinery.lanes, journal, checkpointing, listener, fresh);
        journal.connect(outage::began);
        trouble.ifPresent(journal::readOnly);
        journal.begin();
        if (writer.isPresent()) {
            outage.prepare();
        }
        return new Persistence(settings, storage, report, new Parts(directory, journal, store, checkpointing, outage));
    }

    private static Optional<IOException> write(Storage storage, Manifest manifest) {
        try {
            manifest.write(storage);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
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
        return journal.append(wallMicros, records);
    }

    /** Hands the batch to the journal thread; it is synced within the flush interval. */
    public void submit() {
        journal.submit();
    }

    /**
     * Hands the batch to the journal thread; it is synced at once if durability is strict, for a reply waits for it.
     */
    public void submitForReply() {
        journal.submitForReply();
    }

    /**
     * Whether the disk keeps up. While false, whoever can wait (output of panes) had better not be read. A disk that
     * does not answer at all is not worth waiting for.
     */
    public boolean keepsUp() {
        return journal.health() != Health.HEALTHY || journal.watch().stalled()
                || journal.queuedBytes() < settings.queueBytesMax() / QUEUE_SHARE;
    }

    /**
     * Whether so much was appended since the last checkpoint that it is time for the next, and none is being written.
     */
    public boolean checkpointDue() {
        return checkpointing.due();
    }

    /**
     * Writes a checkpoint of everything appended so far, on a thread of its own. Nothing is written if nothing was
     * appended since the last one.
     *
     * @param records the fewest records that make the present state again; immutable, and read later by another thread
     * @return completes when the checkpoint can be relied on, exceptionally with an IOException if it cannot be written
     */
    public CompletableFuture<Checkpoint> checkpoint(long wallMicros, Iterator<?> records) {
        return checkpointing.begin(wallMicros, records);
    }

    /**
     * Forgets the past for good: a checkpoint of everything appended so far, and nothing older stays on disk, neither
     * journal nor checkpoints nor what recoveries put aside.
     *
     * @param records as for {@link #checkpoint}
     * @return completes when it is gone, exceptionally with an IOException if some of it may still be there
     */
    public CompletableFuture<Checkpoint> forget(long wallMicros, Iterator<?> records) {
        return checkpointing.forget(wallMicros, records);
    }

    /**
     * Forgets some of the past for good: a checkpoint of everything appended so far, and in all that is older others in
     * the places of some records. What recoveries put aside goes.
     *
     * @param records as for {@link #checkpoint}
     * @param change  what is to be in the place of a record, no larger than it; the record itself if it may stay. Asked
     *                by another thread
     * @return as for {@link #forget}
     */
    public CompletableFuture<Checkpoint> redact(long wallMicros, Iterator<?> records, UnaryOperator<Object> change) {
        return checkpointing.redact(wallMicros, records, change);
    }

    /**
     * After {@link JournalListener#healed}: begins anew on the disk that had failed, with a checkpoint of everything
     * appended so far. What is appended meanwhile is kept, and written after it.
     *
     * @param records as for {@link #checkpoint}
     * @return completes when what is appended is durable again; exceptionally if the disk is not back, and then
     *         {@link JournalListener#healed} comes again
     */
    public CompletableFuture<Checkpoint> rejoin(long wallMicros, Iterator<?> records) {
        return outage.rejoin(wallMicros, records).thenApply(checkpoint -> {
            unpublished.keySet().forEach(name -> checkpointing.publish(name, unpublished.remove(name)));
            return checkpoint;
        });
    }

    /**
     * Puts a page for people and tools beside the journal, whole or not at all, on the thread of the checkpoints.
     * Nobody relies on it: it is not synced. While nothing can be written it waits for the disk to be back.
     *
     * @param name the file's, in the state directory
     */
    public void publish(String name, byte[] content) {
        if (journal.health() == Health.HEALTHY) {
            checkpointing.publish(name, content);
        } else {
            unpublished.put(name, content);
        }
    }

    /**
     * Obeys other settings from now on; whether there is a journal at all is decided when it is opened. From any
     * thread.
     */
    public void obey(PersistenceSettings changed) {
        boolean off = settings.durability() == Durability.OFF || changed.durability() == Durability.OFF;
        settings = changed.durability(off ? settings.durability() : changed.durability());
        journal.obey(settings);
        checkpointing.obey(settings);
        outage.obey(settings);
    }

    /** What an exit status of 0 promises while the disk is well; from any thread. */
    public Durability durability() {
        return settings.durability();
    }

    /** How the journal is doing; from any thread. */
    public PersistenceStatus status() {
        return new PersistenceStatus(journal.health(), journal.trouble().map(IOException::getMessage).orElse(""),
                journal.appended(), journal.written(), journal.synced(), journal.queuedBytes(),
                journal.watch().millis(),
                checkpointing.bytesSince(), checkpointing.last());
    }

    /**
     * Stops properly: a last checkpoint unless the last one covers everything, and the marker of a clean stop.
     *
     * @throws IOException when the disk failed; the journal up to then is what the next start finds
     */
    public void stop(Ending ending) throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        outage.end();
        try {
            submitForReply();
            Optional<CompletableFuture<Checkpoint>> last = journal.health() != Health.HEALTHY
                    || checkpointing.current()
                            ? Optional.empty()
                            : Optional.of(checkpointing.write(ending.wallMicros(), ending.records()));
            journal.finish();
            switch (journal.health()) {
                case OFF, READ_ONLY -> {}
                case HEALTHY -> {
                    if (last.isPresent()) {
                        await(last.get());
                    }
                    finish(ending.empty());
                }
                case DEGRADED -> {
                    rescue(ending);
                    finish(ending.empty());
                }
            }
        } finally {
            storage.close();
        }
    }

    private static void await(CompletableFuture<Checkpoint> last) throws IOException {
        try {
            last.join();
        } catch (CompletionException e) {
            throw new IOException("the last checkpoint could not be written", e.getCause());
        }
    }

    private void finish(boolean empty) throws IOException {
        new Manifest(empty, directory, OptionalLong.of(journal.appended())).write(storage);
    }

    /** What the journal dropped is in memory: a checkpoint of everything in a new file may still save it. */
    private void rescue(Ending ending) throws IOException {
        OutagePage.give(storage);
        store.write(JournalPosition.nowhere(journal.appended()), ending.wallMicros(), ending.records());
    }

    /** Writes and syncs what was submitted and lets go of the directory, without checkpoint and marker. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            outage.end();
            try (storage) {
                journal.finish();
            }
        }
    }

    /**
     * The state to stop with.
     *
     * @param empty      whether there is nothing that somebody would want back, so that no client starts a server for
     *                   it
     * @param wallMicros the time, in microseconds since 1970
     * @param records    as for {@link #checkpoint}
     */
    public record Ending(boolean empty, long wallMicros, Iterator<?> records) {}
}
