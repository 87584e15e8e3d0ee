package io.ccmux.server;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import io.ccmux.server.pty.Pty;

/**
 * Input that a program's terminal did not take yet, up to {@value #BYTES_MAX} bytes; a piece that goes beyond that is
 * dropped, for its end would be missing. What is pasted into many panes at once is kept once: pieces are not copied.
 */
final class PendingInput {
    /** More than anybody pastes, and less than the heap. */
    static final int BYTES_MAX = 64 << 20;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    /** Of the first piece, how much has been taken. */
    private int offset;
    private long bytes;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Keeps a piece if there is room for it. */
    boolean add(byte[] piece) {
        if (bytes + piece.length > BYTES_MAX) {
            return false;
        }
        pieces.add(piece);
        bytes += piece.length;
        return true;
    }

    /** Writes as much as the terminal takes. */
    void flush(Pty pty) {
        while (!pieces.isEmpty()) {
            byte[] first = pieces.element();
            int end = Math.min(first.length, offset + Pty.QUEUE_BYTES_MAX);
            int taken = pty.write(offset == 0 && end == first.length ? first : Arrays.copyOfRange(first, offset, end));
            bytes -= taken;
            offset += taken;
            if (offset < end) {
                return;
            }
            if (offset == first.length) {
                pieces.remove();
                offset = 0;
            }
        }
    }
}
