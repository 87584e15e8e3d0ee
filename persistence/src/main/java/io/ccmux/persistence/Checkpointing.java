package io.ccmux.persistence;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** When checkpoints are due, and their way to the disk without anybody waiting. Belongs to the session thread. */
final class Checkpointing {
    private final Lanes lanes;
    private final Journal journal;
    private final CheckpointStore store;
    private final long bytesMin;

    private volatile Optional<Checkpoint> last;
    private volatile boolean running;
    /** {@link Journal#appendedBytes} when the last one was begun; below zero for bytes that were recovered. */
    private volatile long begunAt;

    /** @param recoveredBytes journal bytes that were applied after {@code last} */
    Checkpointing(Lanes lanes, Journal journal, CheckpointStore store, long bytesMin, Optional<Checkpoint> last,
            long recoveredBytes) {
        this.lanes = lanes;
        this.journal = journal;
        this.store = store;
        this.bytesMin = bytesMin;
        this.last = last;
        this.begunAt = -recoveredBytes;
    }

    Optional<Checkpoint> last() {
        return last;
    }

    long bytesSince() {
        return journal.appendedBytes() - begunAt;
    }

    boolean due() {
        return !running && journal.health() == PersistenceStatus.Health.HEALTHY
                && bytesSince() >= Math.max(bytesMin, last.map(Checkpoint::bytes).orElse(0L));
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
        CompletableFuture<Checkpoint> written = new CompletableFuture<>();
        running = true;
        begunAt = journal.appendedBytes();
        journal.mark().whenComplete((position, failure) -> {
            if (failure == null) {
                lanes.checkpoint(() -> write(position, wallMicros, records, written));
            } else {
                running = false;
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    private void write(JournalPosition covered, long wallMicros, Iterator<?> records,
            CompletableFuture<Checkpoint> written) {
        try {
            Checkpoint checkpoint = store.write(covered, wallMicros, records);
            last = Optional.of(checkpoint);
            running = false;
            written.complete(checkpoint);
        } catch (IOException | RuntimeException e) {
            running = false;
            written.completeExceptionally(e);
            return;
        }
        prune();
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

    private void prune() {
        try {
            store.prune();
        } catch (IOException e) {
            // What should be gone is only in the way; the next checkpoint tries again.
            return;
        }
    }
}
