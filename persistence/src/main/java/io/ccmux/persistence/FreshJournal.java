package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a journal is begun from, and begun anew from after the disk was in trouble.
 *
 * @param inForce   as they are at each moment
 * @param mayReturn whether a journal that failed may be begun anew: not if nobody knows what is in the directory
 */
record FreshJournal(Storage storage, AtomicReference<PersistenceSettings> inForce, Persistence.Machinery machinery,
        UUID directory, boolean mayReturn) {
    PersistenceSettings settings() {
        return inForce.get();
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
        return new SegmentWriter(storage, machinery.lanes(),
                new SegmentWriter.Origin(directory, nextSegment, machinery.randomness()), settings(), tail);
    }

    /** What writes the segment after a checkpoint that needs nothing of the journal before it. */
    SegmentWriter writerAfter(long serial) throws IOException {
        JournalPosition place = JournalPosition.nowhere(serial);
        return writer(SegmentMap.of(storage).nextId(), new SegmentWriter.Tail(place, place));
    }
}
