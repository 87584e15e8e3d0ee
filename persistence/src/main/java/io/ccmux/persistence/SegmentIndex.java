package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sidecar of a segment: where in it what time was.
 *
 * <pre>
 *  byte  0   magic "ccmux-idx\n"            10 bytes
 *       10   format version                 u16
 *       12   salt of the segment            u32   so that it is known to belong to it
 *       16   id of the segment              u64
 *       24   bytes of the segment           u64   before compression
 *       32   number of places               u32
 *       36   for each: time (us)            u64   the latest of all records of the segment before the place
 *                      offset               u64   where it is
 *                      serial               u64   of the record before it
 *                      crc                  u32   of that record's frame, the seed of the next
 *      ...   CRC-32C of all this            u32
 * </pre>
 *
 * <p>The first place is before the first record, the last one behind the last; between them there is one for about
 * every 64 KiB. A place is between two transactions. Nothing relies on the file: where it is missing, damaged or
 * another segment's, the same is made again from the segment.
 */
record SegmentIndex(long segment, List<Place> places) {
    private static final byte[] MAGIC = "ccmux-idx\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT_VERSION = 1;
    private static final int PLACES_AT = 36;
    private static final int PLACE_BYTES = 28;
    private static final int STEP_BYTES = 64 << 10;
    private static final int BYTES_MAX = 16 << 20;

    /** A position, and the latest time of what is before it in the segment. */
    record Place(long wallMicros, JournalPosition position) {}

    /** The latest time in the segment, 0 if it holds no record. */
    long lastMicros() {
        return places.getLast().wallMicros;
    }

    /** The last place before which nothing is later than {@code wallMicros}. */
    JournalPosition before(long wallMicros) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (places.get(middle).wallMicros <= wallMicros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return places.get(low).position;
    }

    /** The segment's sidecar if it has one that is whole and its own, else the same made from the segment. */
    static SegmentIndex of(Storage storage, SegmentMap.Segment segment) throws IOException {
        Optional<SegmentIndex> beside = read(storage, segment);
        return beside.isPresent() ? beside.get() : build(storage, segment);
    }

    private static Optional<SegmentIndex> read(Storage storage, SegmentMap.Segment segment) {
        try (StorageFile file = storage.openToRead(StateLayout.index(segment.id()))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BYTES_MAX, file.size()));
            while (bytes.hasRemaining() && file.read(bytes.position(), bytes) > 0) {
            }
            return parse(bytes.flip(), segment);
        } catch (IOException e) {
            // As good as not there: it is made again.
            return Optional.empty();
        }
    }

    private static Optional<SegmentIndex> parse(ByteBuffer in, SegmentMap.Segment segment) {
        int end = in.limit() - Frame.CRC_BYTES;
        if (end < PLACES_AT + PLACE_BYTES || in.getInt(end) != Frame.checksum(in.array(), 0, end, 0)
                || !Arrays.equals(in.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || in.getShort(MAGIC.length) != FORMAT_VERSION) {
            return Optional.empty();
        }
        boolean own = in.getInt(12) == segment.head().orElseThrow().salt() && in.getLong(16) == segment.id()
                && in.getLong(24) == segment.size();
        if (!own || in.getInt(32) != (end - PLACES_AT) / PLACE_BYTES) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>();
        in.position(PLACES_AT);
        while (in.position() < end) {
            long wallMicros = in.getLong();
            long offset = in.getLong();
            long serial = in.getLong();
            places.add(new Place(wallMicros, new JournalPosition(segment.id(), offset, in.getInt(), serial)));
        }
        return Optional.of(new SegmentIndex(segment.id(), List.copyOf(places)));
    }

    private static SegmentIndex build(Storage storage, SegmentMap.Segment segment) throws IOException {
        List<Place> places = new ArrayList<>();
        try (StorageFile file = segment.open(storage)) {
            FrameReader frames = new FrameReader(file, segment.start(), segment.size());
            Place last = new Place(0, segment.start());
            places.add(last);
            long latest = 0;
            while (frames.next()) {
                latest = Math.max(latest, frames.head().wallMicros());
                if (frames.head().commit()) {
                    last = new Place(latest, frames.position(segment.id()));
                    if (last.position.offset() - places.getLast().position.offset() >= STEP_BYTES) {
                        places.add(last);
                    }
                }
            }
            if (!places.getLast().equals(last)) {
                places.add(last);
            }
        }
        return new SegmentIndex(segment.id(), List.copyOf(places));
    }

    /** Puts it beside the segment. It is not forced: it can be made again. */
    void write(Storage storage, SegmentMap.Segment beside) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(PLACES_AT + places.size() * PLACE_BYTES + Frame.CRC_BYTES);
        out.put(MAGIC).putShort((short) FORMAT_VERSION).putInt(beside.head().orElseThrow().salt());
        out.putLong(segment).putLong(beside.size()).putInt(places.size());
        for (Place place : places) {
            out.putLong(place.wallMicros).putLong(place.position.offset()).putLong(place.position.serial());
            out.putInt(place.position.crc());
        }
        out.putInt(Frame.checksum(out.array(), 0, out.position(), 0));
        String name = StateLayout.index(segment);
        storage.remove(name + StateLayout.SEGMENT_NEW_SUFFIX);
        try (StorageFile file = storage.create(name + StateLayout.SEGMENT_NEW_SUFFIX)) {
            file.write(0, out.flip());
        }
        storage.rename(name + StateLayout.SEGMENT_NEW_SUFFIX, name);
    }
}
