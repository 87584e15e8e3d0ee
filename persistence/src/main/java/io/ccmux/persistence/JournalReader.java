package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a journal transaction by transaction, from segment to segment, for as long as it is whole. Changes nothing.
 */
public final class JournalReader implements Closeable {
    private final Storage storage;
    private final RecordRegistry registry;
    private final SegmentMap map;

    private JournalPosition position;
    private JournalPosition before;
    private JournalPosition proven;
    private final Deque<JournalPosition> unproven = new ArrayDeque<>();
    private long syncedSerial;
    private boolean unfinished;
    private boolean entered;
    private Optional<SegmentMap.Segment> segment = Optional.empty();
    private StorageFile file;
    private FrameReader frames;

    JournalReader(Storage storage, RecordRegistry registry, SegmentMap map, JournalPosition start) {
        this.storage = storage;
        this.registry = registry;
        this.map = map;
        this.position = start;
        this.before = start;
        this.proven = start;
    }

    /** A reader of what follows {@code start}. */
    public static JournalReader open(Storage storage, RecordRegistry registry, JournalPosition start)
            throws IOException {
        return new JournalReader(storage, registry, SegmentMap.of(storage), start);
    }

    /** A reader of the whole journal, as far back as it is kept. */
    public static JournalReader openOldest(Storage storage, RecordRegistry registry) throws IOException {
        SegmentMap map = SegmentMap.of(storage);
        return new JournalReader(storage, registry, map, map.oldest());
    }

    /**
     * The next whole transaction, empty at the end of the journal or where it is not whole.
     *
     * @throws NewerFormatException   at a record that this ccmux cannot read and must not ignore
     * @throws CorruptRecordException at a record that its reader refuses; it cannot be read past
     */
    public List<Entry> next() throws NewerFormatException {
        while (segment().isPresent()) {
            List<Entry> transaction = transaction();
            if (!transaction.isEmpty()) {
                return transaction;
            }
            Optional<SegmentMap.Segment> successor = map.successor(position.segment()).filter(this::goesOnHere);
            if (successor.isEmpty()) {
                return List.of();
            }
            enter(successor);
        }
        return List.of();
    }

    /** The place after the last transaction that was returned. */
    public JournalPosition position() {
        return position;
    }

    /** The place before the last transaction that was returned, in the segment that holds it. */
    JournalPosition before() {
        return before;
    }

    /**
     * The last place of which something read later proves that all before it is on the medium. Behind it there may be
     * what this machine remembers having written, but its disk does not.
     */
    JournalPosition proven() {
        return proven;
    }

    /** Whether reading ended in a transaction that has no end. */
    boolean unfinished() {
        return unfinished;
    }

    /** The highest serial that was on the medium for sure, going by what was read. */
    long syncedSerial() {
        return syncedSerial;
    }

    /** The segment in which reading goes on or ended, empty if there is none to begin with. */
    Optional<SegmentMap.Segment> segment() {
        if (!entered) {
            entered = true;
            enter(start());
        }
        return segment;
    }

    private Optional<SegmentMap.Segment> start() {
        if (position.segment() == 0) {
            return map.startingWith(position.serial() + 1);
        }
        return map.segment(position.segment())
                .or(() -> map.successor(position.segment()).filter(this::goesOnHere))
                .or(() -> map.startingWith(position.serial() + 1));
    }

    private boolean goesOnHere(SegmentMap.Segment successor) {
        FileHead head = successor.head().orElseThrow();
        return (head.position().equals(position) || head.position().equals(former()))
                && head.serial() == position.serial() + 1;
    }

    /** The place, as those know it who knew the segment before something in it was forgotten. */
    private JournalPosition former() {
        FileHead.Former former = segment.flatMap(SegmentMap.Segment::head).map(FileHead::former)
                .orElse(FileHead.Former.NONE);
        return former.equals(FileHead.Former.NONE)
                ? position
                : new JournalPosition(position.segment(), former.offset(), former.crc(), position.serial());
    }

    private void enter(Optional<SegmentMap.Segment> next) {
        close();
        segment = next;
        if (next.isEmpty()) {
            return;
        }
        if (next.get().id() != position.segment()) {
            position = next.get().start();
            // The segment would not be there if the one before were not on the medium.
            proven = position;
            unproven.clear();
        }
        long end = map.successor(next.get().id()).map(known -> known.head().orElseThrow().position().offset())
                .orElse(Long.MAX_VALUE);
        try {
            file = next.get().open(storage);
            frames = new FrameReader(file, position, Math.min(end, next.get().size()));
        } catch (IOException e) {
            // As good as not there: reading ends here.
            close();
        }
    }

    private List<Entry> transaction() throws NewerFormatException {
        List<Entry> entries = new ArrayList<>();
        while (frames != null && frames.next()) {
            Frame.Head head = frames.head();
            if (head.transaction() != position.serial() + 1) {
                throw new CorruptRecordException("record " + head.serial() + " belongs to transaction "
                        + head.transaction() + ", not to " + (position.serial() + 1));
            }
            entries.add(new Entry(head.serial(), head.transaction(), head.wallMicros(), decode(registry, frames)));
            if (head.commit()) {
                syncedSerial = Math.max(syncedSerial, frames.synced());
                while (!unproven.isEmpty() && unproven.getFirst().serial() <= syncedSerial) {
                    proven = unproven.removeFirst();
                }
                before = position;
                position = frames.position(position.segment());
                unproven.addLast(position);
                return entries;
            }
        }
        unfinished = !entries.isEmpty();
        return List.of();
    }

    /** The record of the frame that a reader stands at. */
    static Object decode(RecordRegistry registry, FrameReader frames) throws NewerFormatException {
        Frame.Head head = frames.head();
        if (!registry.reads(head.type(), head.version(), head.optional())) {
            throw NewerFormatException.ofType(head.type(), head.version(),
                    registry.type(head.type()).map(RecordType::version).orElse(0));
        }
        return registry.decode(head.type(), head.version(), frames.bytes(), frames.payloadOffset(),
                frames.payloadLength());
    }

    @Override
    public void close() {
        StorageFile open = file;
        file = null;
        frames = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // A file that was only read has nothing to lose.
                return;
            }
        }
    }
}
