package io.ccmux.persistence;

import io.ccmux.persistence.RecoveryReport.Phase;
import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The way back: reads a state directory, judges what it found, and only then changes what has to be changed.
 *
 * <p>The order matters. A directory of a newer format is refused before anything was touched; and a crash at any moment
 * leaves a directory from which the next recovery comes to the same state.
 */
final class Recovery {
    private final Storage storage;
    private final RecordRegistry registry;
    private final Replay replay;
    private final Optional<IOException> lockTrouble;
    private final List<Phase> phases = new ArrayList<>();
    private long phaseStart = System.nanoTime();

    /** @param lockTrouble why the directory could not be locked, so that nothing may be changed in it */
    Recovery(Storage storage, RecordRegistry registry, Replay replay, Optional<IOException> lockTrouble) {
        this.storage = storage;
        this.registry = registry;
        this.replay = replay;
        this.lockTrouble = lockTrouble;
    }

    /**
     * What is known after recovery.
     *
     * @param directory   the directory's id, empty if it has none yet
     * @param end         where the journal ends
     * @param proven      the last place before that, in the same segment, up to which it is on the medium for sure
     * @param nextSegment an id for a new segment
     * @param bytes       of the disk that the journal takes which was applied
     * @param trouble     why nothing can be written
     * @param known       whether all there is was read, and is ours
     */
    record Recovered(RecoveryReport report, Optional<UUID> directory, JournalPosition end,
            JournalPosition proven, long nextSegment, long bytes, Optional<IOException> trouble, boolean known) {}

    Recovered run() throws NewerFormatException, RecoveryRefusedException {
        StateScan scan;
        try {
            scan = StateScan.of(storage);
        } catch (NewerFormatException e) {
            throw e;
        } catch (IOException e) {
            return nothingReadable(e);
        }
        phase("scan");
        Loading loading = new Loading(storage, registry, replay, scan);
        Loading.Loaded loaded = loading.load();
        phases.add(new Phase("checkpoint", loading.checkpointNanos() / 1000));
        phaseStart += loading.checkpointNanos();
        phase("journal");
        Judgement judgement = new Judgement(storage, scan, loading, loaded);
        phase("judge");
        replay.judged(report(scan, loaded, judgement, List.of()));
        List<String> quarantined = List.of();
        Optional<IOException> trouble = lockTrouble;
        if (trouble.isEmpty()) {
            try {
                quarantined = repair(judgement);
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        }
        phase("repair");
        RecoveryReport report = report(scan, loaded, judgement, quarantined);
        return new Recovered(report, scan.directory(), judgement.end(), judgement.proven(), scan.segments().nextId(),
                held(scan.segments(), loaded.start()), trouble, lockTrouble.isEmpty());
    }

    /**
     * What the journal after a place takes of the disk. That is more than was written: each server that was killed has
     * left a segment behind with room in it, and many of them are reason enough for a checkpoint.
     */
    private static long held(SegmentMap map, JournalPosition start) {
        long bytes = map.segments().stream().filter(segment -> start.segment() != 0
                ? segment.id() >= start.segment()
                : segment.head().map(head -> head.serial() > start.serial()).orElse(true))
                .mapToLong(SegmentMap.Segment::bytes).sum();
        return Math.max(0, bytes - start.offset());
    }

    private RecoveryReport report(StateScan scan, Loading.Loaded loaded, Judgement judgement,
            List<String> quarantined) {
        return new RecoveryReport(scan.unclean(), false, loaded.checkpoint(), loaded.records(), loaded.transactions(),
                loaded.uncommitted(),
                judgement.end().serial(), judgement.bytesCut(), quarantined, judgement.gaps(),
                List.copyOf(judgement.findings()), List.copyOf(phases));
    }

    private List<String> repair(Judgement judgement) throws IOException {
        storage.makeDirectory(StateLayout.JOURNAL);
        storage.makeDirectory(StateLayout.CHECKPOINTS);
        for (String name : storage.directories(StateLayout.QUARANTINE)) {
            // What a recovery that was interrupted moved there could come back to where it was, as a file of a history
            // that never went on, and with the id of a segment that did.
            storage.forceDirectory(StateLayout.QUARANTINE + "/" + name);
        }
        if (judgement.repairs().isEmpty()) {
            return List.of();
        }
        String prefix = StateLayout.QUARANTINE + "/" + Long.toHexString(judgement.end().serial()) + "-";
        int number = 1;
        while (!storage.list(prefix + number).isEmpty()) {
            number++;
        }
        List<String> moved = Repair.all(storage, judgement.repairs(), prefix + number);
        List<String> given = moved.isEmpty() ? List.of() : Quarantine.trim(storage, Quarantine.BYTES_MAX);
        if (!given.isEmpty()) {
            judgement.find(RecoveryReport.Row.QUARANTINE_FULL, "quarantine was larger than " + Quarantine.BYTES_MAX
                    + " bytes; removed " + String.join(", ", given));
        }
        return moved;
    }

    /** The directory cannot even be listed: nothing in it is touched, and the server lives from memory. */
    private Recovered nothingReadable(IOException cause) {
        replay.begin();
        phase("scan");
        RecoveryReport report = new RecoveryReport(true, false, Optional.empty(), 0, 0, 0, 0, 0, List.of(), List.of(),
                List.of(), List.copyOf(phases));
        return new Recovered(report, Optional.empty(), JournalPosition.START, JournalPosition.START, 1, 0,
                Optional.of(cause), false);
    }

    private void phase(String name) {
        long now = System.nanoTime();
        phases.add(new Phase(name, (now - phaseStart) / 1000));
        phaseStart = now;
    }
}
