package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.SegmentIndex.Place;
import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sidecar of a segment: taken instead of the segment where it is whole and the segment's own, and only there. */
class SegmentIndexTest {
    private static final int STEP = 64 << 10;
    private static final int LINE = 9_000;
    private static final String SIDECAR = StateLayout.index(1);

    private final FaultStorage storage = new FaultStorage();
    private final SegmentMap.Segment segment;
    private final SegmentIndex index;
    private final List<String> calls = new ArrayList<>();

    SegmentIndexTest() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(1 << 20).checkpointBytes(1 << 30), 1);
        for (int i = 0; i < 50; i++) {
            notebook.durably(i + "x".repeat(LINE), "and another");
        }
        notebook.persistence().close();
        segment = SegmentMap.of(storage).segment(1).orElseThrow();
        index = SegmentIndex.of(storage, segment);
        storage.betweenCalls(calls::add);
    }

    private boolean readsTheSegment() throws IOException {
        calls.clear();
        assertEquals(index, SegmentIndex.of(storage, segment));
        return calls.contains("read " + segment.file());
    }

    @Test
    void hasAPlaceForEveryStep() {
        List<Place> places = index.places();
        assertEquals(segment.start(), places.getFirst().position());
        assertEquals(0, places.getFirst().wallMicros());
        assertEquals(100, places.getLast().position().serial());
        assertEquals(segment.size(), places.getLast().position().offset());
        for (int i = 1; i < places.size() - 1; i++) {
            long step = places.get(i).position().offset() - places.get(i - 1).position().offset();
            assertTrue(step >= STEP && step < STEP + LINE + 200, i + ": " + step);
        }
        assertEquals(segment.size() / STEP, places.size() - 2, 1.0);
    }

    @Test
    void findsTheLastPlaceThatIsNotLater() {
        List<Place> places = index.places();
        assertEquals(places.getFirst().position(), index.before(0));
        for (int i = 1; i < places.size(); i++) {
            assertEquals(places.get(i).position(), index.before(places.get(i).wallMicros()));
            assertEquals(places.get(i - 1).position(), index.before(places.get(i).wallMicros() - 1));
        }
        assertEquals(places.getLast().wallMicros(), index.lastMicros());
        assertEquals(places.getLast().position(), index.before(Long.MAX_VALUE));
    }

    @Test
    void isTakenInsteadOfTheSegment() throws IOException {
        assertTrue(readsTheSegment(), "there is none");
        storage.replace(SIDECAR + StateLayout.SEGMENT_NEW_SUFFIX, new byte[9]);
        index.write(storage, segment);
        assertTrue(storage.files().keySet().stream().noneMatch(name -> name.endsWith(".new")));
        assertEquals(false, readsTheSegment());
    }

    @Test
    void isNotTakenIfAnyFieldIsAnothers() throws IOException {
        index.write(storage, segment);
        byte[] own = storage.files().get(SIDECAR);
        int end = own.length - Frame.CRC_BYTES;
        for (int field : new int[]{0, 9, 10, 12, 16, 24, 32}) {
            ByteBuffer bytes = ByteBuffer.wrap(own.clone());
            bytes.put(field, (byte) (bytes.get(field) ^ 1));
            storage.replace(SIDECAR, bytes.putInt(end, Frame.checksum(bytes.array(), 0, end, 0)).array());
            assertTrue(readsTheSegment(), "field at " + field);
        }
        for (int missing : new int[]{1, 28, end - 36}) {
            ByteBuffer bytes = ByteBuffer.allocate(own.length - missing).put(own, 0, end - missing);
            bytes.putInt(Frame.checksum(bytes.array(), 0, end - missing, 0));
            storage.replace(SIDECAR, bytes.array());
            assertTrue(readsTheSegment(), missing + " bytes less");
        }
        storage.replace(SIDECAR, new byte[0]);
        assertTrue(readsTheSegment());
        storage.replace(SIDECAR, own);
        assertEquals(false, readsTheSegment());
    }

    @Test
    void isMadeAgainIfAnyBitIsWrong() throws IOException {
        index.write(storage, segment);
        byte[] own = storage.files().get(SIDECAR);
        for (int bit = 0; bit < own.length * 8; bit += 7) {
            byte[] flipped = own.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            storage.replace(SIDECAR, flipped);
            assertTrue(readsTheSegment(), "bit " + bit);
        }
    }
}
