package io.ccmux.persistence;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Notices when the disk takes too long.
 *
 * <pre>
 *  a write takes 100 ms   terminals go on without waiting for it
 *  anything takes 1 s     somebody is told
 *  anything takes 10 s    the file is given up
 * </pre>
 *
 * <p>While the disk is used, a short task looks every 100 ms; while it is not, nothing runs.
 */
final class Watch {
    private static final long TICK_MILLIS = 100;
    private static final long RELEASE_MILLIS = 100;
    private static final long SLOW_MILLIS = 1000;
    private static final long DEAD_MILLIS = 10_000;

    private final Lanes lanes;
    private final AtomicReference<Consequences> consequences = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Call write = new Call();
    private final Call force = new Call();
    private volatile boolean stalled;

    Watch(Lanes lanes) {
        this.lanes = lanes;
    }

    /**
     * What is done about it.
     *
     * @param release lets those go on who wait for a write
     * @param slow    told the milliseconds
     * @param dead    gives the file up
     */
    record Consequences(Runnable release, Consumer<Long> slow, Consumer<IOException> dead) {}

    /** What the disk is doing on one lane. */
    private static final class Call {
        private volatile boolean running;
        private volatile long since;
        private volatile boolean told;
        private volatile boolean seen;

        void begins(long nanos) {
            since = nanos;
            told = false;
            running = true;
            seen = true;
        }

        long millis(long nanos) {
            return running ? TimeUnit.NANOSECONDS.toMillis(nanos - since) : 0;
        }
    }

    void connect(Consequences those) {
        consequences.set(those);
    }

    void writing() {
        begins(write);
    }

    void written() {
        write.running = false;
        stalled = false;
    }

    void forcing() {
        begins(force);
    }

    void forced() {
        force.running = false;
    }

    /** Whether a write takes so long that nobody waits for it any more. */
    boolean stalled() {
        return stalled;
    }

    /** How long the disk has not answered by now. */
    long millis() {
        long now = lanes.nanos();
        return Math.max(write.millis(now), force.millis(now));
    }

    private void begins(Call call) {
        call.begins(lanes.nanos());
        if (looking.compareAndSet(false, true)) {
            lanes.later(this::look, TICK_MILLIS);
        }
    }

    private void look() {
        long now = lanes.nanos();
        if (write.millis(now) >= RELEASE_MILLIS && !stalled) {
            stalled = write.running;
            consequences.get().release.run();
        }
        look(write, now);
        look(force, now);
        boolean used = write.seen || force.seen || write.running || force.running;
        write.seen = false;
        force.seen = false;
        if (used) {
            lanes.later(this::look, TICK_MILLIS);
            return;
        }
        looking.set(false);
        if ((write.running || force.running) && looking.compareAndSet(false, true)) {
            lanes.later(this::look, TICK_MILLIS);
        }
    }

    private void look(Call call, long now) {
        long millis = call.millis(now);
        if (millis >= SLOW_MILLIS && !call.told) {
            call.told = true;
            consequences.get().slow.accept(millis);
        }
        if (millis >= DEAD_MILLIS) {
            consequences.get().dead.accept(new IOException("the disk has not answered for " + millis / 1000 + " s"));
        }
    }
}
