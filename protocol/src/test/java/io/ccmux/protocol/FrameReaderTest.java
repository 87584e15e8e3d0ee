package io.ccmux.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    @Test
    void joinsFramesThatArriveInPieces() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int[] lengths = random.ints(200, 0, 100_000).toArray();
        for (int length : lengths) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) length);
            stream.writeBytes(MessageTable.encode(new ClientMessage.Input(bytes)));
        }
        FrameReader reader = reader(new Drips(stream.toByteArray(), random));
        for (int length : lengths) {
            byte[] expected = new byte[length];
            Arrays.fill(expected, (byte) length);
            assertArrayEquals(expected, reader.next().orElseThrow().body(), "seed " + seed);
        }
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void takesAnEndWithinAFrameForTheEnd() throws IOException {
        byte[] whole = MessageTable.encode(new ClientMessage.Leaving("lost tty"));
        for (int length = 0; length < whole.length; length++) {
            assertTrue(reader(new ByteArrayInputStream(whole, 0, length)).next().isEmpty());
        }
    }

    @Test
    void refusesLengthsOutOfRangeBeforeItAllocates() {
        assertEquals("frame length 1195725856 is out of range", refusal("474554200000"));
        assertEquals("frame length 4294967295 is out of range", refusal("ffffffff0000"));
        assertEquals("frame length 1048577 is out of range", refusal("001000010000"));
        assertEquals("frame length 1 is out of range", refusal("000000010000"));
    }

    @Test
    void refusesFlagsItDoesNotKnow() {
        assertEquals("frame flags 80 are unknown", refusal("000000020580"));
    }

    private static String refusal(String hex) {
        InputStream stream = new ByteArrayInputStream(HexFormat.of().parseHex(hex));
        return assertThrows(ProtocolException.class, () -> reader(stream).next()).getMessage();
    }

    private static FrameReader reader(InputStream stream) {
        return new FrameReader(Channels.newChannel(stream));
    }

    /** Gives its bytes in pieces of random length. */
    private static final class Drips extends ByteArrayInputStream {
        private final Random random;

        Drips(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(9000)));
        }
    }
}
