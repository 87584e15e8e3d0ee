package io.ccmux.persistence;

import io.ccmux.persistence.SegmentMap.Segment;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is kept of the past. Runs on the checkpoint lane after each checkpoint, and can be broken off anywhere; segments
 * are compressed when there is time, see {@link Archiving}.
 *
 * <pre>
 *  checkpoints   o . . . o . . . o . . . . . . . . . o . . . . . . . . . o
 *                key frames, thinned                 two generations: recovery begins with one of these
 *  segments      [jnz][jnz][jnz][jnz][jnz][jnz][jnz] [ jnl ][ jnl ][ jnl ][ jnl, written
 *                compressed, with sidecars           as they were written
 *                the oldest go first                 never go
 * </pre>
 *
 * <p>A key frame is an older checkpoint: where reading history begins. When there are too many, the one goes whose
 * neighbours are nearest to each other, so they come to lie at even distances; and it goes when the journal after it
 * has gone.
 */
final class Housekeeping {
    /** Checkpoints that recovery may begin with. */
    private static final int GENERATIONS = 2;
    private static final int KEY_FRAMES_MAX = 16;
    /** The part of the retention that key frames may take. */
    private static final int KEY_FRAMES_SHARE = 4;
    /** The part of the retention that history may take that is not compressed, while there is no time for it. */
    private static final int UNSEALED_SHARE = 4;

    private final Storage storage;
    private volatile PersistenceSettings settings;

    Housekeeping(Storage storage, PersistenceSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    /** From now on by these. */
    void obey(PersistenceSettings changed) {
        settings = changed;
    }

    /** A checkpoint as far as it matters here. */
    private record Frozen(long serial, long bytes, FileHead head) {
        /** The first segment that is read after it. */
        long segment(SegmentMap map) {
            JournalPosition position = head.position();
            return position.segment() != 0
                    ? position.segment()
                    : map.startingWith(serial + 1).map(Segment::id).orElse(map.nextId());
        }
    }

    /** Brings the directory within its limits as of {@code wallMicros}. */
    void run(long wallMicros) throws IOException {
        List<Frozen> checkpoints = checkpoints();
        if (checkpoints.size() < GENERATIONS) {
            return;
        }
        SegmentMap map = SegmentMap.of(storage);
        List<Frozen> older = checkpoints.subList(0, checkpoints.size() - GENERATIONS);
        long needed = needed(map, checkpoints.subList(older.size(), checkpoints.size()));
        List<Frozen> frames = thinned(older);
        long first = firstKept(map, needed, frames, wallMicros);
        removeCheckpoints(older.stream()
                .filter(frame -> !frames.contains(frame) || frame.segment(map) < first).toList());
        removeSegments(map, first);
    }

    /** The segments that are history, complete and not compressed yet, oldest first. */
    List<Segment> unsealed() throws IOException {
        List<Frozen> checkpoints = checkpoints();
        if (checkpoints.size() < GENERATIONS) {
            return List.of();
        }
        SegmentMap map = SegmentMap.of(storage);
        long needed = needed(map, checkpoints.subList(checkpoints.size() - GENERATIONS, checkpoints.size()));
        return map.segments().stream()
                .filter(segment -> segment.id() < needed && segment.head().isPresent() && !segment.sealed()).toList();
    }

    private static long needed(SegmentMap map, List<Frozen> generations) {
        return generations.stream().mapToLong(checkpoint -> checkpoint.segment(map)).min().orElseThrow();
    }

    /** Removes all that is older than a checkpoint after which a segment begins. */
    void forget(long coveredSerial) throws IOException {
        for (String name : storage.list(StateLayout.CHECKPOINTS)) {
            if (!(StateLayout.CHECKPOINTS + "/" + name).equals(StateLayout.checkpoint(coveredSerial))) {
                storage.remove(StateLayout.CHECKPOINTS + "/" + name);
            }
        }
        storage.forceDirectory(StateLayout.CHECKPOINTS);
        SegmentMap map = SegmentMap.of(storage);
        removeSegments(map, map.startingWith(coveredSerial + 1).map(Segment::id)
                .orElseThrow(() -> new IOException("no segment begins after serial " + coveredSerial)));
        Quarantine.clear(storage);
    }

    /** All checkpoints with an undamaged head, oldest first. */
    private List<Frozen> checkpoints() throws IOException {
        List<Frozen> found = new ArrayList<>();
        for (String name : storage.list(StateLayout.CHECKPOINTS)) {
            OptionalLong serial = StateLayout.number(name, StateLayout.CHECKPOINT_SUFFIX);
            if (serial.isPresent()) {
                String file = StateLayout.checkpoint(serial.getAsLong());
                Optional<FileHead> head = new CheckpointReader(storage, file).head();
                if (head.isPresent()) {
                    found.add(new Frozen(serial.getAsLong(), size(file), head.get()));
                }
            }
        }
        return found;
    }

    private long size(String file) throws IOException {
        try (StorageFile open = storage.openToRead(file)) {
            return open.size();
        }
    }

    /** The key frames that stay. */
    private List<Frozen> thinned(List<Frozen> older) {
        List<Frozen> kept = new ArrayList<>(older);
        while (kept.size() > KEY_FRAMES_MAX
                || kept.stream().mapToLong(Frozen::bytes).sum() > settings.retention().bytesMax() / KEY_FRAMES_SHARE) {
            int dearest = 0;
            long nearest = Long.MAX_VALUE;
            for (int i = 0; i < kept.size(); i++) {
                long before = i == 0 ? 0 : kept.get(i - 1).serial;
                long after = i == kept.size() - 1 ? kept.get(i).serial : kept.get(i + 1).serial;
                if (after - before < nearest) {
                    nearest = after - before;
                    dearest = i;
                }
            }
            kept.remove(dearest);
        }
        return List.copyOf(kept);
    }

    /** The id from which segments stay. */
    private long firstKept(SegmentMap map, long needed, List<Frozen> frames, long wallMicros) {
        Retention retention = settings.retention();
        // What comes until the next time has its place within the retention, too.
        long bytesMax = retention.bytesMax() - settings.headroomBytes();
        long first = 0;
        for (Segment segment : map.segments()) {
            if (segment.id() >= needed) {
                break;
            }
            long from = segment.id();
            long bytes = frames.stream().filter(frame -> frame.segment(map) >= from).mapToLong(Frozen::bytes).sum()
                    + map.segments().stream().filter(other -> other.id() >= from).mapToLong(Segment::bytes).sum();
            boolean tooOld = lastMicros(segment) < wallMicros - retention.micros();
            if (bytes <= bytesMax && !tooOld) {
                break;
            }
            first = from + 1;
        }
        return first;
    }

    /** When the last record of a segment was written; of one that cannot be read it is not known, and it may go. */
    private long lastMicros(Segment segment) {
        try {
            return segment.head().isEmpty() ? 0 : SegmentIndex.of(storage, segment).lastMicros();
        } catch (IOException e) {
            return 0;
        }
    }

    private void removeCheckpoints(List<Frozen> checkpoints) throws IOException {
        for (Frozen checkpoint : checkpoints) {
            storage.remove(StateLayout.checkpoint(checkpoint.serial));
        }
        if (!checkpoints.isEmpty()) {
            storage.forceDirectory(StateLayout.CHECKPOINTS);
        }
    }

    private void removeSegments(SegmentMap map, long first) throws IOException {
        boolean removed = false;
        for (Segment segment : map.segments()) {
            if (segment.id() < first) {
                storage.remove(segment.file());
                storage.remove(StateLayout.sealed(segment.id()));
                storage.remove(StateLayout.index(segment.id()));
                removed = true;
            }
        }
        if (removed) {
            storage.forceDirectory(StateLayout.JOURNAL);
        }
    }

    /** Puts a sidecar beside a segment and compresses it. */
    void archive(Segment segment) throws IOException {
        SegmentIndex.of(storage, segment).write(storage, segment);
        SealedFile.seal(storage, segment);
    }

    /** How much may wait to be compressed. */
    long unsealedBytesMax() {
        return settings.retention().bytesMax() / UNSEALED_SHARE;
    }
}
