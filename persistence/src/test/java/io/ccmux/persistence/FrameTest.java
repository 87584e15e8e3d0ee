package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final int SALT = 77;
    private final FaultStorage storage = new FaultStorage();

    @Test
    void framesAreReadInOrderUntilOneIsNotTheNext() throws IOException {
        FrameEncoder frames = encoder();
        frames.transaction(1, 5, List.of(new Notebook.Line("a"), new Notebook.Line("b")));
        frames.transaction(3, 6, List.of(new Notebook.Line("c")));
        frames.transaction(5, 7, List.of(new Notebook.Line("out of turn")));
        FrameReader reader = reader(frames, SALT);
        assertTrue(reader.next());
        assertFalse(reader.head().commit());
        assertTrue(reader.next());
        assertTrue(reader.head().commit());
        assertEquals(2, reader.payloadLength());
        assertEquals(9, reader.synced());
        assertTrue(reader.next());
        assertEquals(new Frame.Head(1, 1, Frame.COMMIT, 3, 3, 6), reader.head());
        JournalPosition end = reader.position(4);
        assertFalse(reader.next());
        assertFalse(reader.next());
        assertEquals(end, reader.position(4));
    }

    @Test
    void aFrameBelongsToItsPlaceInTheChain() throws IOException {
        FrameEncoder frames = encoder();
        frames.transaction(1, 5, List.of(new Notebook.Line("a")));
        assertFalse(reader(frames, SALT + 1).next());
        assertTrue(reader(frames, SALT).next());
    }

    @Test
    void framesLargerThanTheWindowAreRead() throws IOException {
        FrameEncoder frames = encoder();
        String large = "x".repeat(900_000);
        frames.transaction(1, 5, List.of(new Notebook.Line(large), new Notebook.Line("small"),
                new Notebook.Line(large)));
        FrameReader reader = reader(frames, SALT);
        for (String text : List.of(large, "small", large)) {
            assertTrue(reader.next());
            assertEquals(new Notebook.Line(text), JournalReader.decode(Notebook.REGISTRY, reader));
        }
        assertFalse(reader.next());
    }

    @Test
    void lengthsThatCannotBeAreNotFollowed() throws IOException {
        FrameEncoder frames = encoder();
        frames.transaction(1, 5, List.of(new Notebook.Line("a")));
        for (int length : new int[]{-1, Integer.MIN_VALUE, Frame.PAYLOAD_BYTES_MAX + 1, 7, Integer.MAX_VALUE}) {
            byte[] bytes = Arrays.copyOf(frames.bytes(), frames.length());
            ByteBuffer.wrap(bytes).putInt(length);
            storage.replace("file", bytes);
            try (StorageFile file = storage.openToRead("file")) {
                assertFalse(new FrameReader(file, new JournalPosition(1, 0, SALT, 0), bytes.length).next());
            }
        }
    }

    @Test
    void aCheckpointEndsWithItsTrailerAndCountsItsRecords() throws IOException {
        FileHead head = new FileHead(FileHead.Kind.CHECKPOINT, SALT, new UUID(1, 2), 5, 9, JournalPosition.START);
        CheckpointReader reader = new CheckpointReader(storage, "file");
        for (int counted : new int[]{1, 0, 2}) {
            FrameEncoder frames = encoder();
            frames.frame(new Notebook.Line("a"), 0, new FrameEncoder.Place(1, 1, 5));
            frames.trailer(1, 5);
            int countAt = frames.length() - Frame.CRC_BYTES - Frame.SYNCED_BYTES - Long.BYTES;
            frames.bytes()[countAt] = (byte) counted;
            Frame.sealAll(frames.bytes(), frames.length(), SALT, 9);
            byte[] whole = join(head.encode(), Arrays.copyOf(frames.bytes(), frames.length()));
            storage.replace("file", whole);
            if (counted == 1) {
                assertEquals(1, reader.read(head, _ -> {}).records());
                storage.replace("file", Arrays.copyOf(whole, whole.length + 1));
            }
            assertThrows(DamagedFileException.class, () -> reader.read(head, _ -> {}));
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static FrameEncoder encoder() {
        return new FrameEncoder(Notebook.REGISTRY, new byte[64], 8 << 20);
    }

    private FrameReader reader(FrameEncoder frames, int seed) throws IOException {
        byte[] bytes = Arrays.copyOf(frames.bytes(), frames.length());
        Frame.sealAll(bytes, bytes.length, SALT, 9);
        storage.replace("file", bytes);
        return new FrameReader(storage.openToRead("file"), new JournalPosition(1, 0, seed, 0), bytes.length);
    }
}
