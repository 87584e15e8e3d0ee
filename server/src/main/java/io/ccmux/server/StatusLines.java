package io.ccmux.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Durability;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceStatus;
import io.ccmux.server.command.Told;
import io.ccmux.server.format.Warning;

/** How the server is: what {@code server-status} tells, and what screens warn of. */
final class StatusLines {
    /** A disk that is faster than this is not worth a word. */
    private static final long SHOWN_MILLIS = 100;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MEBIBYTE = 1L << 20;

    private StatusLines() {}

    /** Asks the disk, and so may wait for it. */
    static Told of(Persistence persistence, Path state) throws IOException {
        var status = persistence.status();
        long left = Files.exists(state) ? Files.getFileStore(state).getUsableSpace() : 0;
        return new Told(lines(status, persistence.durability(), state, left),
                facts(status, persistence.durability(), state, left));
    }

    private static List<String> lines(PersistenceStatus status, Durability durability, Path state, long left) {
        String trouble = status.trouble().isEmpty() ? "" : " (" + status.trouble() + ")";
        return List.of(
                "journal: " + status.health() + trouble,
                "durability: " + word(durability),
                "serial: appended " + status.appendedSerial() + ", written " + status.writtenSerial() + ", synced "
                        + status.syncedSerial(),
                "queued: " + status.queuedBytes() + " bytes" + (status.stalledMillis() < SHOWN_MILLIS
                        ? ""
                        : ", the disk has not answered for " + status.stalledMillis() + " ms"),
                "since the last checkpoint: " + status.bytesSinceCheckpoint() + " bytes",
                "checkpoint: " + status.checkpoint().map(StatusLines::checkpoint).orElse("none"),
                "disk: " + left / MEBIBYTE + " MiB left for " + state);
    }

    private static String checkpoint(Checkpoint checkpoint) {
        return checkpoint.name() + ", " + time(checkpoint) + ", " + checkpoint.records() + " records, "
                + checkpoint.bytes() + " bytes";
    }

    private static Instant time(Checkpoint checkpoint) {
        return Instant.ofEpochSecond(checkpoint.wallMicros() / MICROS_PER_SECOND);
    }

    private static Map<String, Object> facts(PersistenceStatus status, Durability durability, Path state, long left) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("journal", word(status.health()));
        facts.put("trouble", status.trouble());
        facts.put("durability", word(durability));
        facts.put("appendedSerial", status.appendedSerial());
        facts.put("writtenSerial", status.writtenSerial());
        facts.put("syncedSerial", status.syncedSerial());
        facts.put("queuedBytes", status.queuedBytes());
        facts.put("stalledMillis", status.stalledMillis());
        facts.put("bytesSinceCheckpoint", status.bytesSinceCheckpoint());
        facts.put("checkpoint", status.checkpoint().map(StatusLines::facts));
        facts.put("state", state.toString());
        facts.put("diskLeftBytes", left);
        return facts;
    }

    /** What programs are told of a checkpoint. */
    static Map<String, Object> facts(Checkpoint checkpoint) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file", checkpoint.name());
        facts.put("coveredSerial", checkpoint.coveredSerial());
        facts.put("time", time(checkpoint).toString());
        facts.put("records", checkpoint.records());
        facts.put("bytes", checkpoint.bytes());
        return facts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What screens say of a journal of which somebody wants less than it can do. */
    static Optional<Warning> warning(Durability durability) {
        return switch (durability) {
            case STRICT -> Optional.empty();
            case RELAXED -> Optional.of(new Warning("relaxed", false));
            case OFF -> Optional.of(new Warning("no journal", false));
        };
    }
}
