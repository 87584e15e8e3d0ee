package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import io.netty.channel.unix.FileDescriptor;

/** What is to be written to a program that does not read as fast as it is written to. */
final class WriteQueue {
    private static final int PIECE_BYTES = 16 << 10;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int offset;
    private int queued;
    private boolean refused;

    boolean isEmpty() {
        return queued == 0;
    }

    /** Queues what there is room for; returns how many bytes that is. */
    int add(byte[] bytes, int start) {
        int taken = Math.min(bytes.length - start, Pty.QUEUE_BYTES_MAX - queued);
        if (taken > 0) {
            pieces.add(Arrays.copyOfRange(bytes, start, start + taken));
            queued += taken;
        }
        refused |= taken < bytes.length - start;
        return taken;
    }

    /** Whether somebody was refused and half of the queue is free now; asking forgets it. */
    boolean hasRoomAgain() {
        boolean again = refused && queued <= Pty.QUEUE_BYTES_MAX / 2;
        refused &= !again;
        return again;
    }

    /** Writes until the terminal takes no more or nothing is left. */
    void flush(FileDescriptor master, ByteBuffer buffer) throws IOException {
        while (!pieces.isEmpty()) {
            byte[] piece = pieces.element();
            int length = Math.min(piece.length - offset, PIECE_BYTES);
            int written = write(master, buffer, piece, offset, length);
            offset += written;
            queued -= written;
            if (offset == piece.length) {
                pieces.remove();
                offset = 0;
            } else if (written < length) {
                return;
            }
        }
    }

    /** Writes what the terminal takes; returns how many bytes that is. */
    static int write(FileDescriptor master, ByteBuffer buffer, byte[] bytes, int start, int length)
            throws IOException {
        int written = 0;
        while (written < length) {
            int piece = Math.min(length - written, Math.min(buffer.capacity(), PIECE_BYTES));
            buffer.clear().put(bytes, start + written, piece);
            int taken = master.write(buffer, 0, piece);
            written += taken;
            if (taken < piece) {
                break;
            }
        }
        return written;
    }

    void clear() {
        pieces.clear();
        offset = 0;
        queued = 0;
        refused = false;
    }
}
