package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The end of the journal: the segment that is being written, and how it is followed by the next.
 *
 * <pre>
 *  prepare (checkpoint lane)   a file of zeros under a name of its own, forced
 *  rotate  (journal lane)      cut off the old segment behind its last frame, force it
 *                              write the new head, force it, rename it to its name, force the directory
 *                              only now frames
 * </pre>
 *
 * <p>Zeros are written ahead because a force that has no new blocks and no new size to record is several times faster.
 */
final class SegmentWriter {
    private static final int PIECE_BYTES = 1 << 20;

    private final Storage storage;
    private final Lanes lanes;
    private final UUID directory;
    private final LongSupplier randomness;
    private volatile PersistenceSettings settings;

    private final AtomicReference<Optional<Made>> spare = new AtomicReference<>(Optional.empty());
    private final AtomicLong made;
    private boolean spareOrdered;
    private volatile boolean discarded;
    private StorageFile file;
    private long id;
    private long capacity;
    private long offset;
    private int crc;
    /** Where the last frame of all ends: in this segment, or in one before if this has none. */
    private JournalPosition end;
    private final Tail tail;

    SegmentWriter(Storage storage, Lanes lanes, Origin origin, PersistenceSettings settings, Tail tail) {
        this.storage = storage;
        this.lanes = lanes;
        this.directory = origin.directory;
        this.randomness = origin.randomness;
        this.made = origin.made;
        this.id = origin.nextSegment - 1;
        this.settings = settings;
        this.tail = tail;
        this.end = tail.proven;
    }

    /**
     * What new files of a directory are made from.
     *
     * @param made how many were made to become segments; it numbers the next one
     */
    record Origin(UUID directory, long nextSegment, LongSupplier randomness, AtomicLong made) {}

    /**
     * The end of the journal as it was found. What lies between the two places, in one segment, was read, but nothing
     * proves that it is on the medium: a force may have failed before the last server died, and then the kernel shows
     * bytes that it will never write. So it is carried over into the first new segment.
     */
    record Tail(JournalPosition proven, JournalPosition end) {
        byte[] read(Storage storage) throws IOException {
            byte[] bytes = new byte[(int) (end.offset() - proven.offset())];
            if (bytes.length > 0) {
                SegmentMap.Segment last = SegmentMap.of(storage).segment(end.segment()).orElseThrow();
                try (StorageFile file = last.open(storage)) {
                    ByteBuffer target = ByteBuffer.wrap(bytes);
                    while (target.hasRemaining()) {
                        if (file.read(proven.offset() + target.position(), target) < 0) {
                            throw new IOException("the journal became shorter while it was read");
                        }
                    }
                }
            }
            return bytes;
        }
    }

    /** A file that is no segment yet, under a name of its own that no reader looks at. */
    private record Made(String name, StorageFile file) {}

    StorageFile file() {
        return file;
    }

    /** From the next segment on that is made. */
    void obey(PersistenceSettings changed) {
        settings = changed;
    }

    /**
     * The place from which the journal goes on. Where the segment holds no record yet it is not the end of the one
     * before: that may go, and the checkpoint that names the place must not miss it.
     */
    JournalPosition place() {
        return end.segment() == id ? end : JournalPosition.nowhere(end.serial());
    }

    /** Makes the segment that the first frames go to. */
    void begin() throws IOException {
        follow(Math.min(settings.firstSegmentBytes(), settings.segmentBytesWithin()), tail.read(storage));
        if (offset > FileHead.BYTES) {
            end = new JournalPosition(id, offset, crc, tail.end.serial());
        }
    }

    /** Writes batches one after another, in one go. */
    void write(List<Batch> batches, long syncedSerial) throws IOException {
        long bytes = 0;
        for (Batch batch : batches) {
            bytes += batch.length();
        }
        if (bytes > 0) {
            put(batches, bytes, syncedSerial);
        }
        if (batches.getLast().last() && end.segment() == id) {
            rotate();
        }
    }

