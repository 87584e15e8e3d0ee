package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What a journal is begun from, and begun anew from after the disk was in trouble. */
final class FreshJournal {
    private final Storage storage;
    private final AtomicReference<PersistenceSettings> inForce;
    private final Persistence.Machinery machinery;
    private final UUID directory;
    private final boolean mayReturn;
    /** Files that were made to become segments, by any writer: one that a slow disk holds may outlive its successor. */
    private final AtomicLong made = new AtomicLong();

    /**
     * @param inForce   as they are at each moment
     * @param mayReturn whether a journal that failed may be begun anew: not if nobody knows what is in the directory
     */
    FreshJournal(Storage storage, AtomicReference<PersistenceSettings> inForce, Persistence.Machinery machinery,
            UUID directory, boolean mayReturn) {
        this.storage = storage;
        this.inForce = inForce;
        this.machinery = machinery;
        this.directory = directory;
        this.mayReturn = mayReturn;
    }

    Storage storage() {
        return storage;
    }

    AtomicReference<PersistenceSettings> inForce() {
        return inForce;
    }

    PersistenceSettings settings() {
        return inForce.get();
    }

    boolean mayReturn() {
        return mayReturn;
    }

    /** Says in the directory that there is something to recover. */
    void manifest() throws IOException {
        new Manifest(false, directory, OptionalLong.empty()).write(storage);
    }

    /** Fails if the directory has become another one's. */
    void checkOwn() throws IOException {
        if (storage.list("").contains(StateLayout.MANIFEST)) {
            Optional<Manifest> found = Manifest.read(storage);
            if (found.isPresent() && !found.get().directory().equals(directory)) {
                throw new IOException("the state directory has become another server's");
            }
        }
    }

    /** What writes the segment after the end of a journal as it was found. */
    SegmentWriter writer(long nextSegment, SegmentWriter.Tail tail) {
        return new SegmentWriter(storage,
                new SegmentWriter.Origin(directory, nextSegment, machinery.randomness(), made),
                settings(), tail);
    }

    /** What writes the segment after a checkpoint that needs nothing of the journal before it. */
    SegmentWriter writerAfter(long serial) throws IOException {
        JournalPosition place = JournalPosition.nowhere(serial);
        return writer(SegmentMap.of(storage).nextId(), new SegmentWriter.Tail(place, place));
    }
}
