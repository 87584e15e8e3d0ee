package io.ccmux.persistence;

import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is written and what is on the medium, and who waits for the difference.
 *
 * <p>Group commit needs no code of its own: while one force runs, whatever is written meanwhile waits for the next one,
 * together. Nothing is scheduled while everything is on the medium.
 */
final class SyncGate {
    private final Lanes lanes;
    private volatile int flushMillis;
    private final JournalListener listener;
    private final BiConsumer<SyncGate, IOException> failed;
    private final Watch watch;

    private StorageFile file;
    private long written;
    private volatile long synced;
    /** The highest serial that must not wait for the flush interval. */
    private long wanted;
    private boolean flushing;
    private boolean draining;
    private Optional<Runnable> timer = Optional.empty();
    private Optional<IOException> trouble = Optional.empty();
    private final List<Waiter> waiters = new ArrayList<>();

    /** @param serial the last serial on the medium */
    SyncGate(Lanes lanes, int flushMillis, JournalListener listener, Trouble trouble, long serial) {
        this.lanes = lanes;
        this.flushMillis = flushMillis;
        this.listener = listener;
        this.failed = trouble.failed;
        this.watch = trouble.watch;
        this.written = serial;
        this.synced = serial;
        this.wanted = serial;
    }

    /** Who is told when forcing fails, and who notices when it takes too long. */
    record Trouble(BiConsumer<SyncGate, IOException> failed, Watch watch) {}

    private record Waiter(long serial, Runnable then, Consumer<IOException> otherwise) {}

    /** From the next write on. */
    void flushMillis(int other) {
        flushMillis = other;
    }

    long synced() {
        return synced;
    }

    /** Everything up to {@code serial} is written; what is not on the medium yet is all in {@code target}. */
    synchronized void written(StorageFile target, long serial) {
        file = target;
        written = serial;
        if (draining) {
            wanted = serial;
        }
        schedule();
    }

    /** From now on everything that was written up to {@code serial} is wanted on the medium at once. */
    synchronized void want(long serial) {
        wanted = Math.max(wanted, serial);
        schedule();
    }

    /** Nothing waits for the flush interval any more. */
    synchronized void drain() {
        draining = true;
        want(written);
    }

    /**
     * Does something when a serial that was written is on the medium, at once; or something else if it never will be.
     */
    void whenSynced(long serial, Runnable then, Consumer<IOException> otherwise) {
        Optional<IOException> cause;
        synchronized (this) {
            cause = trouble;
            if (cause.isEmpty() && serial > synced) {
                waiters.add(new Waiter(serial, then, otherwise));
                want(serial);
                return;
            }
        }
        cause.ifPresentOrElse(otherwise, then);
    }

    /** Nothing will get to the medium any more. */
    void abandon(IOException cause) {
        List<Waiter> disappointed;
        synchronized (this) {
            trouble = Optional.of(cause);
            disappointed = List.copyOf(waiters);
            waiters.clear();
        }
        disappointed.forEach(waiter -> waiter.otherwise.accept(cause));
    }

    private void schedule() {
        if (flushing || trouble.isPresent() || written == synced) {
            return;
        }
        if (wanted > synced) {
            timer.ifPresent(Runnable::run);
            timer = Optional.empty();
            flushing = true;
            lanes.sync(this::flush);
        } else if (timer.isEmpty()) {
            timer = Optional.of(lanes.later(() -> lanes.sync(this::intervalOver), flushMillis));
        }
    }

    private void intervalOver() {
        synchronized (this) {
            timer = Optional.empty();
            wanted = written;
            schedule();
        }
    }

    private void flush() {
        boolean again = true;
        while (again) {
            StorageFile target;
            long serial;
            synchronized (this) {
                target = file;
                serial = written;
            }
            try {
                watch.forcing();
                target.force();
            } catch (IOException e) {
                // Never again on this file: the kernel may have dropped what it could not write.
                failed.accept(this, e);
                return;
            } finally {
                watch.forced();
            }
            reached(serial).forEach(waiter -> waiter.then.run());
            synchronized (this) {
                again = wanted > synced && trouble.isEmpty();
                flushing = again;
                schedule();
            }
        }
    }

    private List<Waiter> reached(long serial) {
        List<Waiter> satisfied;
        synchronized (this) {
            if (trouble.isPresent()) {
                return List.of();
            }
            synced = serial;
            satisfied = waiters.stream().filter(waiter -> waiter.serial <= serial).toList();
            waiters.removeAll(satisfied);
        }
        listener.synced(serial);
        return satisfied;
    }
}
