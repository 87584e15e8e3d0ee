package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * What is done while the disk is in trouble, and the way back.
 *
 * <pre>
 *  failed ---> page in the reserve ---> probe, after 0.1, 0.2, 0.4 … 2 s ---> healed ---> rejoin
 *                                         ^  |                                              |
 *                                         +--+-------------- did not work ------------------+
 *                                                                                           v
 *                                                   checkpoint of everything, new segment, page cleared
 * </pre>
 *
 * <p>What failed is neither written nor read again. The state is in memory: written as a checkpoint of its own, it
 * needs nothing of what was there before, and the journal begins anew after it.
 */
final class Outage {
    private static final long PROBE_MILLIS_MIN = 100;
    private static final long PROBE_MILLIS_MAX = 2000;
    /** A probe makes as much as the first segment needs, but no more than this, in bytes. */
    private static final int PROBE_BYTES_MAX = 1 << 20;
    /** While something has hung for so long, there is no use in probing. */
    private static final long HANGING_MILLIS = 1000;

    private final Lanes lanes;
    private final Storage storage;
    private final Journal journal;
    private final Checkpointing checkpointing;
    private final JournalListener listener;
    private final FreshJournal fresh;
    private volatile long probeMillis = PROBE_MILLIS_MIN;
    private volatile boolean over;

    Outage(Lanes lanes, Journal journal, Checkpointing checkpointing, JournalListener listener, FreshJournal fresh) {
        this.lanes = lanes;
        this.storage = fresh.storage();
        this.journal = journal;
        this.checkpointing = checkpointing;
        this.listener = listener;
        this.fresh = fresh;
    }

    /** Obeys other settings; the reserve becomes as large as they say. */
    void obey(PersistenceSettings changed) {
        long before = fresh.inForce().getAndSet(changed).reserveBytes();
        if (changed.reserveBytes() != before && journal.health() == PersistenceStatus.Health.HEALTHY) {
            prepare();
        }
    }

    /** Gets ready for trouble, when there is none. */
    void prepare() {
        lanes.checkpoint(this::allIsWell);
    }

    private void allIsWell() {
        try {
            OutagePage.clear(storage, fresh.settings().reserveBytes());
        } catch (IOException e) {
            // Without a reserve trouble is not written down, that is all; if there is trouble, the journal notices.
            return;
        }
    }

    /** The journal has failed. */
    void began(IOException cause) {
        probeLater();
        if (fresh.settings().reserveBytes() == 0) {
            return;
        }
        OutagePage page = new OutagePage(journal.synced(), journal.lastMicros(), String.valueOf(cause.getMessage()));
        lanes.checkpoint(() -> {
            try {
                page.write(storage);
            } catch (IOException e) {
                // The trouble is such that it cannot be written down.
                return;
            }
        });
    }

    private void probeLater() {
        if (!over && fresh.mayReturn()) {
            lanes.later(() -> lanes.checkpoint(this::probe), probeMillis);
            probeMillis = Math.min(2 * probeMillis, PROBE_MILLIS_MAX);
        }
    }

    private void probe() {
        if (over) {
            return;
        }
        try {
            if (journal.watch().millis() >= HANGING_MILLIS) {
                throw new IOException("the disk still does not answer");
            }
            tryDisk();
        } catch (IOException e) {
            // Not yet.
            probeLater();
            return;
        }
        listener.healed();
    }

    private void tryDisk() throws IOException {
        storage.makeDirectory(StateLayout.JOURNAL);
        storage.makeDirectory(StateLayout.CHECKPOINTS);
        if (!storage.holdsLock() && !storage.lock()) {
            throw new IOException("another server has the state directory");
        }
        fresh.checkOwn();
        String name = StateLayout.newSegment(0);
        storage.remove(name);
        try (StorageFile file = storage.create(name)) {
            file.write(0, ByteBuffer.allocate(Math.clamp(fresh.settings().segmentBytes(), 1, PROBE_BYTES_MAX)));
            file.force();
        } finally {
            storage.remove(name);
        }
        storage.forceDirectory(StateLayout.JOURNAL);
    }

    /** Begins anew with a checkpoint of everything appended so far; nothing if there is nothing to return from. */
    CompletableFuture<Checkpoint> rejoin(long wallMicros, Iterator<?> records) {
        CompletableFuture<Checkpoint> done = new CompletableFuture<>();
        OptionalLong serial = over ? OptionalLong.empty() : journal.hold();
        if (serial.isEmpty()) {
            done.completeExceptionally(new IOException("the journal is not in trouble"));
            return done;
        }
        checkpointing.begins(wallMicros);
        lanes.checkpoint(() -> {
            try {
                fresh.manifest();
                Checkpoint checkpoint = checkpointing.writeAnew(serial.getAsLong(), wallMicros, records);
                lanes.journal(() -> resume(checkpoint, done));
            } catch (IOException | RuntimeException e) {
                notBack(e, done);
            }
        });
        return done;
    }

    private void resume(Checkpoint checkpoint, CompletableFuture<Checkpoint> done) {
        try {
            SegmentWriter writer = fresh.writerAfter(checkpoint.coveredSerial());
            try {
                writer.begin();
                if (!journal.resume(writer)) {
                    throw new IOException("the disk failed again");
                }
            } catch (IOException e) {
                writer.close();
                throw e;
            }
        } catch (IOException e) {
            notBack(e, done);
            return;
        }
        probeMillis = PROBE_MILLIS_MIN;
        prepare();
        done.complete(checkpoint);
    }

    private void notBack(Exception cause, CompletableFuture<Checkpoint> done) {
        journal.giveUp(cause instanceof IOException known ? known : new IOException(cause));
        probeLater();
        done.completeExceptionally(cause);
    }

    /** The server ends: nothing is tried any more, and a return that is not done is given up. */
    void end() {
        over = true;
        journal.giveUp(new IOException("the server ends"));
    }
}
