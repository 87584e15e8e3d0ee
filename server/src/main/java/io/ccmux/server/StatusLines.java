package io.ccmux.server;

import java.util.List;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Persistence;

/** How the server is, in the lines of {@code server-status}. */
final class StatusLines {
    private StatusLines() {}

    static List<String> of(Persistence persistence) {
        var status = persistence.status();
        String trouble = status.trouble().isEmpty() ? "" : " (" + status.trouble() + ")";
        return List.of(
                "journal: " + status.health() + trouble,
                "serial: appended " + status.appendedSerial() + ", written " + status.writtenSerial() + ", synced "
                        + status.syncedSerial(),
                "queued: " + status.queuedBytes() + " bytes",
                "since the last checkpoint: " + status.bytesSinceCheckpoint() + " bytes",
                "checkpoint: " + status.checkpoint().map(StatusLines::checkpoint).orElse("none"));
    }

    private static String checkpoint(Checkpoint checkpoint) {
        return checkpoint.name() + ", " + checkpoint.records() + " records, " + checkpoint.bytes() + " bytes";
    }
}
