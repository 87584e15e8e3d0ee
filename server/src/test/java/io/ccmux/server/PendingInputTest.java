package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.ccmux.server.pty.Pty;
import io.ccmux.server.pty.PtySize;

class PendingInputTest {
    private static final int SEED = 7;
    private final PendingInput pending = new PendingInput();
    private final Slow slow = new Slow();

    /** A program that takes what it is given room for, and no more. */
    private static final class Slow implements Pty {
        final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        int room;

        @Override
        public int write(byte[] bytes) {
            int length = Math.min(room, bytes.length);
            taken.write(bytes, 0, length);
            room -= length;
            return length;
        }

        @Override
        public void resize(PtySize size) {}

        @Override
        public void kill(int signal) {}

        @Override
        public void hangUp() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public String tty() {
            return "/dev/null";
        }
    }

    @Test
    void passesAllOnHoweverSlowlyItIsTaken() {
        var random = new Random(SEED);
        var given = new ByteArrayOutputStream();
        for (int length : new int[]{3 * Pty.QUEUE_BYTES_MAX + 5, 0, 1, Pty.QUEUE_BYTES_MAX, 70_000}) {
            byte[] piece = new byte[length];
            random.nextBytes(piece);
            given.writeBytes(piece);
            assertTrue(pending.add(piece));
        }
        while (!pending.isEmpty()) {
            slow.room = 1 + random.nextInt(300_000);
            pending.flush(slow);
        }
        assertArrayEquals(given.toByteArray(), slow.taken.toByteArray(), "seed " + SEED);
    }

    @Test
    void dropsWhatNobodyReadsInWholePieces() {
        byte[] half = new byte[PendingInput.BYTES_MAX / 2];
        assertTrue(pending.add(half));
        assertTrue(pending.add(half));
        assertFalse(pending.add(new byte[1]));
        slow.room = 1;
        pending.flush(slow);
        assertTrue(pending.add(new byte[1]));
        assertFalse(pending.add(new byte[1]));
    }
}
