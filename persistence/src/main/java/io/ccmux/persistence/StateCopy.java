package io.ccmux.persistence;

import io.ccmux.persistence.Inspection.CheckpointFacts;
import io.ccmux.persistence.Inspection.SegmentFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What has to be copied of a state directory so that the copy is one of a server that stopped properly: every whole
 * checkpoint, and the journal up to its last whole transaction.
 *
 * @param pieces     what to copy, in this order
 * @param page       the content of the file {@link #PAGE} of the copy, to be written last
 * @param lastSerial the last serial that is part of the copy
 */
public record StateCopy(List<Piece> pieces, String page, long lastSerial) {
    /** The file without which a directory holds no state. */
    public static final String PAGE = StateLayout.MANIFEST;

    /** The first so many bytes of a file. */
    public record Piece(String file, long bytes) {}

    static StateCopy of(StateScan scan, List<SegmentFacts> segments, List<CheckpointFacts> checkpoints)
            throws IOException {
        UUID directory = scan.directory().orElseThrow(() -> new IOException("there is no state to copy"));
        List<Piece> pieces = new ArrayList<>();
        long last = 0;
        for (CheckpointFacts checkpoint : checkpoints) {
            if (checkpoint.problem().isEmpty()) {
                pieces.add(new Piece(checkpoint.file(), checkpoint.bytes()));
                last = Math.max(last, checkpoint.coveredSerial());
            }
        }
        for (SegmentFacts segment : segments) {
            if (segment.records() > 0) {
                pieces.add(new Piece(segment.file(), segment.compressed() ? segment.bytes() : segment.end()));
                last = Math.max(last, segment.lastSerial());
            }
        }
        boolean empty = scan.manifest().map(Manifest::empty).orElse(last == 0);
        return new StateCopy(List.copyOf(pieces), new Manifest(empty, directory, OptionalLong.of(last)).text(), last);
    }
}
