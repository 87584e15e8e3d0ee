package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.Optional;

/** Reads a checkpoint from its first byte to its last, or says that it is damaged. */
final class CheckpointReader {
    private final Storage storage;
    private final String name;

    /** @param name the file, from the state directory on */
    CheckpointReader(Storage storage, String name) {
        this.storage = storage;
        this.name = name;
    }

    /** What is done with a frame; {@link FrameReader#head} and the payload are its. */
    @FunctionalInterface
    interface Visitor {
        void visit(FrameReader frame) throws IOException;
    }

    /**
     * The envelope, empty if it is damaged.
     *
     * @throws NewerFormatException when it is a newer one's
     */
    Optional<FileHead> head() throws NewerFormatException {
        try (StorageFile file = storage.openToRead(name)) {
            return switch (FileHead.decode(FileHead.Kind.CHECKPOINT, SegmentMap.firstBytes(file))) {
                case FileHead.Found.Valid(var head) -> Optional.of(head);
                case FileHead.Found.Newer(var version) -> throw NewerFormatException.of(name, version,
                        FileHead.FORMAT_VERSION);
                case FileHead.Found.Damaged() -> Optional.empty();
            };
        } catch (NewerFormatException e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Visits every record, in order. That the checkpoint is whole is known only when this returns.
     *
     * @throws DamagedFileException when it is not
     */
    Checkpoint read(FileHead head, Visitor visitor) throws IOException {
        try (StorageFile file = storage.openToRead(name)) {
            long size = file.size();
            FrameReader frames = new FrameReader(file, new JournalPosition(0, FileHead.BYTES, head.salt(), 0), size);
            long count = 0;
            while (frames.next()) {
                if (frames.head().type() == Frame.END) {
                    return finish(frames, head, count, size);
                }
                visitor.visit(frames);
                count++;
            }
            throw new DamagedFileException(name + " is damaged at byte " + frames.position(0).offset());
        }
    }

    private Checkpoint finish(FrameReader frames, FileHead head, long count, long size) throws DamagedFileException {
        long said = new RecordInput(new com.esotericsoftware.kryo.io.Input(frames.bytes(), frames.payloadOffset(),
                frames.payloadLength()), frames.head().version()).fixed64();
        if (said != count || frames.position(0).offset() != size) {
            throw new DamagedFileException(name + " has " + count + " records and " + size + " bytes, not the "
                    + said + " records and " + frames.position(0).offset() + " bytes it was written with");
        }
        return new Checkpoint(name.substring(name.indexOf('/') + 1), head.serial(), head.stamp(), count, size);
    }
}
