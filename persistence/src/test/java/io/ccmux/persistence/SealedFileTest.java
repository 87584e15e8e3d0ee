package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import io.ccmux.persistence.storage.TroubledStorage;
import io.ccmux.persistence.storage.TroubledStorage.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was compressed is read as it was, from any place; or it is known that it cannot be. */
class SealedFileTest {
    private static final int BLOCK = SealedFile.BLOCK_BYTES;
    private static final String PLAIN = StateLayout.segment(1);
    private static final String SEALED = StateLayout.sealed(1);
    private static final String TEMPORARY = SEALED + StateLayout.SEGMENT_NEW_SUFFIX;

    private final FaultStorage storage = new FaultStorage();

    /** A segment of so many bytes, half of which cannot be compressed. */
    private static byte[] segment(int bytes, long seed) {
        byte[] segment = new byte[bytes];
        Random random = new Random(seed);
        for (int i = 0; i < bytes; i++) {
            segment[i] = (byte) (i / 5000 % 2 == 0 ? random.nextInt() : 'x');
        }
        byte[] head = new FileHead(FileHead.Kind.SEGMENT, 5, new UUID(1, 2), 1, 1, JournalPosition.nowhere(0))
                .encode();
        System.arraycopy(head, 0, segment, 0, head.length);
        return segment;
    }

    private byte[] sealed(int bytes) throws IOException {
        byte[] plain = segment(bytes, 3);
        storage.makeDirectory(StateLayout.JOURNAL);
        storage.replace(PLAIN, plain);
        SealedFile.seal(storage, SegmentMap.of(storage).segment(1).orElseThrow());
        return plain;
    }

