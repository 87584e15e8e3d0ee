package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What is in a state directory, going by names and heads only.
 *
 * @param manifest      empty when there is none or it is damaged
 * @param directory     the id all files must bear; empty in a directory that holds nothing
 * @param checkpoints   newest first; with an empty head if it is damaged or another directory's
 * @param unfinished    names of checkpoints that were being written
 * @param spares        names of segments that were being made
 */
record StateScan(Optional<Manifest> manifest, Optional<UUID> directory, SegmentMap segments,
        List<CheckpointFile> checkpoints, List<String> unfinished, List<String> spares) {

    /** A file that bears a checkpoint's name. */
    record CheckpointFile(String file, Optional<FileHead> head) {}

    static StateScan of(Storage storage) throws IOException {
        Optional<Manifest> manifest = storage.list("").contains(StateLayout.MANIFEST)
                ? Manifest.read(storage)
                : Optional.empty();
        SegmentMap segments = SegmentMap.of(storage);
        List<CheckpointFile> checkpoints = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        for (String name : storage.list(StateLayout.CHECKPOINTS).reversed()) {
            String file = StateLayout.CHECKPOINTS + "/" + name;
            OptionalLong serial = StateLayout.number(name, StateLayout.CHECKPOINT_SUFFIX);
            if (serial.isPresent()) {
                checkpoints.add(new CheckpointFile(file,
                        new CheckpointReader(storage, file).head()
                                .filter(head -> head.serial() == serial.getAsLong())));
            } else if (name.endsWith(StateLayout.CHECKPOINT_TEMP_SUFFIX)) {
                unfinished.add(file);
            }
        }
        List<String> spares = storage.list(StateLayout.JOURNAL).stream()
                .filter(name -> name.endsWith(StateLayout.SEGMENT_NEW_SUFFIX))
                .map(name -> StateLayout.JOURNAL + "/" + name).toList();
        Optional<UUID> directory = directory(manifest, segments, checkpoints);
        return new StateScan(manifest, directory, directory.map(segments::in).orElse(segments),
                checkpoints.stream().map(found -> own(found, directory)).toList(), unfinished, spares);
    }

    private static Optional<UUID> directory(Optional<Manifest> manifest, SegmentMap segments,
            List<CheckpointFile> checkpoints) {
        return manifest.map(Manifest::directory)
                .or(() -> checkpoints.stream().flatMap(found -> found.head.stream()).findFirst()
                        .map(FileHead::directory))
                .or(() -> segments.segments().reversed().stream().flatMap(found -> found.head().stream()).findFirst()
                        .map(FileHead::directory));
    }

    private static CheckpointFile own(CheckpointFile found, Optional<UUID> directory) {
        return new CheckpointFile(found.file,
                found.head.filter(head -> directory.equals(Optional.of(head.directory()))));
    }

    boolean nothing() {
        return manifest.isEmpty() && checkpoints.isEmpty() && segments.segments().isEmpty();
    }

    /** Whether a server had the directory open and did not stop properly. */
    boolean unclean() {
        return manifest.isPresent() ? manifest.get().clean().isEmpty() : !nothing();
    }

    /** The highest serial that some file's head says was on the medium. */
    long syncedSerial() {
        long synced = manifest.map(Manifest::clean).orElse(OptionalLong.empty()).orElse(0);
        for (SegmentMap.Segment segment : segments.segments()) {
            synced = Math.max(synced, segment.head().map(head -> head.position().serial()).orElse(0L));
        }
        for (CheckpointFile checkpoint : checkpoints) {
            synced = Math.max(synced, checkpoint.head.map(FileHead::serial).orElse(0L));
        }
        return synced;
    }
}
