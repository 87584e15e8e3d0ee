package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The end of the journal: the segment that is being written, and how it is followed by the next.
 *
 * <pre>
 *  rotate   cut off the old segment behind its last frame, force it
 *           write the new head under a name of its own, force it, rename it to its name, force the directory
 *           only now frames
 *
 *  | head | T | T | T 0 0 0 0 0 | T T T T T T T T | T 0 0 0 0 0 |
 *                    `- a small write takes zeros along for those after it; a large one needs none
 * </pre>
 *
 * <p>Zeros are written ahead because a force that has no new blocks and no new size to record is several times faster.
 * Whoever waits for a force waits for few bytes, so it is small writes that they help; a flood would write all twice.
 */
final class SegmentWriter {
    /** Bytes written ahead at once at most, and the part of a segment that they are; a write of as many takes none. */
    private static final int AHEAD_BYTES_MAX = 256 << 10;
    private static final int AHEAD_SHARE = 16;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(AHEAD_BYTES_MAX).asReadOnlyBuffer();

    private final Storage storage;
    private final UUID directory;
    private final LongSupplier randomness;
    private volatile PersistenceSettings settings;

    private final AtomicLong made;
    private StorageFile file;
    private long id;
    private long capacity;
    private long offset;
    /** Where the zeros end that were written ahead; at least {@code offset}. */
    private long ahead;
    private int crc;
    /** Where the last frame of all ends: in this segment, or in one before if this has none. */
    private JournalPosition end;
    private final Tail tail;

    SegmentWriter(Storage storage, Origin origin, PersistenceSettings settings, Tail tail) {
        this.storage = storage;
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
        follow(tail.read(storage));
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
        ByteBuffer[] sources = new ByteBuffer[batches.size() + 1];
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            crc = Frame.sealAll(batch.bytes(), batch.length(), crc, syncedSerial);
            sources[i] = ByteBuffer.wrap(batch.bytes(), 0, batch.length());
        }
        ByteBuffer zeros = zerosAfter(bytes);
        sources[batches.size()] = zeros.duplicate();
        file.write(offset, sources);
        offset += bytes;
        ahead = Math.max(ahead, offset + zeros.remaining());
        end = new JournalPosition(id, offset, crc, batches.getLast().lastSerial());
    }

    /** What goes behind a write of so many bytes. */
    private ByteBuffer zerosAfter(long bytes) {
        int most = (int) Math.min(AHEAD_BYTES_MAX, capacity / AHEAD_SHARE);
        boolean needed = offset + bytes > ahead && bytes < most;
        return ZEROS.slice(0, needed ? Math.clamp(capacity - offset - bytes, 0, most) : 0);
    }

    private void rotate() throws IOException {
        StorageFile old = file;
        old.truncate(offset);
        old.force();
        follow(new byte[0]);
    }

    /** Begins the next segment, with frames that are to be sealed anew. */
    private void follow(byte[] frames) throws IOException {
        id++;
        int salt = (int) randomness.getAsLong();
        FileHead head = new FileHead(FileHead.Kind.SEGMENT, salt, directory, id, end.serial() + 1, end);
        String name = StateLayout.newSegment(made.incrementAndGet());
        storage.remove(name);
        StorageFile next = new ForcedFile(storage.create(name));
        int last = Frame.sealAll(frames, frames.length, salt, end.serial());
        try {
            next.write(0, ByteBuffer.wrap(head.encode()), ByteBuffer.wrap(frames));
            next.force();
            storage.rename(name, StateLayout.segment(id));
            storage.forceDirectory(StateLayout.JOURNAL);
        } catch (IOException e) {
            // The disk may be full: give back what there is of it.
            abandon(next);
            storage.remove(name);
            throw e;
        }
        file = next;
        capacity = settings.segmentBytesWithin();
        offset = FileHead.BYTES + frames.length;
        ahead = offset;
        crc = last;
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

    /** Closes the file as it is. */
    void close() {
        if (file != null) {
            abandon(file);
        }
    }

    /** Leaves nothing behind that a recovery would have to look at: no empty segment, no zeros. */
    void tidy() throws IOException {
        if (end.segment() == id) {
            file.truncate(offset);
            file.force();
        } else {
            storage.remove(StateLayout.segment(id));
        }
        storage.forceDirectory(StateLayout.JOURNAL);
    }
}
