package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames behind a hole are found wherever they lie, however the disk gives them, and nothing else is taken for one. */
class RestTest {
    private static final int FROM = 1000;
    private static final int SYNCED = 4;
    private static final JournalPosition END = new JournalPosition(1, FROM, 77, 5);

    /** A file in memory that gives at most so many bytes at once, and none from some place on. */
    private record Slow(byte[] bytes, int most, long brokenFrom) implements StorageFile {
        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            if (position >= brokenFrom) {
                throw new IOException("unreadable sector");
            }
            if (position >= bytes.length) {
                return -1;
            }
            int count = (int) Math.min(Math.min(most, target.remaining()),
                    Math.min(brokenFrom, bytes.length) - position);
            target.put(bytes, (int) position, count);
            return count;
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            throw new IOException("it is only read");
        }

        @Override
        public void force() {}

        @Override
        public void truncate(long size) {}

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void close() {}
    }

    /** A file with a transaction at a place, after which it goes on for a while with zeros. */
    private static byte[] file(int place, long serial, int zeros) {
        FrameEncoder frames = new FrameEncoder(Notebook.REGISTRY, new byte[4096], 1 << 20);
        frames.transaction(serial, 5, List.of(new Notebook.Line("behind the hole")));
        byte[] frame = frames.bytes();
        Frame.sealAll(frame, frames.length(), 0x55667788, SYNCED);
        byte[] file = new byte[place + frames.length() + zeros];
        new Random(place).nextBytes(file);
        for (int at = FROM; at < place - 4; at++) {
            file[at] = 0;
        }
        Arrays.fill(file, place + frames.length(), file.length, (byte) 0);
        seed(file, place);
        System.arraycopy(frame, 0, file, place, frames.length());
        return file;
    }

    /** The four bytes before a frame are the checksum of the one before it, which it is seeded with. */
    private static void seed(byte[] file, int place) {
        byte[] whole = new byte[4];
        for (int i = 0; i < 4; i++) {
            whole[i] = (byte) (0x55667788 >> 8 * i);
        }
        System.arraycopy(whole, 0, file, place - 4, 4);
        if (Frame.seed(file, place) != 0x55667788) {
            for (int i = 0; i < 4; i++) {
                file[place - 4 + i] = whole[3 - i];
            }
        }
    }

    private static Rest rest(byte[] file, int most) {
        return Rest.of(new Slow(file, most, Long.MAX_VALUE), END, file.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {FROM + 40, FROM + 4096, FROM + (4 << 20) - 60, FROM + (4 << 20) - 4, FROM + (4 << 20),
        FROM + (5 << 20), FROM + (5 << 20) + 100, FROM + (9 << 20) + 3})
    void findsAFrameBehindAHole(int place) {
        byte[] file = file(place, 9, 5000);
        for (int most : new int[]{Integer.MAX_VALUE, 70_000}) {
            Rest rest = rest(file, most);
            assertEquals(SYNCED, rest.syncedSerial(), place + ", " + most + " at once");
            int last = file.length - 5000;
            assertTrue(rest.end() <= last && rest.end() > last - 9, rest + ", not " + last);
            assertFalse(rest.unreadable());
        }
    }

    @Test
    void aFrameThatCannotBeThereIsNone() {
        assertEquals(SYNCED, rest(file(FROM + 100, 6, 3000), 9000).syncedSerial());
        assertEquals(0, rest(file(FROM + 100, 5, 3000), 9000).syncedSerial(), "it was read before");
        assertEquals(0, rest(file(FROM + 100, 4000, 3000), 9000).syncedSerial(), "more than there is room for");
        byte[] torn = file(FROM + 100, 6, 0);
        assertEquals(SYNCED, rest(torn, 9000).syncedSerial());
        assertEquals(0, rest(Arrays.copyOf(torn, torn.length - 1), 9000).syncedSerial());
        torn[torn.length - 9] ^= 1;
        assertEquals(0, rest(torn, 9000).syncedSerial());
    }

    @Test
    void zerosAreNothing() {
        byte[] file = file(FROM, 6, 100_000);
        Arrays.fill(file, FROM - 4, file.length, (byte) 0);
        assertEquals(new Rest(FROM, 0, false), rest(file, 5000));
        assertEquals(new Rest(FROM, 0, false), Rest.of(new Slow(file, 5000, 0), END, FROM), "nothing is behind it");
        file[FROM + 50_000] = 1;
        assertEquals(new Rest(FROM + 50_001, 0, false), rest(file, 5000));
        file[FROM] = 1;
        assertEquals(new Rest(FROM + 50_001, 0, false), rest(file, 5000));
    }

    @Test
    void aPlaceThatCannotBeReadIsSaid() {
        byte[] file = file(FROM + 100, 6, 9 << 20);
        for (long broken : new long[]{FROM - 4, FROM + 50, FROM + 6000, FROM + (5 << 20)}) {
            Rest rest = Rest.of(new Slow(file, 5000, broken), END, file.length);
            assertTrue(rest.unreadable(), "from " + broken);
            assertEquals(broken > FROM + 200 ? SYNCED : 0, rest.syncedSerial(), "from " + broken);
        }
    }

    @Test
    void framesAreReadHoweverTheDiskGivesThem() throws IOException {
        FrameEncoder frames = new FrameEncoder(Notebook.REGISTRY, new byte[4096], 8 << 20);
        Random random = new Random(4);
        int count = 60;
        for (int i = 1; i <= count; i++) {
            frames.transaction(i, i,
                    List.of(new Notebook.Line("x".repeat(random.nextInt(i % 9 == 0 ? 600_000 : 9000)))));
        }
        Frame.sealAll(frames.bytes(), frames.length(), 77, 0);
        byte[] bytes = Arrays.copyOf(frames.bytes(), frames.length());
        JournalPosition start = new JournalPosition(1, 0, 77, 0);
        for (int most : new int[]{1000, 65_537, Integer.MAX_VALUE}) {
            assertEquals(count, read(new FrameReader(new Slow(bytes, most, Long.MAX_VALUE), start, bytes.length)));
            assertEquals(count - 1,
                    read(new FrameReader(new Slow(bytes, most, Long.MAX_VALUE), start, bytes.length - 1)));
            FrameReader broken = new FrameReader(new Slow(bytes, most, bytes.length / 2), start, bytes.length);
            int before = read(broken);
            assertTrue(before > 9 && before < count, before + " frames");
            assertEquals(before, broken.position(1).serial());
            assertFalse(broken.next(), "it does not come back");
        }
    }

    private static int read(FrameReader frames) throws IOException {
        int count = 0;
        while (frames.next()) {
            count++;
            assertEquals(count, frames.head().wallMicros());
            assertTrue(JournalReader.decode(Notebook.REGISTRY, frames) instanceof Notebook.Line);
        }
        return count;
    }
}
