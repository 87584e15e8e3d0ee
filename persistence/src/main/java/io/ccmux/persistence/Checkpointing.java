package io.ccmux.persistence;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** When checkpoints are due, and their way to the disk without anybody waiting. Belongs to the session thread. */
final class Checkpointing {
    private final Lanes lanes;
    private final Journal journal;
    private final CheckpointStore store;
    private final Housekeeping housekeeping;
    private final Archiving archiving;
    private volatile PersistenceSettings settings;

    private volatile Optional<Checkpoint> last;
    private volatile boolean running;
    /** The wall time at which the last one was begun, or before the first that of the first record; 0 if unknown. */
    private long begunMicros;
    /** {@link Journal#appendedBytes} when the last one was begun; below zero for bytes that were recovered. */
    private volatile long begunAt;

    /** @param recoveredBytes of the disk that the journal after {@code last} takes */
    Checkpointing(Lanes lanes, Journal journal, Stores stores, PersistenceSettings settings,
            Optional<Checkpoint> last, long recoveredBytes) {
        this.lanes = lanes;
        this.journal = journal;
        this.store = stores.store;
        this.housekeeping = stores.housekeeping;
        this.archiving = new Archiving(lanes, journal, housekeeping);
        this.settings = settings;
        this.last = last;
        this.begunMicros = last.map(Checkpoint::wallMicros).orElse(0L);
        this.begunAt = -recoveredBytes;
    }

    /** Where checkpoints go, and what becomes of them. */
    record Stores(CheckpointStore store, Housekeeping housekeeping) {}

    /** From now on by these. */
    void obey(PersistenceSettings changed) {
        settings = changed;
        housekeeping.obey(changed);
    }

    Optional<Checkpoint> last() {
        return last;
    }

    long bytesSince() {
        return journal.appendedBytes() - begunAt;
    }

    boolean due() {
        return !running && journal.health() == PersistenceStatus.Health.HEALTHY
                && (bytesSince() >= settings.checkpointBytesWithin(last.map(Checkpoint::bytes).orElse(0L))
                        || bytesSince() > 0 && overdue());
    }

    private boolean overdue() {
        if (begunMicros == 0) {
            begunMicros = journal.lastMicros();
        }
        return journal.lastMicros() - begunMicros >= settings.checkpointMillis() * 1000;
    }

    /** Nothing was appended since the last one. */
    boolean current() {
        return last.map(Checkpoint::coveredSerial).orElse(0L) == journal.appended();
    }

    CompletableFuture<Checkpoint> begin(long wallMicros, Iterator<?> records) {
        if (running) {
            return CompletableFuture.failedFuture(new IOException("a checkpoint is being written"));
        }
        if (current() && last.isPresent()) {
            return CompletableFuture.completedFuture(last.get());
        }
        return write(wallMicros, records);
    }

    /** Writes one even while another is being written, after that. */
    CompletableFuture<Checkpoint> write(long wallMicros, Iterator<?> records) {
        return write(journal.mark(), wallMicros, records, () -> {
            housekeeping.run(wallMicros);
            archiving.begin();
        });
    }

    /** Writes one and removes everything before it: other checkpoints, segments, and what was put aside. */
    CompletableFuture<Checkpoint> forget(long wallMicros, Iterator<?> records) {
        return forget(wallMicros, records, housekeeping::forget);
    }

    /** Writes one and takes records out of everything before it. */
    CompletableFuture<Checkpoint> redact(long wallMicros, Iterator<?> records, UnaryOperator<Object> change) {
        return forget(wallMicros, records, store.redaction(change)::run);
    }

    /** What is done to everything older than a checkpoint of that serial. */
    private interface Forgetting {
        void run(long coveredSerial) throws IOException;
    }

    private CompletableFuture<Checkpoint> forget(long wallMicros, Iterator<?> records, Forgetting forgetting) {
        CompletableFuture<JournalPosition> end = journal.markEnd();
        CompletableFuture<Checkpoint> forgotten = new CompletableFuture<>();
        write(end, wallMicros, records, () -> {}).whenComplete((checkpoint, failure) -> {
            try {
                if (failure != null) {
                    throw new IOException("nothing was forgotten", failure);
                }
                forgetting.run(checkpoint.coveredSerial());
                forgotten.complete(checkpoint);
            } catch (IOException | RuntimeException e) {
                forgotten.completeExceptionally(e);
            }
        });
        return forgotten;
    }

    /** What is done when a checkpoint can be relied on. */
    private interface Tidying {
        void run() throws IOException;
    }

    private CompletableFuture<Checkpoint> write(CompletableFuture<JournalPosition> mark, long wallMicros,
            Iterator<?> records, Tidying tidying) {
        CompletableFuture<Checkpoint> written = new CompletableFuture<>();
        running = true;
        begins(wallMicros);
        mark.whenComplete((position, failure) -> {
            if (failure == null) {
                lanes.checkpoint(() -> {
                    if (write(position, wallMicros, records, written)) {
                        tidy(tidying);
                    }
                });
            } else {
                running = false;
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    private boolean write(JournalPosition covered, long wallMicros, Iterator<?> records,
            CompletableFuture<Checkpoint> written) {
        try {
            Checkpoint checkpoint = store.write(covered, wallMicros, records);
            last = Optional.of(checkpoint);
            running = false;
            written.complete(checkpoint);
            return true;
        } catch (IOException | RuntimeException e) {
            running = false;
            written.completeExceptionally(e);
            return false;
        }
    }

    void publish(String name, byte[] content) {
        lanes.checkpoint(() -> {
            try {
                store.publish(name, content);
            } catch (IOException e) {
                // Nobody relies on a page; the one before stays.
                return;
            }
        });
    }

    /** What is appended from here on is not in the checkpoint that begins. */
    void begins(long wallMicros) {
        begunMicros = wallMicros;
        begunAt = journal.appendedBytes();
    }

    /** Writes one that needs nothing of the journal before it; on the checkpoint lane. */
    Checkpoint writeAnew(long serial, long wallMicros, Iterator<?> records) throws IOException {
        Checkpoint checkpoint = store.write(JournalPosition.nowhere(serial), wallMicros, records);
        last = Optional.of(checkpoint);
        return checkpoint;
    }

    private static void tidy(Tidying tidying) {
        try {
            tidying.run();
        } catch (IOException e) {
            // What should be gone is only in the way; the next checkpoint tries again.
            return;
        }
    }
}
