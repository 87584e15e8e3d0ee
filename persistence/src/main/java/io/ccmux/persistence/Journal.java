package io.ccmux.persistence;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way of records to the disk.
 *
 * <pre>
 *  session thread            journal lane                    sync lane
 *  append  encodes into      drain  seals, writes all        force, for everything written
 *          the batch                batches that wait        meanwhile at once
 *  submit  hands it over            -> written(serial)       -> synced(serial)
 * </pre>
 *
 * <p>Serials are given out by {@link #append} and by nobody else. When the disk fails the journal drops what comes, and
 * goes on giving out serials: terminals live on, and a checkpoint of everything may begin a new journal later.
 */
final class Journal {
    private static final int BUFFER_BYTES = 128 << 10;
    /** Buffers that grew larger are not kept. */
    private static final int POOLED_BYTES_MAX = 1 << 20;
    private static final int POOLED_MAX = 8;
    /** How much is written by one call. */
    private static final long GATHER_BYTES_MAX = 4 << 20;

    private final Lanes lanes;
    private final PersistenceSettings settings;
    private final JournalListener listener;
    private final Optional<SegmentWriter> writer;
    private final SyncGate gate;

    // the session thread's
    private final FrameEncoder filling;
    private long submitted;
    private long lastMicros;

    // everybody's
    private final ConcurrentLinkedQueue<Batch> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final BlockingQueue<byte[]> pool = new ArrayBlockingQueue<>(POOLED_MAX);
    private final AtomicReference<Optional<IOException>> trouble = new AtomicReference<>(Optional.empty());
    private volatile long appended;
    private volatile long appendedBytes;
    private volatile long written;

    /** @param writer empty if nothing is to be written; {@code serial} is the last one recovered */
    Journal(Lanes lanes, RecordRegistry registry, PersistenceSettings settings, JournalListener listener,
            Optional<SegmentWriter> writer, long serial) {
        this.lanes = lanes;
        this.settings = settings;
        this.listener = listener;
        this.writer = writer;
        this.gate = new SyncGate(lanes, settings.flushMillis(), listener, this::fail, serial);
        this.filling = new FrameEncoder(registry, new byte[BUFFER_BYTES], bufferBytesMax());
        this.appended = serial;
        this.submitted = serial;
        this.written = serial;
    }

    private int bufferBytesMax() {
        return Math.clamp(settings.queueBytesMax() + Frame.PAYLOAD_BYTES_MAX + Frame.OVERHEAD_BYTES,
                BUFFER_BYTES, Integer.MAX_VALUE - 8);
    }

    /** Prepares the file for the first records, on the journal's own thread. */
    void begin() {
        writer.ifPresent(known -> lanes.journal(() -> {
            try {
                known.begin();
            } catch (IOException e) {
                fail(e);
            }
        }));
    }

    long append(long wallMicros, List<?> records) {
        int before = filling.length();
        filling.transaction(appended + 1, wallMicros, records);
        appendedBytes += filling.length() - before;
        appended += records.size();
        lastMicros = wallMicros;
        if (health() != Health.HEALTHY) {
            filling.clear();
        } else if (queuedBytes.get() + filling.length() > settings.queueBytesMax()) {
            filling.clear();
            fail(new IOException("the disk is too slow: " + settings.queueBytesMax() + " bytes wait to be written"));
        }
        return appended;
    }

    void submit() {
        if (appended > submitted) {
            hand(false, Optional.empty());
        }
    }

    void submitForReply() {
        if (appended > submitted) {
            hand(settings.durability() == Durability.STRICT, Optional.empty());
        } else if (settings.durability() == Durability.STRICT) {
            lanes.journal(() -> gate.want(written));
        }
    }

    /** Hands the batch over and tells the place behind it when that is on the medium. */
    CompletableFuture<JournalPosition> mark() {
        CompletableFuture<JournalPosition> mark = new CompletableFuture<>();
        hand(true, Optional.of(mark));
        return mark;
    }

    private void hand(boolean awaited, Optional<CompletableFuture<JournalPosition>> mark) {
        submitted = appended;
        queue.add(new Batch(filling.bytes(), filling.length(), appended, awaited, mark));
        queuedBytes.addAndGet(filling.length());
        byte[] next = pool.poll();
        filling.buffer(next == null ? new byte[BUFFER_BYTES] : next, bufferBytesMax());
        if (queued.getAndIncrement() == 0) {
            lanes.journal(this::drain);
        }
    }

    private void drain() {
        int waiting = queued.get();
        while (waiting > 0) {
            List<Batch> group = new ArrayList<>();
            long bytes = 0;
            while (group.size() < waiting && bytes < GATHER_BYTES_MAX
                    && (group.isEmpty() || group.getLast().mark().isEmpty())) {
                Batch batch = queue.remove();
                group.add(batch);
                bytes += batch.length();
            }
            write(group);
            queuedBytes.addAndGet(-bytes);
            waiting = queued.addAndGet(-group.size());
        }
    }

    private void write(List<Batch> group) {
        long serial = group.getLast().lastSerial();
        Optional<StorageFile> before = writer.map(SegmentWriter::file);
        if (health() == Health.HEALTHY) {
            try {
                writer.orElseThrow().write(group, gate.synced());
            } catch (IOException e) {
                fail(e);
            }
        }
        for (Batch batch : group) {
            if (batch.bytes().length <= POOLED_BYTES_MAX) {
                pool.offer(batch.bytes());
            }
        }
        written = serial;
        listener.written(serial);
        switch (health()) {
            case HEALTHY -> {
                gate.written(writer.orElseThrow().file(), serial);
                if (group.stream().anyMatch(Batch::awaited)) {
                    gate.want(serial);
                }
            }
            case OFF -> listener.synced(serial);
            case DEGRADED, READ_ONLY -> {}
        }
        if (!before.equals(writer.map(SegmentWriter::file))) {
            // The segment before is forced and nobody asks for it again, but the sync lane may be at it now.
            lanes.sync(() -> before.ifPresent(SegmentWriter::abandon));
        }
        group.getLast().mark().ifPresent(mark -> tell(mark, serial));
    }

    private void tell(CompletableFuture<JournalPosition> mark, long serial) {
        if (health() != Health.HEALTHY) {
            mark.completeExceptionally(trouble.get().orElseGet(() -> new IOException("the journal is off")));
            return;
        }
        JournalPosition position = writer.orElseThrow().end();
        gate.whenSynced(serial, () -> mark.complete(position), mark::completeExceptionally);
    }

    /** Gives the file up. It is neither written nor read again, for nobody knows what is in it. */
    private void fail(IOException cause) {
        if (trouble.compareAndSet(Optional.empty(), Optional.of(cause))) {
            gate.abandon(cause);
            listener.failed(cause);
        }
    }

    /** Says that nothing can be written, before anything is. */
    void readOnly(IOException cause) {
        fail(cause);
    }

    Health health() {
        if (trouble.get().isPresent()) {
            return writer.isPresent() ? Health.DEGRADED : Health.READ_ONLY;
        }
        return writer.isPresent() ? Health.HEALTHY : Health.OFF;
    }

    Optional<IOException> trouble() {
        return trouble.get();
    }

    /** The last serial given out. */
    long appended() {
        return appended;
    }

    /** Bytes appended since the journal began, whether they were written or not. */
    long appendedBytes() {
        return appendedBytes;
    }

    /** The time of the last record appended, 0 before the first. */
    long lastMicros() {
        return lastMicros;
    }

    long written() {
        return written;
    }

    long synced() {
        return gate.synced();
    }

    long queuedBytes() {
        return queuedBytes.get();
    }

    /** Syncs everything that was submitted and whatever follows from it, and lets the lanes end. */
    void finish() throws IOException {
        lanes.journal(gate::drain);
        lanes.finish();
        if (writer.isPresent() && health() == Health.HEALTHY) {
            writer.get().tidy();
        }
        writer.ifPresent(SegmentWriter::close);
    }
}