    private static byte[] read(StorageFile file, long from, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            assertTrue(file.read(from + target.position(), target) > 0, "at " + (from + target.position()));
        }
        return target.array();
    }

    @ParameterizedTest
    @ValueSource(ints = {FileHead.BYTES, 5000, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 777})
    void readsWhatWasCompressedFromAnyPlace(int bytes) throws IOException {
        byte[] plain = sealed(bytes);
        assertEquals(List.of("0000000000000001.jnz"), storage.list(StateLayout.JOURNAL));
        SegmentMap.Segment segment = SegmentMap.of(storage).segment(1).orElseThrow();
        assertTrue(segment.sealed() && segment.head().isPresent());
        assertEquals(bytes, segment.size());
        assertEquals(storage.files().get(SEALED).length, segment.bytes());
        Random random = new Random(bytes);
        try (SealedFile file = SealedFile.open(storage, SEALED)) {
            assertArrayEquals(plain, read(file, 0, bytes));
            assertArrayEquals(Arrays.copyOf(plain, FileHead.BYTES), file.head());
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(bytes);
                int length = random.nextInt(bytes - from + 1);
                assertArrayEquals(Arrays.copyOfRange(plain, from, from + length), read(file, from, length));
            }
            assertEquals(bytes, file.size());
            assertEquals(1, file.read(bytes - 1, ByteBuffer.allocate(9)));
            assertEquals(-1, file.read(bytes, ByteBuffer.allocate(9)));
            assertEquals(-1, file.read(bytes + 1L, ByteBuffer.allocate(9)));
        }
    }

    @Test
    void aDamagedBlockTakesNothingElseAlong() throws IOException {
        byte[] plain = sealed(3 * BLOCK + 777);
        byte[] bytes = storage.files().get(SEALED);
        int table = 128;
        int first = ByteBuffer.wrap(bytes).getInt(table);
        bytes[table + 4 * 8 + 4 + first + 10] ^= 1;
        storage.replace(SEALED, bytes);
        try (SealedFile file = SealedFile.open(storage, SEALED)) {
            assertArrayEquals(Arrays.copyOf(plain, BLOCK), read(file, 0, BLOCK));
            assertThrows(DamagedFileException.class, () -> read(file, BLOCK, 1));
            assertArrayEquals(Arrays.copyOfRange(plain, 2 * BLOCK, plain.length),
                    read(file, 2L * BLOCK, plain.length - 2 * BLOCK));
        }
    }

    @Test
    void everyByteBeforeTheBlocksIsChecked() throws IOException {
        sealed(2 * BLOCK);
        byte[] bytes = storage.files().get(SEALED);
        TroubledStorage counted = new TroubledStorage(storage, Trouble.EIO, Long.MAX_VALUE, true);
        for (int at = 0; at < 128 + 2 * 8 + 4; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 4;
            storage.replace(SEALED, flipped);
            assertThrows(DamagedFileException.class, () -> SealedFile.open(counted, SEALED), "byte " + at);
        }
        for (int length = 0; length < 128 + 2 * 8 + 4; length++) {
            storage.replace(SEALED, Arrays.copyOf(bytes, length));
            assertThrows(DamagedFileException.class, () -> SealedFile.open(counted, SEALED), "length " + length);
        }
        assertEquals(List.of(), counted.open(), "none of them is left open");
    }

    @Test
    void aNewerFormatIsNamed() throws IOException {
        sealed(5000);
        ByteBuffer bytes = ByteBuffer.wrap(storage.files().get(SEALED));
        bytes.putShort(10, (short) 2);
        bytes.putInt(28, Frame.checksum(bytes.array(), 0, 28, 0));
        storage.replace(SEALED, bytes.array());
        assertThrows(NewerFormatException.class, () -> SealedFile.open(storage, SEALED));
        assertThrows(NewerFormatException.class, () -> SegmentMap.of(storage));
        bytes.putShort(10, (short) 1).putInt(24, -1);
        bytes.putInt(28, Frame.checksum(bytes.array(), 0, 28, 0));
        storage.replace(SEALED, bytes.array());
        assertThrows(DamagedFileException.class, () -> SealedFile.open(storage, SEALED));
    }

    @Test
    void onlyWhatCanBeReadBackTakesThePlaceOfASegment() throws IOException {
        byte[] other = other();
        storage.makeDirectory(StateLayout.JOURNAL);
        byte[] plain = segment(2 * BLOCK + 9, 3);
        storage.replace(PLAIN, plain);
        storage.replace(TEMPORARY, new byte[7]);
        storage.betweenCalls(call -> {
            if (call.equals("force " + TEMPORARY)) {
                storage.replace(TEMPORARY, other);
            }
        });
        TroubledStorage counted = new TroubledStorage(storage, Trouble.EIO, Long.MAX_VALUE, true);
        SegmentMap.Segment segment = SegmentMap.of(storage).segment(1).orElseThrow();
        assertThrows(DamagedFileException.class, () -> SealedFile.seal(counted, segment));
        assertEquals(List.of(), counted.open());
        assertEquals(List.of("0000000000000001.jnl"), storage.list(StateLayout.JOURNAL));
        assertArrayEquals(plain, storage.files().get(PLAIN));
        storage.betweenCalls(_ -> {});
        SealedFile.seal(counted, segment);
        assertEquals(List.of(), counted.open());
    }

    /** A sealed segment as large as that of the test, but for the last byte of what is in it. */
    private static byte[] other() throws IOException {
        FaultStorage beside = new FaultStorage();
        beside.makeDirectory(StateLayout.JOURNAL);
        byte[] plain = segment(2 * BLOCK + 9, 3);
        plain[plain.length - 1] ^= 1;
        beside.replace(PLAIN, plain);
        SealedFile.seal(beside, SegmentMap.of(beside).segment(1).orElseThrow());
        return beside.files().get(SEALED);
    }

    @Test
    void noPowerCutLeavesNeither() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            FaultStorage disk = new FaultStorage();
            disk.makeDirectory(StateLayout.JOURNAL);
            disk.forceDirectory("");
            byte[] plain = segment(3000, seed);
            disk.replace(PLAIN, plain);
            SealedFile.seal(disk, SegmentMap.of(disk).segment(1).orElseThrow());
            Storage left = disk.crash(seed, Policy.SECTORS);
            try (StorageFile file = SegmentMap.of(left).segment(1).orElseThrow().open(left)) {
                assertArrayEquals(plain, read(file, 0, plain.length), "seed " + seed);
            }
        }
    }

    @Test
    void cannotBeChanged() throws IOException {
        sealed(5000);
        try (SealedFile file = SealedFile.open(storage, SEALED)) {
            assertThrows(IOException.class, () -> file.write(0, ByteBuffer.allocate(1)));
            assertThrows(IOException.class, () -> file.truncate(1));
            assertThrows(IOException.class, file::force);
        }
        assertFalse(storage.files().containsKey(PLAIN));
    }
}
