package io.ccmux.persistence;

import io.ccmux.persistence.SegmentMap.Segment;
import java.io.IOException;
import java.util.List;

/**
 * When history is compressed: while little is printed, one segment after another. Whoever prints much needs the
 * processors, and much of what is printed will be dropped before anybody asks for it. Only where too much waits, at
 * once.
 *
 * <pre>
 *  checkpoint --> wait 1 s --> little was appended, or much waits: compress the oldest, look for another
 *                    ^     \-> else
 *                    `---------'                                     none waits: asleep until the next checkpoint
 * </pre>
 */
final class Archiving {
    private static final long LOOK_MILLIS = 1000;
    /** As much as people and idling programs print in that time. */
    private static final long CALM_BYTES_MAX = 256 << 10;

    private final Lanes lanes;
    private final Journal journal;
    private final Housekeeping housekeeping;

    // the checkpoint lane's
    private boolean looking;
    private long seenBytes;

    Archiving(Lanes lanes, Journal journal, Housekeeping housekeeping) {
        this.lanes = lanes;
        this.journal = journal;
        this.housekeeping = housekeeping;
    }

    /** There may be something to compress; to be called on the checkpoint lane. */
    void begin() {
        if (!looking) {
            looking = true;
            lookLater();
        }
    }

    private void lookLater() {
        seenBytes = journal.appendedBytes();
        lanes.later(() -> lanes.checkpoint(this::look), LOOK_MILLIS);
    }

    private void look() {
        try {
            List<Segment> waiting = housekeeping.unsealed();
            looking = !waiting.isEmpty();
            if (looking && (isCalm() || isMuch(waiting))) {
                housekeeping.archive(waiting.getFirst());
                // Others may want the lane in between.
                lanes.checkpoint(this::look);
            } else if (looking) {
                lookLater();
            }
        } catch (IOException e) {
            // The segment can be read as well as before; after the next checkpoint it is tried again.
            looking = false;
        }
    }

    private boolean isCalm() {
        return journal.appendedBytes() - seenBytes < CALM_BYTES_MAX;
    }

    private boolean isMuch(List<Segment> waiting) {
        return waiting.stream().mapToLong(Segment::bytes).sum() > housekeeping.unsealedBytesMax();
    }
}