    private void put(List<Batch> batches, long bytes, long syncedSerial) throws IOException {
        if (offset + bytes > capacity && end.segment() == id) {
            rotate();
        }
        ByteBuffer[] sources = new ByteBuffer[batches.size()];
        for (int i = 0; i < sources.length; i++) {
            Batch batch = batches.get(i);
            crc = Frame.sealAll(batch.bytes(), batch.length(), crc, syncedSerial);
            sources[i] = ByteBuffer.wrap(batch.bytes(), 0, batch.length());
        }
        file.write(offset, sources);
        offset += bytes;
        end = new JournalPosition(id, offset, crc, batches.getLast().lastSerial());
        if (offset > capacity / 2 && !spareOrdered) {
            spareOrdered = true;
            lanes.checkpoint(this::prepare);
        }
    }

    private void rotate() throws IOException {
        StorageFile old = file;
        old.truncate(offset);
        old.force();
        follow(settings.segmentBytesWithin(), new byte[0]);
    }

    /** Begins the next segment, with frames that are to be sealed anew. */
    private void follow(long bytes, byte[] frames) throws IOException {
        id++;
        int salt = (int) randomness.getAsLong();
        FileHead head = new FileHead(FileHead.Kind.SEGMENT, salt, directory, id, end.serial() + 1, end);
        Optional<Made> prepared = spare.getAndSet(Optional.empty());
        Made next = prepared.isPresent() ? prepared.get() : make(offset == 0 ? bytes : 0);
        int last = Frame.sealAll(frames, frames.length, salt, end.serial());
        next.file.write(0, ByteBuffer.wrap(head.encode()), ByteBuffer.wrap(frames));
        next.file.force();
        storage.rename(next.name, StateLayout.segment(id));
        storage.forceDirectory(StateLayout.JOURNAL);
        file = next.file;
        capacity = bytes;
        offset = FileHead.BYTES + frames.length;
        crc = last;
        spareOrdered = false;
    }

    private Made make(long bytes) throws IOException {
        String name = StateLayout.newSegment(made.incrementAndGet());
        storage.remove(name);
        StorageFile fresh = new ForcedFile(storage.create(name));
        try {
            byte[] zeros = new byte[(int) Math.min(PIECE_BYTES, bytes)];
            for (long at = 0; at < bytes; at += zeros.length) {
                fresh.write(at, ByteBuffer.wrap(zeros, 0, (int) Math.min(zeros.length, bytes - at)));
            }
            return new Made(name, fresh);
        } catch (IOException e) {
            // The disk may be full: give back what there is of it.
            abandon(fresh);
            storage.remove(name);
            throw e;
        }
    }

    /**
     * Makes a segment in advance. If that fails, the one that needs it makes its own, or fails where somebody is told.
     */
    private void prepare() {
        if (spare.get().isPresent()) {
            return;
        }
        try {
            Made fresh = make(settings.segmentBytesWithin());
            fresh.file.force();
            spare.set(Optional.of(fresh));
            if (discarded) {
                discardSpare();
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Lets go of a file that is complete, or that nobody will trust again. */
    static void abandon(StorageFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // Its bytes are forced, or given up: closing has nothing to add.
            return;
        }
    }

    /** Closes the files as they are. */
    void close() {
        spare.getAndSet(Optional.empty()).ifPresent(unused -> abandon(unused.file));
        if (file != null) {
            abandon(file);
        }
    }

    /** Closes the files of a disk in trouble, and gives back the space of the one that was made in advance. */
    void discard() {
        discarded = true;
        discardSpare();
        close();
    }

    private void discardSpare() {
        Optional<Made> unused = spare.getAndSet(Optional.empty());
        if (unused.isPresent()) {
            abandon(unused.get().file);
            try {
                storage.remove(unused.get().name);
            } catch (IOException e) {
                // The disk is in trouble; the next recovery removes it.
                return;
            }
        }
    }

    /** Leaves nothing behind that a recovery would have to look at: no empty segment, no zeros, no spare. */
    void tidy() throws IOException {
        Optional<Made> unused = spare.get();
        if (unused.isPresent()) {
            storage.remove(unused.get().name);
        }
        if (end.segment() == id) {
            file.truncate(offset);
            file.force();
        } else {
            storage.remove(StateLayout.segment(id));
        }
        storage.forceDirectory(StateLayout.JOURNAL);
    }
}
