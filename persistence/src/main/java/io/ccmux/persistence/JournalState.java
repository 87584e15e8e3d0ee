package io.ccmux.persistence;

import java.io.IOException;
import java.util.List;

/** Where the records of a {@link Journal} go. */
sealed interface JournalState {
    /** Nowhere, by choice. */
    record Off() implements JournalState {}

    /** Into a segment. */
    record Writing(SegmentWriter writer, SyncGate gate) implements JournalState {
        /** From now on by these settings. */
        void obey(PersistenceSettings changed) {
            writer.obey(changed);
            gate.flushMillis(changed.flushMillis());
        }
    }

    /** Nowhere, for the disk is in trouble; {@code fromTheStart} if it was so when the directory was opened. */
    record Degraded(IOException cause, boolean fromTheStart) implements JournalState {}

    /**
     * Aside, until a checkpoint of everything up to {@code serial} is on the medium.
     *
     * @param held what came since, the journal lane's
     */
    record Returning(IOException cause, boolean fromTheStart, long serial, List<Batch> held) implements JournalState {}
}
