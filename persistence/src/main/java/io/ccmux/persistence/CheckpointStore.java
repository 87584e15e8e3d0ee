package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The checkpoints of a state directory.
 *
 * <pre>
 *  +----------+-------+-------+-- ~~ --+---------+
 *  | FileHead | frame | frame |        | trailer |     serials from 1, all of transaction 1
 *  +----------+-------+-------+-- ~~ --+---------+
 *  trailer = a frame of type 255 with COMMIT: count of records (u64, least significant byte first), syncedSerial
 * </pre>
 *
 * <p>The journal is on the medium up to the covered serial before a checkpoint is begun. Then: write to a temporary
 * name, force, read back and compare, rename, force the directory. Only after that is anything older removed, see
 * {@link Housekeeping}.
 */
final class CheckpointStore {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Storage storage;
    private final RecordRegistry registry;
    private final UUID directory;
    private final LongSupplier randomness;

    CheckpointStore(Storage storage, RecordRegistry registry, UUID directory, LongSupplier randomness) {
        this.storage = storage;
        this.registry = registry;
        this.directory = directory;
        this.randomness = randomness;
    }

    /** Writes one, and returns when it can be relied on. */
    Checkpoint write(JournalPosition covered, long wallMicros, Iterator<?> records) throws IOException {
        String temporary = StateLayout.checkpointTemp(covered.serial());
        String name = StateLayout.checkpoint(covered.serial());
        FileHead head = new FileHead(FileHead.Kind.CHECKPOINT, (int) randomness.getAsLong(), directory, wallMicros,
                covered.serial(), covered);
        storage.remove(temporary);
        Checkpoint read;
        try {
            try (StorageFile file = storage.create(temporary)) {
                stream(file, head, records);
                file.force();
            }
            read = new CheckpointReader(storage, temporary).read(head, _ -> {});
            storage.rename(temporary, name);
        } catch (IOException | RuntimeException e) {
            discard(temporary, e);
            throw e;
        }
        storage.forceDirectory(StateLayout.CHECKPOINTS);
        return new Checkpoint(name.substring(name.indexOf('/') + 1), read.coveredSerial(), wallMicros, read.records(),
                read.bytes());
    }

    /** Gives back the space of a file that will not be finished. */
    private void discard(String temporary, Exception cause) {
        try {
            storage.remove(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void stream(StorageFile file, FileHead head, Iterator<?> records) throws IOException {
        file.write(0, ByteBuffer.wrap(head.encode()));
        FrameEncoder frames = new FrameEncoder(registry, new byte[BUFFER_BYTES],
                BUFFER_BYTES + 2 * (Frame.PAYLOAD_BYTES_MAX + Frame.OVERHEAD_BYTES));
        long at = FileHead.BYTES;
        int crc = head.salt();
        long count = 0;
        boolean more = true;
        while (more) {
            more = records.hasNext();
            if (more) {
                count++;
                frames.frame(records.next(), 0, new FrameEncoder.Place(count, 1, head.stamp()));
            } else {
                frames.trailer(count, head.stamp());
            }
            if (!more || frames.length() >= BUFFER_BYTES) {
                crc = Frame.sealAll(frames.bytes(), frames.length(), crc, head.serial());
                file.write(at, ByteBuffer.wrap(frames.bytes(), 0, frames.length()));
                at += frames.length();
                frames.clear();
            }
        }
    }

    /** What takes records out of the past. */
    Redaction redaction(UnaryOperator<Object> change) {
        return new Redaction(storage, registry, change);
    }

    /** Replaces a page beside the journal. */
    void publish(String name, byte[] content) throws IOException {
        String temporary = name + StateLayout.CHECKPOINT_TEMP_SUFFIX;
        storage.remove(temporary);
        try (StorageFile file = storage.create(temporary)) {
            file.write(0, ByteBuffer.wrap(content));
        }
        storage.rename(temporary, name);
    }
}
