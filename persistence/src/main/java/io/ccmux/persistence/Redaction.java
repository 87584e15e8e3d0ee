package io.ccmux.persistence;

import io.ccmux.persistence.SegmentMap.Segment;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Takes something out of the past for good: every file of it that holds such records is written anew with others in
 * their places, and the rest as it was. On the checkpoint lane, after a checkpoint of all that is to stay.
 *
 * <pre>
 *  before   [jnz 1: a S b][jnz 2: c d][jnl 3: e S S][jnl 4: written        S: what is to go
 *  after    [jnz 1: a . b]            [jnl 3: e . .]                       . : what {@code change} makes of it
 *            the others name the places where 1 and 3 ended: their heads know them as {@link FileHead#former}
 * </pre>
 *
 * <p>Serials, transactions and times stay. What comes out consists of nothing but frames that were read and looked at:
 * bytes behind the last one are not copied, a file that cannot be read goes, and with a segment all before it. Each
 * file is replaced whole or not at all; after a crash in the middle some may still be there, and forgetting again takes
 * them, too.
 */
final class Redaction {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Storage storage;
    private final RecordRegistry registry;
    private final UnaryOperator<Object> change;
    /** Where checkpoints go on in segments that were written anew, by the place they name. */
    private final Map<JournalPosition, JournalPosition> moved = new HashMap<>();

    /** @param change what is to be in a record's place, no larger; the record itself if it may stay */
    Redaction(Storage storage, RecordRegistry registry, UnaryOperator<Object> change) {
        this.storage = storage;
        this.registry = registry;
        this.change = change;
    }

    /** Goes through everything older than a checkpoint after which a segment begins. */
    void run(long coveredSerial) throws IOException {
        SegmentMap map = SegmentMap.of(storage);
        long first = map.startingWith(coveredSerial + 1).map(Segment::id)
                .orElseThrow(() -> new IOException("no segment begins after serial " + coveredSerial));
        List<String> checkpoints = storage.list(StateLayout.CHECKPOINTS).stream()
                .map(name -> StateLayout.CHECKPOINTS + "/" + name)
                .filter(name -> !name.equals(StateLayout.checkpoint(coveredSerial))).toList();
        for (String name : checkpoints) {
            new CheckpointReader(storage, name).head().map(FileHead::position)
                    .ifPresent(place -> moved.put(place, place));
        }
        long kept = segments(map, first);
        for (String name : checkpoints) {
            checkpoint(name, kept);
        }
        storage.forceDirectory(StateLayout.CHECKPOINTS);
        storage.forceDirectory(StateLayout.JOURNAL);
        Quarantine.clear(storage);
    }

    // ---- segments --------------------------------------------------------------------------

    /** Returns the id of the first one that is still there. */
    private long segments(SegmentMap map, long first) throws IOException {
        long kept = 0;
        for (Segment segment : map.segments()) {
            if (segment.id() >= first) {
                break;
            }
            if (!segment.sealed()) {
                storage.remove(StateLayout.sealed(segment.id()));
            }
            if (!readable(map, segment)) {
                kept = segment.id() + 1;
            }
        }
        for (Segment segment : map.segments()) {
            if (segment.id() < kept) {
                storage.remove(segment.file());
                storage.remove(StateLayout.index(segment.id()));
            } else if (segment.id() < first) {
                segment(segment, end(map, segment));
            }
        }
        return kept;
    }

    private static long end(SegmentMap map, Segment segment) {
        return Math.min(segment.size(), successor(map, segment).map(JournalPosition::offset).orElse(Long.MAX_VALUE));
    }

    /** Where the segment ends, as the one after it says. */
    private static Optional<JournalPosition> successor(SegmentMap map, Segment segment) {
        return map.successor(segment.id()).map(known -> known.head().orElseThrow().position());
    }

    /** Whether its frames can be read as far as the segment after it says. */
    private boolean readable(SegmentMap map, Segment segment) {
        if (segment.head().isEmpty()) {
            return false;
        }
        try (StorageFile file = segment.open(storage)) {
            FrameReader frames = new FrameReader(file, segment.start(), end(map, segment));
            while (frames.next()) {
                JournalReader.decode(registry, frames);
            }
            long last = frames.position(segment.id()).serial();
            return successor(map, segment).filter(place -> place.serial() != last).isEmpty();
        } catch (IOException | CorruptRecordException e) {
            return false;
        }
    }

    private void segment(Segment segment, long end) throws IOException {
        try (StorageFile file = segment.open(storage)) {
            Optional<JournalPosition> last = changed(segment, file, end);
            if (last.isPresent()) {
                storage.remove(StateLayout.index(segment.id()));
                replace(segment, file, end, last.get());
            }
        }
    }

    /** Where the last frame ends, if there is anything that must not stay. */
    private Optional<JournalPosition> changed(Segment segment, StorageFile file, long end) throws IOException {
        FrameReader frames = new FrameReader(file, segment.start(), end);
        boolean changes = false;
        while (frames.next()) {
            Object record = JournalReader.decode(registry, frames);
            changes |= !change.apply(record).equals(record);
        }
        JournalPosition last = frames.position(segment.id());
        return changes || last.offset() < file.size() ? Optional.of(last) : Optional.empty();
    }

    private void replace(Segment segment, StorageFile file, long end, JournalPosition last) throws IOException {
        String name = StateLayout.segment(segment.id()) + StateLayout.SEGMENT_NEW_SUFFIX;
        storage.remove(name);
        try (StorageFile fresh = storage.create(name)) {
            FileHead head = segment.head().orElseThrow();
            FileHead.Former former = head.former().equals(FileHead.Former.NONE)
                    ? new FileHead.Former(last.offset(), last.crc())
                    : head.former();
            Copy copy = new Copy(fresh, head.former(former));
            FrameReader frames = new FrameReader(file, segment.start(), end);
            while (frames.next()) {
                copy.frame(frames);
                JournalPosition place = frames.position(segment.id());
                if (moved.containsKey(place)) {
                    moved.put(place, copy.position(place));
                }
            }
            copy.flush();
            fresh.force();
            if (segment.sealed()) {
                SealedFile.seal(storage, fresh, segment.id());
            }
        }
        if (segment.sealed()) {
            storage.remove(name);
        } else {
            storage.rename(name, segment.file());
        }
    }

    // ---- checkpoints -----------------------------------------------------------------------

    private void checkpoint(String name, long kept) throws IOException {
        Optional<FileHead> head = new CheckpointReader(storage, name).head()
                .filter(known -> known.position().segment() == 0 || known.position().segment() >= kept)
                .filter(known -> OptionalLong.of(known.serial()).equals(StateLayout.number(
                        name.substring(StateLayout.CHECKPOINTS.length() + 1), StateLayout.CHECKPOINT_SUFFIX)));
        if (head.isEmpty() || !rewritten(name, head.get())) {
            storage.remove(name);
        }
    }

    /** False if it is damaged. */
    private boolean rewritten(String name, FileHead head) throws IOException {
        String temporary = StateLayout.checkpointTemp(head.serial());
        storage.remove(temporary);
        try {
            FileHead fresh = head.position(moved.getOrDefault(head.position(), head.position()));
            try (StorageFile file = storage.create(temporary)) {
                Copy copy = new Copy(file, fresh);
                Checkpoint read = new CheckpointReader(storage, name).read(head, copy::frame);
                copy.trailer(read.records(), head);
                copy.flush();
                file.force();
            }
            new CheckpointReader(storage, temporary).read(fresh, frames -> {});
        } catch (DamagedFileException | CorruptRecordException e) {
            storage.remove(temporary);
            return false;
        }
        storage.rename(temporary, name);
        return true;
    }

    // ---- frames ----------------------------------------------------------------------------

    /** A file that is being written: its head, then frames that are sealed anew. */
    private final class Copy {
        private final StorageFile file;
        private final FrameEncoder encoder = new FrameEncoder(registry, new byte[BUFFER_BYTES],
                2 * (BUFFER_BYTES + Frame.PAYLOAD_BYTES_MAX + Frame.OVERHEAD_BYTES));
        private long written = FileHead.BYTES;
        private int crc;

        Copy(StorageFile file, FileHead head) throws IOException {
            this.file = file;
            this.crc = head.salt();
            file.write(0, ByteBuffer.wrap(head.encode()));
        }

        void frame(FrameReader frames) throws IOException {
            int length = Frame.OVERHEAD_BYTES + Frame.length(frames.bytes(), frames.payloadOffset()
                    - Frame.HEADER_BYTES);
            Object record = JournalReader.decode(registry, frames);
            Object other = change.apply(record);
            int start = encoder.length();
            Frame.Head head = frames.head();
            if (other.equals(record)) {
                encoder.copy(frames.bytes(), frames.payloadOffset() - Frame.HEADER_BYTES, length);
            } else {
                encoder.frame(other, head.flags() & Frame.COMMIT,
                        new FrameEncoder.Place(head.serial(), head.transaction(), head.wallMicros()));
                if (encoder.length() - start > length) {
                    throw new IOException("record " + head.serial() + " would become larger");
                }
            }
            seal(start, head.commit() ? frames.synced() : 0);
        }

        void trailer(long records, FileHead head) throws IOException {
            int start = encoder.length();
            encoder.trailer(records, head.stamp());
            seal(start, head.serial());
        }

        private void seal(int start, long synced) throws IOException {
            crc = Frame.seal(encoder.bytes(), start, crc, synced);
            if (encoder.length() >= BUFFER_BYTES) {
                flush();
            }
        }

        void flush() throws IOException {
            file.write(written, ByteBuffer.wrap(encoder.bytes(), 0, encoder.length()));
            written += encoder.length();
            encoder.clear();
        }

        /** Where the last frame ends now. */
        JournalPosition position(JournalPosition before) {
            return new JournalPosition(before.segment(), written + encoder.length(), crc, before.serial());
        }
    }
}
