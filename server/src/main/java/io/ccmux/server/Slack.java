package io.ccmux.server;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.ccmux.server.pty.NativeHeap;
import io.netty.util.concurrent.EventExecutor;

/**
 * Gives back to the system what much work has taken, once it is quiet: garbage that nobody would collect, for nothing
 * is allocated any more, and memory of compilers that the C library keeps. It takes some milliseconds, in which nobody
 * waits for anything. For the session thread only.
 *
 * <pre>
 *   tidy ----- enough came or went -----> owing ----- QUIET_MILLIS without more -----> tidy
 * </pre>
 *
 * <p>To collect takes half a millisecond for each megabyte that stays, and stops everybody: so the more is held, the
 * more has to have come.
 */
final class Slack {
    /** Output and answers that leave enough behind to be worth it. */
    private static final long WORK_BYTES = 4 << 20;
    /** The part of the heap that has to have come to make it worth to go through all of it. */
    private static final int HEAP_PART = 8;
    private static final long QUIET_MILLIS = 1_000;
    /** How long Java may still be compiling after that what the work has made worth it. */
    private static final long COMPILING_MILLIS = 700;
    /** After so long Java has freed what its compilers worked in: it looks through that every 5 seconds. */
    private static final long FREED_MILLIS = 6_000;

    private final EventExecutor sessionThread;
    private final Executor tidying;
    private final LongSupplier nanoTime;
    private final LongSupplier heapBytes;
    private long work;
    private boolean owing;
    private long latestNanos;

    Slack(EventExecutor sessionThread) {
        this(sessionThread, deed -> Thread.ofPlatform().name("ccmux-slack").daemon().start(deed), System::nanoTime,
                Runtime.getRuntime()::totalMemory);
    }

    /**
     * @param tidying   runs what takes time, away from the session thread
     * @param heapBytes what the heap takes now
     */
    Slack(EventExecutor sessionThread, Executor tidying, LongSupplier nanoTime, LongSupplier heapBytes) {
        this.sessionThread = sessionThread;
        this.tidying = tidying;
        this.nanoTime = nanoTime;
        this.heapBytes = heapBytes;
    }

    /** The server has started, and that was work. */
    void begin() {
        owe();
    }

    /** So many bytes of output came, or went to a client. */
    void worked(long bytes) {
        work += bytes;
        if (owing) {
            latestNanos = nanoTime.getAsLong();
        } else if (work >= WORK_BYTES && work >= heapBytes.getAsLong() / HEAP_PART) {
            owe();
        }
    }

    private void owe() {
        owing = true;
        latestNanos = nanoTime.getAsLong();
        tidyIn(QUIET_MILLIS);
    }

    private void tidyIn(long millis) {
        sessionThread.schedule(this::tidy, millis, TimeUnit.MILLISECONDS);
    }

    private void tidy() {
        long quiet = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - latestNanos);
        if (quiet < QUIET_MILLIS) {
            tidyIn(QUIET_MILLIS - quiet);
            return;
        }
        owing = false;
        work = 0;
        tidying.execute(System::gc);
        trim();
        sessionThread.schedule(this::trim, COMPILING_MILLIS, TimeUnit.MILLISECONDS);
        sessionThread.schedule(this::trim, FREED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void trim() {
        tidying.execute(NativeHeap::trim);
    }
}
