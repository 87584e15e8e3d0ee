package io.ccmux.persistence;

import io.ccmux.persistence.StateScan.CheckpointFile;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A state directory looked at from outside, with or without a server that lives in it. Changes nothing.
 *
 * <p>A living server goes on meanwhile: the end of the journal is then where it was when it was read, and a file may be
 * gone that was there a moment ago.
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

    /** @throws NewerFormatException when a newer ccmux wrote the directory */
    public static Inspection of(Storage storage, RecordRegistry registry) throws IOException {
        return new Inspection(storage, registry, StateScan.of(storage));
    }

    /**
     * The page about the directory.
     *
     * @param empty whether there is nothing that somebody would want back
     * @param clean the serial that a proper stop ended at; empty while a server lives, and after a crash
     */
    public record Page(boolean empty, String directory, OptionalLong clean) {}

    /** The page about the directory, empty when it is missing or damaged. */
    public Optional<Page> page() {
        return scan.manifest()
                .map(found -> new Page(found.empty(), found.directory().toString(), found.clean()));
    }

    /**
     * A segment of the journal.
     *
     * @param bytes       the size of the file
     * @param compressed  whether it is history, so that {@code end} counts bytes before compression
     * @param end         the byte behind its last whole transaction
     * @param firstSerial the serial that it begins with
     * @param lastSerial  the last serial of a whole transaction in it, or the one before the first
     * @param firstMicros the time of its first record, 0 if it has none
     */
    public record SegmentFacts(String file, long id, long bytes, boolean compressed, long end, long firstSerial,
            long lastSerial, long records, long transactions, long firstMicros, long lastMicros) {}

    /** The segments that make up the journal, in its order. */
    public List<SegmentFacts> segments() throws IOException {
        List<SegmentFacts> facts = new ArrayList<>();
        for (SegmentMap.Segment segment : chain()) {
            facts.add(facts(segment));
        }
        return facts;
    }

    private SegmentFacts facts(SegmentMap.Segment segment) throws IOException {
        JournalPosition start = segment.start();
        long end = start.offset();
        long last = start.serial();
        long transactions = 0;
        long firstMicros = 0;
        long lastMicros = 0;
        try (StorageFile file = segment.open(storage)) {
            FrameReader frames = new FrameReader(file, start, end(segment));
            while (frames.next()) {
                firstMicros = firstMicros == 0 ? frames.head().wallMicros() : firstMicros;
                lastMicros = Math.max(lastMicros, frames.head().wallMicros());
                if (frames.head().commit()) {
                    end = frames.position(segment.id()).offset();
                    last = frames.head().serial();
                    transactions++;
                }
            }
        }
        return new SegmentFacts(segment.file(), segment.id(), segment.bytes(), segment.sealed(), end,
                start.serial() + 1,
                last, last - start.serial(), transactions, firstMicros, lastMicros);
    }

    /** Files that bear a segment's name and are no part of the journal: damaged, or given up by a later recovery. */
    public List<String> strays() {
        Set<Long> known = new HashSet<>(chain().stream().map(SegmentMap.Segment::id).toList());
        return scan.segments().segments().stream().filter(segment -> !known.contains(segment.id()))
                .map(SegmentMap.Segment::file).toList();
    }

    private List<SegmentMap.Segment> chain() {
        List<SegmentMap.Segment> chain = new ArrayList<>();
        Optional<SegmentMap.Segment> next = scan.segments().segments().stream()
                .filter(segment -> segment.head().isPresent()).findFirst();
        while (next.isPresent() && (chain.isEmpty() || next.get().id() > chain.getLast().id())) {
            chain.add(next.get());
            next = scan.segments().successor(next.get().id()).or(() -> afterOutage(chain.getLast()));
        }
        return chain;
    }

    /** The segment that began anew after the disk had been in trouble; what is between is missing. */
    private Optional<SegmentMap.Segment> afterOutage(SegmentMap.Segment last) {
        return scan.segments().segments().stream().filter(segment -> segment.id() > last.id()
                && segment.head().filter(head -> head.position().segment() == 0).isPresent()).findFirst();
    }

    /** Where a segment's part of the journal ends: its successor knows. */
    private long end(SegmentMap.Segment segment) {
        return Math.min(segment.size(), scan.segments().successor(segment.id())
                .map(known -> known.head().orElseThrow().position().offset()).orElse(Long.MAX_VALUE));
    }

    /**
     * A record as it stands in a file.
     *
     * @param offset  the byte where its frame begins
     * @param flags   as on disk: 1 COMMIT, 2 OPTIONAL
     * @param payload its bytes, without {@code syncedSerial}
     */
    public record Framed(String file, long offset, long serial, long transaction, int type, int version, int flags,
            long wallMicros, byte[] payload) {}

    /** Who looks at records, one by one; returns whether there is interest in more. */
    @FunctionalInterface
    public interface Visitor {
        boolean visit(Framed framed) throws IOException;
    }

    /** Shows every whole record of the journal from a serial on, as far back as it is kept. */
    public void journal(long fromSerial, Visitor visitor) throws IOException {
        List<SegmentMap.Segment> chain = chain();
        for (int i = 0; i < chain.size(); i++) {
            boolean before = i + 1 < chain.size() && chain.get(i + 1).start().serial() < fromSerial;
            if (!before && !show(chain.get(i), fromSerial, visitor)) {
                return;
            }
        }
    }

    /** A serial before which no record is later than {@code wallMicros}, and not long before the first that is. */
    public long serialAt(long wallMicros) throws IOException {
        return scan.segments().before(storage, wallMicros).serial() + 1;
    }

    private boolean show(SegmentMap.Segment segment, long fromSerial, Visitor visitor) throws IOException {
        try (StorageFile file = segment.open(storage)) {
            FrameReader frames = new FrameReader(file, segment.start(), end(segment));
            long offset = segment.start().offset();
            while (frames.next()) {
                if (frames.head().serial() >= fromSerial && !visitor.visit(framed(segment.file(), offset, frames))) {
                    return false;
                }
                offset = frames.position(segment.id()).offset();
            }
        }
        return true;
    }

    private static Framed framed(String file, long offset, FrameReader frames) {
        Frame.Head head = frames.head();
        byte[] payload = Arrays.copyOfRange(frames.bytes(), frames.payloadOffset(),
                frames.payloadOffset() + frames.payloadLength());
        return new Framed(file, offset, head.serial(), head.transaction(), head.type(), head.version(), head.flags(),
                head.wallMicros(), payload);
    }

    /** The record that a frame holds, as an {@link UnknownRecord} if it cannot be made sense of. */
    public Object record(Framed framed) {
        try {
            return registry.decode(framed.type, framed.version, framed.payload, 0, framed.payload.length);
        } catch (CorruptRecordException senseless) {
            return new UnknownRecord(framed.type, framed.version, framed.payload);
        }
    }

    /**
     * A checkpoint.
     *
     * @param micros  when it was captured
     * @param problem why it cannot be used, empty if it can
     */
    public record CheckpointFacts(String file, long coveredSerial, long micros, long records, long bytes,
            Optional<String> problem) {}

    /** The checkpoints, newest first, each read from its first byte to its last. */
    public List<CheckpointFacts> checkpoints() {
        return scan.checkpoints().stream().map(this::facts).toList();
    }

    private CheckpointFacts facts(CheckpointFile found) {
        if (found.head().isEmpty()) {
            return new CheckpointFacts(found.file(), 0, 0, 0, 0, Optional.of("its head is damaged"));
        }
        FileHead head = found.head().get();
        try {
            Checkpoint read = new CheckpointReader(storage, found.file()).read(head, frames -> {});
            return new CheckpointFacts(found.file(), head.serial(), head.stamp(), read.records(), read.bytes(),
                    Optional.empty());
        } catch (IOException e) {
            return new CheckpointFacts(found.file(), head.serial(), head.stamp(), 0, 0, Optional.of(e.getMessage()));
        }
    }

    /** Shows every record of a checkpoint. */
    public void checkpoint(String file, Visitor visitor) throws IOException {
        FileHead head = scan.checkpoints().stream().filter(found -> found.file().equals(file)).findFirst()
                .flatMap(CheckpointFile::head)
                .orElseThrow(() -> new DamagedFileException(file + " is no checkpoint, or its head is damaged"));
        boolean[] more = {true};
        new CheckpointReader(storage, file).read(head, frames -> more[0] = more[0]
                && visitor.visit(framed(file, frames.position(0).offset() - Frame.OVERHEAD_BYTES
                        - frames.payloadLength() - (frames.head().commit() ? Frame.SYNCED_BYTES : 0), frames)));
    }

    /**
     * What a recovery would find, come to and do, down to the state that it would make. Nothing is done.
     *
     * @param replay gets the state
     */
    public RecoveryReport verify(Replay replay) throws IOException {
        return new Recovery(storage, registry, replay, Optional.of(new IOException("only looked at"))).run().report();
    }

    /** How a copy of the directory is made, as it is at this moment. */
    public StateCopy copy() throws IOException {
        return StateCopy.of(scan, segments(), checkpoints());
    }
}
