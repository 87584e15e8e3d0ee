package io.ccmux.persistence;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The lanes as platform threads, asleep while there is nothing to do.
 *
 * <p>Nobody may interrupt them: an interrupt closes the file that the thread writes. So they are never shut down now,
 * only asked to finish.
 */
final class LaneThreads implements Lanes {
    /** How long {@link #finish} waits for a disk that does not answer, per lane. */
    private static final long FINISH_SECONDS_MAX = 30;

    private final ExecutorService journal;
    private final ExecutorService sync;
    private final ExecutorService checkpoint;
    private final ScheduledThreadPoolExecutor timer;

    /** @param leisurely what the thread of the checkpoints begins with */
    LaneThreads(Runnable leisurely) {
        journal = lane("ccmux-journal");
        sync = lane("ccmux-sync");
        checkpoint = lane("ccmux-checkpoint");
        checkpoint.execute(leisurely);
        timer = new ScheduledThreadPoolExecutor(1, named("ccmux-timer"), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** One thread; once it was asked to finish, it takes nothing more. */
    private static ExecutorService lane(String name) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void journal(Runnable task) {
        journal.execute(task);
    }

    @Override
    public void sync(Runnable task) {
        sync.execute(task);
    }

    @Override
    public Runnable later(Runnable task, long millis) {
        ScheduledFuture<?> future = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void checkpoint(Runnable task) {
        checkpoint.execute(task);
    }

    @Override
    public void finish() throws IOException {
        timer.shutdown();
        end(journal);
        end(sync);
        end(checkpoint);
    }

    private static void end(ExecutorService lane) throws IOException {
        lane.shutdown();
        try {
            if (!lane.awaitTermination(FINISH_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("the disk did not answer for " + FINISH_SECONDS_MAX + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the journal was being closed", e);
        }
    }
}
