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
    private final Later later;
    private final long hushNanos;
    private final Deque<EpollPty> waiting = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SLICE_BYTES);
    private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(WRITE_BYTES);
    private boolean reading;
    private long hushedUntil = System.nanoTime();

    /** @param hushNanos how long floods wait for what a key brings about, at most */
    ReadyList(PtyEvents events, Later later, long hushNanos) {
        this.events = events;
        this.later = later;
        this.hushNanos = hushNanos;
    }

    /** Runs something on the loop's thread after some time. */
    interface Later {
        void run(Runnable task, long nanos);
    }

    /**
     * Somebody typed and waits for what comes of it: until then, or for a moment, nobody else is read. Programs that
     * print without end wait, and leave the processors to the one that was typed to.
     */
    void hush() {
        hushedUntil = System.nanoTime() + hushNanos;
    }

    /** Space for what is about to be written, shared by all terminals of the loop. */
    ByteBuffer writeBuffer() {
        return writeBuffer;
    }

    void add(EpollPty pty, boolean awaited) {
        // The others may be hushed, so that nobody is about to read.
        boolean first = waiting.isEmpty() || awaited;
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
        long now = begin;
        while (left > 0 && mayRead(now) && now - begin < TURN_NANOS_MAX) {
            left -= readNext(Math.min(SLICE_BYTES, left));
            now = System.nanoTime();
        }
        reading = false;
        if (waiting.isEmpty() || mayRead(now)) {
            return !waiting.isEmpty();
        }
        later.run(events::ready, hushedUntil - now);
        return false;
    }

    private boolean mayRead(long now) {
        return !waiting.isEmpty() && (hushedUntil - now <= 0 || waiting.peek().isAwaited());
    }

    private int readNext(int bytesMax) {
        EpollPty pty = waiting.remove();
        boolean awaited = pty.isAwaited();
        int bytes = pty.read(buffer, bytesMax);
        if (awaited && bytes > 0) {
            hushedUntil = System.nanoTime();
        }
        return bytes;
    }
}
