package io.ccmux.persistence;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The way of records to the disk.
 *
 * <pre>
 *  session thread            journal lane                    sync lane
 *  append  encodes into      drain  seals, writes all        force, for everything written
 *          the batch                batches that wait        meanwhile at once
 *  submit  hands it over            -> written(serial)       -> synced(serial)
 *
 *  writing --- the disk fails ---> degraded --- {@link #hold} ---> returning --- {@link #resume} ---> writing
 *  to a segment                    drops all     a checkpoint      keeps all that came
 *     |                               ^          is taken          after the checkpoint
 *     off: nothing is ever written    +------ {@link #giveUp} ------+
 * </pre>
 *
 * <p>Serials are given out by {@link #append} and by nobody else. When the disk fails the journal drops what comes, and
 * goes on giving out serials: terminals live on, and a checkpoint of everything begins a new journal later.
 */
final class Journal {
    private final Lanes lanes;
    private volatile PersistenceSettings settings;
    private final JournalListener listener;
    private final Watch watch;

    // the session thread's
    private final FrameEncoder filling;
    private long submitted;
    private long lastMicros;

    // everybody's
    private final BatchQueue queue = new BatchQueue();
    /** Changed under this object's lock only. */
    private volatile JournalState state;
    private volatile long appended;
    private volatile long appendedBytes;
    private volatile long written;
    private volatile long synced;
    private volatile Consumer<IOException> afterFailure = _ -> {};

    /** @param writer empty if nothing is to be written; {@code serial} is the last one recovered */
    Journal(Lanes lanes, RecordRegistry registry, PersistenceSettings settings, JournalListener listener,
            Optional<SegmentWriter> writer, long serial) {
        this.lanes = lanes;
        this.settings = settings;
        this.listener = listener;
        this.watch = new Watch(lanes);
        this.filling = new FrameEncoder(registry, queue.buffer(), bufferBytesMax());
        this.appended = serial;
        this.submitted = serial;
        this.written = serial;
        this.synced = serial;
        this.state = writer.<JournalState>map(known -> new JournalState.Writing(known, gate(serial)))
                .orElse(new JournalState.Off());
        watch.connect(new Watch.Consequences(this::release, listener::slow, this::fail));
    }

    /** {@code told} is told what {@link JournalListener#failed} was told, after that. */
    void connect(Consumer<IOException> told) {
        afterFailure = told;
    }

    private SyncGate gate(long serial) {
        return new SyncGate(lanes, settings.flushMillis(), listener, new SyncGate.Trouble(this::fail, watch), serial);
    }

    /** From now on by these. */
    void obey(PersistenceSettings changed) {
        settings = changed;
        if (state instanceof JournalState.Writing way) {
            way.obey(changed);
        }
    }

    private int bufferBytesMax() {
        return Math.clamp(settings.queueBytesMax() + Frame.PAYLOAD_BYTES_MAX + Frame.OVERHEAD_BYTES,
                BatchQueue.BUFFER_BYTES, Integer.MAX_VALUE - 8);
    }

    /** Prepares the file for the first records, on the journal's own thread. */
    void begin() {
        if (state instanceof JournalState.Writing way) {
            lanes.journal(() -> watched(way, way.writer()::begin));
        }
    }

    long append(long wallMicros, List<?> records) {
        int before = filling.length();
        filling.transaction(appended + 1, wallMicros, records);
        appendedBytes += filling.length() - before;
        appended += records.size();
        lastMicros = wallMicros;
        switch (state) {
            case JournalState.Off _,JournalState.Degraded _ -> filling.clear();
            case JournalState.Writing _,JournalState.Returning _ -> {
                if (queue.bytes() + filling.length() > settings.queueBytesMax()) {
                    filling.clear();
                    IOException slow = new IOException(
                            "the disk is too slow: " + settings.queueBytesMax() + " bytes wait to be written");
                    fail(slow);
                    giveUp(slow);
                }
            }
        }
        return appended;
    }

    void submit() {
        if (appended > submitted) {
            hand(false, Optional.empty(), false);
        }
    }

    void submitForReply() {
        if (appended > submitted) {
            hand(settings.durability() == Durability.STRICT, Optional.empty(), false);
        } else if (settings.durability() == Durability.STRICT && state instanceof JournalState.Writing way) {
            lanes.journal(() -> way.gate().want(written));
        }
    }

    /** Hands the batch over and tells the place behind it when that is on the medium. */
    CompletableFuture<JournalPosition> mark() {
        CompletableFuture<JournalPosition> mark = new CompletableFuture<>();
        hand(true, Optional.of(mark), false);
        return mark;
    }

    /** The same, and what comes then begins a segment of its own. */
    CompletableFuture<JournalPosition> markEnd() {
        CompletableFuture<JournalPosition> mark = new CompletableFuture<>();
        hand(true, Optional.of(mark), true);
        return mark;
    }

    private void hand(boolean awaited, Optional<CompletableFuture<JournalPosition>> mark, boolean last) {
        submitted = appended;
        boolean idle = queue.add(new Batch(filling.bytes(), filling.length(), appended, awaited, mark, last));
        filling.buffer(queue.buffer(), bufferBytesMax());
        if (idle) {
            lanes.journal(() -> queue.drain(this::take));
        }
        if (watch.stalled()) {
            listener.written(submitted);
        }
    }

    /**
     * The disk may be back: from now on everything is kept, for a checkpoint of everything up to here will be written.
     *
     * @return the last serial that it has to contain; empty if there is nothing to return from
     */
    synchronized OptionalLong hold() {
        if (!(state instanceof JournalState.Degraded degraded)) {
            return OptionalLong.empty();
        }
        filling.clear();
        state = new JournalState.Returning(degraded.cause(), degraded.fromTheStart(), appended, new ArrayList<>());
        return OptionalLong.of(appended);
    }

    private void take(List<Batch> group) {
        if (state instanceof JournalState.Returning returning) {
            keep(group, returning);
            return;
        }
        long serial = group.getLast().lastSerial();
        Optional<StorageFile> before = file();
        if (state instanceof JournalState.Writing way) {
            write(way, group, serial);
        }
        queue.done(group);
        listener.written(serial);
        switch (state) {
            case JournalState.Writing way -> forward(way, group, serial);
            case JournalState.Off _ -> {
                written = serial;
                synced = serial;
                listener.synced(serial);
                refuse(group.getLast());
            }
            case JournalState.Degraded _,JournalState.Returning _ -> refuse(group.getLast());
        }
        if (!file().equals(before)) {
            // It is forced, and now that the gate has the next one nobody will ask for it again, but the sync lane may
            // be at it at this moment.
            before.ifPresent(old -> lanes.sync(() -> SegmentWriter.abandon(old)));
        }
    }

    /** The file that is written. */
    private Optional<StorageFile> file() {
        return state instanceof JournalState.Writing way ? Optional.ofNullable(way.writer().file()) : Optional.empty();
    }

    /** Puts aside what the checkpoint of everything does not contain. */
    private void keep(List<Batch> group, JournalState.Returning returning) {
        for (Batch batch : group) {
            if (batch.lastSerial() > returning.serial()) {
                returning.held().add(batch);
            } else {
                queue.done(List.of(batch));
            }
        }
        listener.written(group.getLast().lastSerial());
        refuse(group.getLast());
    }

    private void write(JournalState.Writing way, List<Batch> group, long serial) {
        watched(way, () -> way.writer().write(group, way.gate().synced()));
        if (state.equals(way)) {
            written = serial;
        }
    }

    private void forward(JournalState.Writing way, List<Batch> group, long serial) {
        way.gate().written(way.writer().file(), serial);
        if (group.stream().anyMatch(Batch::awaited)) {
            way.gate().want(serial);
        }
        JournalPosition position = way.writer().place();
        group.getLast().mark().ifPresent(mark -> way.gate().whenSynced(serial, () -> mark.complete(position),
                mark::completeExceptionally));
    }

    private void refuse(Batch batch) {
        batch.mark().ifPresent(mark -> mark
                .completeExceptionally(trouble().orElseGet(() -> new IOException("the journal is off"))));
    }

    /** Something that is done to a segment. */
    private interface Deed {
        void run() throws IOException;
    }

    private void watched(JournalState.Writing way, Deed deed) {
        watch.writing();
        try {
            deed.run();
        } catch (IOException e) {
            fail(way.gate(), e);
        } finally {
            watch.written();
        }
    }

    /**
     * Everything up to the serial at which {@link #hold} was called is on the medium: goes on in a new segment.
     *
     * @return false if it was given up meanwhile
     */
    boolean resume(SegmentWriter writer) throws IOException {
        if (!(state instanceof JournalState.Returning returning)) {
            writer.close();
            return false;
        }
        JournalState.Writing way = new JournalState.Writing(writer, gate(returning.serial()));
        List<Batch> held = returning.held();
        if (!held.isEmpty()) {
            writer.write(held, returning.serial());
        }
        synchronized (this) {
            if (!state.equals(returning)) {
                writer.close();
                return false;
            }
            state = way;
        }
        written = held.isEmpty() ? returning.serial() : held.getLast().lastSerial();
        listener.synced(returning.serial());
        if (!held.isEmpty()) {
            way.gate().written(writer.file(), written);
            way.gate().want(written);
        }
        queue.done(held);
        return true;
    }

    /** A write takes long: those who wait for it go on without. */
    private void release() {
        listener.written(appended);
    }

    private void fail(IOException cause) {
        if (state instanceof JournalState.Writing way) {
            fail(way.gate(), cause);
        }
    }

    /**
     * Gives the file up. It is neither written nor read again, for nobody knows what is in it. Whoever waits hears of
     * it before the journal says that anything is written which is not.
     */
    private void fail(SyncGate gate, IOException cause) {
        synchronized (this) {
            if (!(state instanceof JournalState.Writing way) || !way.gate().equals(gate)) {
                return;
            }
            synced = gate.synced();
            listener.failed(cause);
            state = new JournalState.Degraded(cause, false);
            lanes.journal(() -> lanes.sync(way.writer()::close));
        }
        gate.abandon(cause);
        afterFailure.accept(cause);
    }

    /** The checkpoint of everything cannot be written: the disk is not back. */
    void giveUp(IOException cause) {
        List<Batch> held;
        synchronized (this) {
            if (!(state instanceof JournalState.Returning returning)) {
                return;
            }
            held = returning.held();
            state = new JournalState.Degraded(cause, returning.fromTheStart());
        }
        lanes.journal(() -> queue.done(held));
    }

    /** Says that nothing can be written, before anything is. */
    void readOnly(IOException cause) {
        synchronized (this) {
            listener.failed(cause);
            state = new JournalState.Degraded(cause, true);
        }
        afterFailure.accept(cause);
    }

    Health health() {
        return switch (state) {
            case JournalState.Off _ -> Health.OFF;
            case JournalState.Writing _ -> Health.HEALTHY;
            case JournalState.Degraded degraded -> degraded.fromTheStart() ? Health.READ_ONLY : Health.DEGRADED;
            case JournalState.Returning returning -> returning.fromTheStart() ? Health.READ_ONLY : Health.DEGRADED;
        };
    }

    Optional<IOException> trouble() {
        return switch (state) {
            case JournalState.Off _,JournalState.Writing _ -> Optional.empty();
            case JournalState.Degraded degraded -> Optional.of(degraded.cause());
            case JournalState.Returning returning -> Optional.of(returning.cause());
        };
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
        return state instanceof JournalState.Writing way ? way.gate().synced() : synced;
    }

    long queuedBytes() {
        return queue.bytes();
    }

    Watch watch() {
        return watch;
    }

    /** Syncs everything that was submitted and whatever follows from it, and lets the lanes end. */
    void finish() throws IOException {
        if (state instanceof JournalState.Writing way) {
            lanes.journal(way.gate()::drain);
        }
        lanes.finish();
        if (state instanceof JournalState.Writing way) {
            way.writer().tidy();
            way.writer().close();
        }
    }
}
