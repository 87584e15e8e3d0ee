package io.ccmux.server;

import java.util.List;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Persistence;

/** How the server is, in the lines of {@code server-status}. */
final class StatusLines {
    /** A disk that is faster than this is not worth a word. */
    private static final long SHOWN_MILLIS = 100;

    private StatusLines() {}

    static List<String> of(Persistence persistence) {
        var status = persistence.status();
        String trouble = status.trouble().isEmpty() ? "" : " (" + status.trouble() + ")";
        return List.of(
                "journal: " + status.health() + trouble,
                "serial: appended " + status.appendedSerial() + ", written " + status.writtenSerial() + ", synced "
                        + status.syncedSerial(),
                "queued: " + status.queuedBytes() + " bytes" + (status.stalledMillis() < SHOWN_MILLIS
                        ? ""
                        : ", the disk has not answered for " + status.stalledMillis() + " ms"),
                "since the last checkpoint: " + status.bytesSinceCheckpoint() + " bytes",
                "checkpoint: " + status.checkpoint().map(StatusLines::checkpoint).orElse("none"));
    }

    private static String checkpoint(Checkpoint checkpoint) {
        return checkpoint.name() + ", " + checkpoint.records() + " records, " + checkpoint.bytes() + " bytes";
    }
}
