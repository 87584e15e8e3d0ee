package io.ccmux.server.pty;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The terminals that have something to read. epoll tells of each only once, so one stays here until a read says that
 * there is no more; reading goes round robin, a slice each, so that a flood in one leaves the others their turn.
 * Who was just written to goes first: somebody waits for what it echoes.
 */
final class ReadyList {
    /**
     * What the kernel's line discipline holds. It is filled again while this much is worked at; who asks for more at
     * once sleeps until it is. And of several floods to wait for more would give most to those that run just now.
     */
    private static final int SLICE_BYTES = 4095;
    private static final int WRITE_BYTES = 16 << 10;
    /** A turn longer than this keeps whoever types waiting. */
    private static final long TURN_NANOS_MAX = 500_000;

    private final PtyEvents events;
    private final Deque<EpollPty> waiting = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SLICE_BYTES);
    private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(WRITE_BYTES);
    private boolean reading;

    ReadyList(PtyEvents events) {
        this.events = events;
    }

    /** Space for what is about to be written, shared by all terminals of the loop. */
    ByteBuffer writeBuffer() {
        return writeBuffer;
    }

    void add(EpollPty pty, boolean awaited) {
        boolean first = waiting.isEmpty();
        if (awaited) {
            waiting.addFirst(pty);
        } else {
            waiting.addLast(pty);
        }
        if (first && !reading) {
            events.ready();
        }
    }

    /** Reads at most so many bytes in all, and no longer than a turn may take; returns whether there is more. */
    boolean read(int bytesMax) {
        reading = true;
        int left = bytesMax;
        long begin = System.nanoTime();
        while (left > 0 && !waiting.isEmpty() && System.nanoTime() - begin < TURN_NANOS_MAX) {
            left -= waiting.remove().read(buffer, Math.min(SLICE_BYTES, left));
        }
        reading = false;
        return !waiting.isEmpty();
    }
}
