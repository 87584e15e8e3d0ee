package io.ccmux.server;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import io.ccmux.server.pty.Pty;

/** Input that a program's terminal did not take yet, up to {@value #BYTES_MAX} bytes; what comes on top is dropped. */
final class PendingInput {
    static final int BYTES_MAX = 1 << 20;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int bytes;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    void add(byte[] piece) {
        add(piece, 0);
    }

    /** Keeps what is left of a piece after its first {@code taken} bytes. */
    void add(byte[] piece, int taken) {
        if (taken < piece.length && bytes + piece.length - taken <= BYTES_MAX) {
            pieces.add(taken == 0 ? piece : Arrays.copyOfRange(piece, taken, piece.length));
            bytes += piece.length - taken;
        }
    }

    /** Writes as much as the terminal takes. */
    void flush(Pty pty) {
        while (!pieces.isEmpty()) {
            byte[] first = pieces.poll();
            bytes -= first.length;
            int taken = pty.write(first);
            if (taken < first.length) {
                byte[] rest = Arrays.copyOfRange(first, taken, first.length);
                pieces.addFirst(rest);
                bytes += rest.length;
                return;
            }
        }
    }
}
