package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The segments of a state directory as their heads tell, by id.
 *
 * <p>A segment's successor is the one whose head names it as predecessor. After crashes during recovery there may be
 * several; the last one made counts, for recovery makes one only when it has given up those before.
 */
final class SegmentMap {
    private final List<Segment> segments;

    private SegmentMap(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * A file of the journal.
     *
     * @param size   its bytes before compression
     * @param bytes  its bytes on disk
     * @param head   empty when it is damaged
     * @param sealed whether it is compressed
     */
    record Segment(long id, long size, long bytes, Optional<FileHead> head, boolean sealed) {
        String file() {
            return sealed ? StateLayout.sealed(id) : StateLayout.segment(id);
        }

        /** The file as if it were not compressed. */
        StorageFile open(Storage storage) throws IOException {
            return sealed ? SealedFile.open(storage, file()) : storage.openToRead(file());
        }

        /** The place before its first frame. */
        JournalPosition start() {
            FileHead known = head.orElseThrow();
            return new JournalPosition(id, FileHead.BYTES, known.salt(), known.serial() - 1);
        }
    }

    /** Looks at every segment; refuses a newer one. One that is there compressed and not is not. */
    static SegmentMap of(Storage storage) throws IOException {
        Map<Long, Segment> segments = new TreeMap<>();
        for (String name : storage.list(StateLayout.JOURNAL)) {
            OptionalLong plain = StateLayout.number(name, StateLayout.SEGMENT_SUFFIX);
            OptionalLong sealed = StateLayout.number(name, StateLayout.SEALED_SUFFIX);
            if (plain.isPresent()) {
                segments.put(plain.getAsLong(), look(storage, plain.getAsLong(), false));
            } else if (sealed.isPresent() && !segments.containsKey(sealed.getAsLong())) {
                segments.put(sealed.getAsLong(), look(storage, sealed.getAsLong(), true));
            }
        }
        return new SegmentMap(List.copyOf(segments.values()));
    }

    private static Segment look(Storage storage, long id, boolean sealed) throws NewerFormatException {
        String name = sealed ? StateLayout.sealed(id) : StateLayout.segment(id);
        long bytes = 0;
        try (StorageFile file = storage.openToRead(name)) {
            bytes = file.size();
            return sealed
                    ? lookInside(storage, id, bytes)
                    : new Segment(id, bytes, bytes, head(id, firstBytes(file)), false);
        } catch (NewerFormatException e) {
            throw e;
        } catch (IOException e) {
            return new Segment(id, bytes, bytes, Optional.empty(), sealed);
        }
    }

    private static Segment lookInside(Storage storage, long id, long bytes) throws IOException {
        try (SealedFile file = SealedFile.open(storage, StateLayout.sealed(id))) {
            return new Segment(id, file.size(), bytes, head(id, file.head()), true);
        }
    }

    private static Optional<FileHead> head(long id, byte[] first) throws NewerFormatException {
        return switch (FileHead.decode(FileHead.Kind.SEGMENT, first)) {
            case FileHead.Found.Valid(var valid) -> Optional.of(valid).filter(known -> known.stamp() == id);
            case FileHead.Found.Newer(var version) -> throw NewerFormatException.of(StateLayout.segment(id), version,
                    FileHead.FORMAT_VERSION);
            case FileHead.Found.Damaged() -> Optional.empty();
        };
    }

    /** The same segments; the heads of those made in another directory count as damaged. */
    SegmentMap in(UUID directory) {
        return new SegmentMap(segments.stream().map(segment -> new Segment(segment.id, segment.size,
                segment.bytes, segment.head.filter(head -> head.directory().equals(directory)), segment.sealed))
                .toList());
    }

    /** As many of a file's first bytes as there are, at most a head's. */
    static byte[] firstBytes(StorageFile file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FileHead.BYTES);
        while (bytes.hasRemaining() && file.read(bytes.position(), bytes) > 0) {
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    List<Segment> segments() {
        return segments;
    }

    Optional<Segment> segment(long id) {
        return segments.stream().filter(segment -> segment.id == id).findFirst();
    }

    /** The segment that says it goes on where {@code id} ends. */
    Optional<Segment> successor(long id) {
        return last(head -> head.position().segment() == id);
    }

    /** The segment that begins with a serial. */
    Optional<Segment> startingWith(long serial) {
        return last(head -> head.serial() == serial);
    }

    private Optional<Segment> last(Predicate<FileHead> wanted) {
        return segments.reversed().stream().filter(segment -> segment.head.filter(wanted).isPresent()).findFirst();
    }

    /** The place before the first record that is kept. */
    JournalPosition oldest() {
        return segments.stream().filter(segment -> segment.head.isPresent()).findFirst().map(Segment::start)
                .orElse(JournalPosition.START);
    }

    /** The place before which nothing is later than a time, and that is nearest to it. */
    JournalPosition before(Storage storage, long wallMicros) throws IOException {
        JournalPosition before = oldest();
        for (Segment segment : segments) {
            if (segment.head.isPresent()) {
                SegmentIndex index = SegmentIndex.of(storage, segment);
                before = index.before(wallMicros);
                if (index.lastMicros() > wallMicros) {
                    return before;
                }
            }
        }
        return before;
    }

    /** An id that no segment has had. */
    long nextId() {
        return segments.isEmpty() ? 1 : segments.getLast().id + 1;
    }
}
