package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A state directory as it lies there, for tools. It reads only, and needs neither the lock nor a server. A server that
 * lives may remove old files meanwhile: what is gone when it is asked for is an IOException, and looking again helps.
 */
public final class Inspection {
    private final Storage storage;
    private final RecordRegistry registry;
    private final StateScan scan;

    private Inspection(Storage storage, RecordRegistry registry, StateScan scan) {
        this.storage = storage;
        this.registry = registry;
        this.scan = scan;
    }

    /** @throws NewerFormatException when a newer ccmux wrote some of it */
    public static Inspection of(Storage storage, RecordRegistry registry) throws IOException {
        return new Inspection(storage, registry, StateScan.of(storage));
    }

    /**
     * A file of the journal.
     *
     * @param file        its name, from the state directory on
     * @param id          the higher, the later
     * @param firstSerial the serial it begins with, empty if its head is damaged
     * @param bytes       its size when it is not compressed, zeros written ahead included
     */
    public record Segment(String file, long id, Optional<Long> firstSerial, long bytes) {}

    /**
     * A file with a checkpoint's name.
     *
     * @param file          its name, from the state directory on
     * @param coveredSerial the last record contained in it, empty if its head is damaged
     * @param wallMicros    when it was captured, in microseconds since 1970; 0 if its head is damaged
     */
    public record CheckpointFile(String file, Optional<Long> coveredSerial, long wallMicros) {}

    /** Whether the last server stopped properly. */
    public boolean clean() {
        return !scan.unclean();
    }

    /** The segments, oldest first. */
    public List<Segment> segments() {
        return scan.segments().segments().stream().map(segment -> new Segment(segment.file(), segment.id(),
                segment.head().map(FileHead::serial), segment.size())).toList();
    }

    /** The checkpoints, newest first. */
    public List<CheckpointFile> checkpoints() {
        return scan.checkpoints().stream().map(found -> new CheckpointFile(found.file(),
                found.head().map(FileHead::serial), found.head().map(FileHead::stamp).orElse(0L))).toList();
    }

    /**
     * Reads a checkpoint from its first byte to its last; only when this returns is it known to be whole.
     *
     * @throws IOException saying what is wrong with it
     */
    public Checkpoint read(CheckpointFile checkpoint, Consumer<Entry> records) throws IOException {
        FileHead head = scan.checkpoints().stream().filter(found -> found.file().equals(checkpoint.file()))
                .flatMap(found -> found.head().stream()).findFirst()
                .orElseThrow(() -> new DamagedFileException(checkpoint.file() + " has a damaged head"));
        return new CheckpointReader(storage, checkpoint.file()).read(head, frame -> records.accept(
                new Entry(head.serial(), head.serial(), head.stamp(), JournalReader.decode(registry, frame))));
    }

    /** A reader of the whole journal, as far back as it is kept. */
    public JournalReader journal() {
        return new JournalReader(storage, registry, scan.segments(), scan.segments().oldest());
    }

    /** A reader of the journal after a checkpoint. */
    public JournalReader journalAfter(CheckpointFile checkpoint) {
        JournalPosition start = scan.checkpoints().stream().filter(found -> found.file().equals(checkpoint.file()))
                .flatMap(found -> found.head().stream()).findFirst().map(FileHead::position)
                .orElse(JournalPosition.START);
        return new JournalReader(storage, registry, scan.segments(), start);
    }

    /** What a recovery would find and do now, without doing it; the state is made through {@code replay}. */
    public RecoveryReport verify(Replay replay) throws NewerFormatException {
        Loading loading = new Loading(storage, registry, replay, scan);
        Loading.Loaded loaded = loading.load();
        Judgement judgement = new Judgement(storage, scan, loading, loaded);
        return new RecoveryReport(scan.unclean(), false, loaded.checkpoint(), loaded.records(), loaded.transactions(),
                judgement.end().serial(), judgement.bytesCut(), List.of(), judgement.gaps(),
                List.copyOf(judgement.findings()), List.of());
    }
}
