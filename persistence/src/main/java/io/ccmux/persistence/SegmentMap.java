package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** A file of the journal; its head is empty when it is damaged. */
    record Segment(long id, long size, Optional<FileHead> head) {
        String file() {
            return StateLayout.segment(id);
        }

        /** The place before its first frame. */
        JournalPosition start() {
            FileHead known = head.orElseThrow();
            return new JournalPosition(id, FileHead.BYTES, known.salt(), known.serial() - 1);
        }
    }

    /** Looks at every segment; refuses a newer one. */
    static SegmentMap of(Storage storage) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String name : storage.list(StateLayout.JOURNAL)) {
            OptionalLong id = StateLayout.number(name, StateLayout.SEGMENT_SUFFIX);
            if (id.isPresent()) {
                segments.add(look(storage, id.getAsLong()));
            }
        }
        return new SegmentMap(segments);
    }

    private static Segment look(Storage storage, long id) throws NewerFormatException {
        String name = StateLayout.segment(id);
        try (StorageFile file = storage.openToRead(name)) {
            Optional<FileHead> head = switch (FileHead.decode(FileHead.Kind.SEGMENT, firstBytes(file))) {
                case FileHead.Found.Valid(var valid) -> Optional.of(valid).filter(known -> known.stamp() == id);
                case FileHead.Found.Newer(var version) -> throw NewerFormatException.of(name, version,
                        FileHead.FORMAT_VERSION);
                case FileHead.Found.Damaged() -> Optional.empty();
            };
            return new Segment(id, file.size(), head);
        } catch (NewerFormatException e) {
            throw e;
        } catch (IOException e) {
            return new Segment(id, 0, Optional.empty());
        }
    }

    /** The same segments; the heads of those made in another directory count as damaged. */
    SegmentMap in(UUID directory) {
        return new SegmentMap(segments.stream().map(segment -> new Segment(segment.id, segment.size,
                segment.head.filter(head -> head.directory().equals(directory)))).toList());
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

    /** An id that no segment has had. */
    long nextId() {
        return segments.isEmpty() ? 1 : segments.getLast().id + 1;
    }
}
