package io.ccmux.persistence;

import io.ccmux.persistence.SegmentMap.Segment;
import io.ccmux.persistence.StateScan.CheckpointFile;
import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of recovery that makes state: the newest checkpoint that can be read, then the journal after it for as long
 * as it is whole. Reads only.
 */
final class Loading {
    private final Storage storage;
    private final RecordRegistry registry;
    private final Replay replay;
    private final StateScan scan;
    /** Why each checkpoint that was tried cannot be used. */
    private final Map<CheckpointFile, String> unusable = new LinkedHashMap<>();
    private long checkpointNanos;

    Loading(Storage storage, RecordRegistry registry, Replay replay, StateScan scan) {
        this.storage = storage;
        this.registry = registry;
        this.replay = replay;
        this.scan = scan;
    }

    /**
     * What was loaded.
     *
     * @param checkpoint  the checkpoint used
     * @param start       where the journal goes on after that checkpoint
     * @param stopped     the segment in which the journal ended, empty if none goes on after the checkpoint
     * @param proven      a place up to which the journal is on the medium for sure, not after {@code cut}
     * @param cut         the place up to which the state was made, in that segment
     * @param uncommitted transactions whose end is not there: the one in which reading ended, if it was in one
     * @param synced      the highest serial that frames say was on the medium
     * @param refusal     why the record after {@code cut} is not part of the state although it is whole
     */
    record Loaded(Optional<Checkpoint> checkpoint, JournalPosition start, Optional<Segment> stopped,
            JournalPosition proven, JournalPosition cut, long records, long transactions, long uncommitted,
            long synced, Optional<String> refusal) {
        Loaded refused(Optional<String> why) {
            return new Loaded(checkpoint, start, stopped, proven, cut, records, transactions, uncommitted, synced, why);
        }
    }

    Map<CheckpointFile, String> unusable() {
        return unusable;
    }

    long checkpointNanos() {
        return checkpointNanos;
    }

    /** Makes the state. A record that is refused makes it once more, up to that record. */
    Loaded load() throws NewerFormatException {
        Loaded loaded = load(Long.MAX_VALUE);
        Optional<String> refusal = loaded.refusal;
        while (loaded.refusal.isPresent()) {
            refusal = loaded.refusal;
            loaded = load(loaded.cut.serial());
        }
        return loaded.refused(refusal);
    }

    private Loaded load(long serialMax) throws NewerFormatException {
        for (CheckpointFile candidate : scan.checkpoints()) {
            if (!unusable.containsKey(candidate)) {
                long start = System.nanoTime();
                Optional<Checkpoint> checkpoint = checkpoint(candidate);
                checkpointNanos += System.nanoTime() - start;
                if (checkpoint.isPresent()) {
                    return journal(checkpoint, candidate.head().orElseThrow().position(), serialMax);
                }
            }
        }
        replay.begin();
        return journal(Optional.empty(), JournalPosition.START, serialMax);
    }

    private Optional<Checkpoint> checkpoint(CheckpointFile candidate) throws NewerFormatException {
        if (candidate.head().isEmpty()) {
            unusable.put(candidate, "its head is damaged or another directory's");
            return Optional.empty();
        }
        FileHead head = candidate.head().get();
        replay.begin();
        try {
            return Optional.of(new CheckpointReader(storage, candidate.file()).read(head, frame -> replay
                    .apply(new Entry(head.serial(), head.serial(), head.stamp(),
                            JournalReader.decode(registry, frame)))));
        } catch (NewerFormatException e) {
            throw e;
        } catch (IOException e) {
            unusable.put(candidate, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            unusable.put(candidate, "a record in it is refused: " + e);
        }
        return Optional.empty();
    }

    private Loaded journal(Optional<Checkpoint> checkpoint, JournalPosition start, long serialMax)
            throws NewerFormatException {
        long records = 0;
        long transactions = 0;
        try (JournalReader reader = new JournalReader(storage, registry, scan.segments(), start)) {
            JournalPosition cut = start;
            Optional<String> refusal = Optional.empty();
            while (refusal.isEmpty() && reader.position().serial() < serialMax) {
                List<Entry> transaction = List.of();
                try {
                    transaction = reader.next();
                    cut = reader.position();
                } catch (CorruptRecordException e) {
                    cut = reader.position();
                    refusal = Optional.of(e.toString());
                }
                if (transaction.isEmpty()) {
                    break;
                }
                refusal = refused(transaction);
                if (refusal.isPresent()) {
                    cut = reader.before();
                } else {
                    records += transaction.size();
                    transactions++;
                }
            }
            JournalPosition proven = reader.proven().serial() <= cut.serial() ? reader.proven() : cut;
            return new Loaded(checkpoint, start, reader.segment(), proven, cut, records, transactions,
                    reader.unfinished() ? 1 : 0, reader.syncedSerial(), refusal);
        }
    }

    /** Why the state does not take a transaction, empty if it does. */
    private Optional<String> refused(List<Entry> transaction) {
        try {
            transaction.forEach(replay::apply);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(e.toString());
        }
    }
}
