package io.ccmux.server.pty;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.pty4j.unix.PtyHelpers;

import io.netty.channel.IoEventLoop;

/** Programs as children of this process: pty4j forks and waits, the event loop reads and writes. */
public final class Pty4jSystem implements PtySystem {
    private static final long REAPER_STACK_BYTES = 128 << 10;
    /** As long as a program takes that has a processor for itself to answer a key. */
    private static final Duration HUSH = Duration.ofNanos(600_000);

    private final IoEventLoop loop;
    private final PtyEvents events;
    private final Consumer<Throwable> fatal;
    private final ExecutorService spawner;
    private final ReadyList ready;

    private Pty4jSystem(IoEventLoop loop, PtyEvents events, Consumer<Throwable> fatal, ExecutorService spawner,
            Duration hush) {
        this.loop = loop;
        this.events = events;
        this.fatal = fatal;
        this.spawner = spawner;
        this.ready = new ReadyList(events, (task, nanos) -> loop.schedule(task, nanos, TimeUnit.NANOSECONDS),
                hush.toNanos());
    }

    /**
     * A system whose terminals are part of {@code loop}.
     *
     * @param fatal told of what must never happen; it is expected to end the process
     */
    public static Pty4jSystem open(IoEventLoop loop, PtyEvents events, Consumer<Throwable> fatal) {
        return open(loop, events, fatal, HUSH);
    }

    /** @param hush how long those who print without end wait for what a key brings about */
    static Pty4jSystem open(IoEventLoop loop, PtyEvents events, Consumer<Throwable> fatal, Duration hush) {
        ExecutorService spawner = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ccmux-spawn").daemon().factory());
        return new Pty4jSystem(loop, events, fatal, spawner, hush);
    }

    @Override
    public void spawn(PtyRequest request) {
        spawner.execute(() -> launch(request));
    }

    private void launch(PtyRequest request) {
        try {
            Launcher.Launched launched = new Launcher(request).launch();
            EpollPty pty = new EpollPty(request.run(), launched, ready, events, fatal);
            onLoop(() -> {
                events.started(request.run(), pty, launched.directory());
                pty.register(loop);
            });
            reap(launched.pid(), pty);
        } catch (IOException e) {
            onLoop(() -> events.failed(request.run(), e.getMessage()));
        } catch (Throwable e) {
            fatal.accept(e);
        }
    }

    /**
     * One thread a process, which is what waiting for just this one takes; it sleeps in the kernel all its life. Where
     * there is nothing to wait for, because this process ignores SIGCHLD, the end counts as an exit with 0.
     */
    private void reap(long pid, EpollPty pty) {
        Thread.ofPlatform().name("ccmux-reaper-" + pid).daemon().stackSize(REAPER_STACK_BYTES).start(() -> {
            int[] status = new int[1];
            int reaped = PtyHelpers.waitpid((int) pid, status, 0);
            onLoop(() -> pty.ended(reaped == pid ? status[0] : 0));
        });
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(() -> {
                try {
                    task.run();
                } catch (Throwable e) {
                    fatal.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The loop has ended, and with it everybody who could be told; this thread has nothing left to do either.
            return;
        }
    }

    @Override
    public boolean read(int bytesMax) {
        return ready.read(bytesMax);
    }

    @Override
    public void hush() {
        ready.hush();
    }

    @Override
    public void close() {
        spawner.shutdown();
    }
}
