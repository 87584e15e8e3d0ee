package io.ccmux.server.pty;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;

/** An event loop with real programs on it, which keeps what they print and how they end. */
final class PtyRig implements PtyEvents, AutoCloseable {
    static final PtySize SIZE = new PtySize(80, 24);
    private static final int TURN_BYTES = 128 << 10;

    final Map<Long, Life> lives = new ConcurrentHashMap<>();
    final AtomicReference<Throwable> fatal = new AtomicReference<>();
    final AtomicInteger turns = new AtomicInteger();
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final IoEventLoop loop = group.next();
    private final int turnBytes;
    private final PtySystem system;
    /** Who printed, in order, from a moment on. */
    private final List<Long> printed = new ArrayList<>();
    private boolean listens;

    /** What became of one program. */
    static final class Life {
        final ByteArrayOutputStream output = new ByteArrayOutputStream();
        volatile Pty pty;
        volatile String directory = "";
        volatile String failure = "";
        volatile String end = "";
        volatile int bytes;
        volatile int writableTimes;

        synchronized String text() {
            return output.toString(StandardCharsets.UTF_8);
        }

        private synchronized void add(byte[] more) {
            output.writeBytes(more);
            bytes += more.length;
        }
    }

    PtyRig() {
        this(TURN_BYTES);
    }

    PtyRig(int turnBytes) {
        this.turnBytes = turnBytes;
        this.system = Pty4jSystem.open(loop, this, fault -> fatal.compareAndSet(null, fault));
    }

    PtyRig(Duration hush) {
        this.turnBytes = TURN_BYTES;
        this.system = Pty4jSystem.open(loop, this, fault -> fatal.compareAndSet(null, fault), hush);
    }

    /** Somebody types a key. */
    void type(Life life, String key) {
        onLoop(() -> {
            listens = true;
            life.pty.write(key.getBytes(StandardCharsets.UTF_8));
            system.hush();
        });
    }

    /** Who was read first after the key. */
    long firstPrinted() {
        return loop.submit(printed::getFirst).syncUninterruptibly().getNow();
    }

    Life spawn(long run, PtySize size, String... argv) {
        return spawn(new PtyRequest(run, List.of(argv), "/", Map.of("PATH", "/bin:/usr/bin"), size));
    }

    Life shell(long run, String script) {
        return spawn(run, SIZE, "/bin/sh", "-c", script);
    }

    Life spawn(PtyRequest request) {
        Life life = new Life();
        lives.put(request.run(), life);
        loop.execute(() -> system.spawn(request));
        return life;
    }

    IoEventLoop loop() {
        return loop;
    }

    /** What a program runs now, its words without spaces between them. */
    String command(Life life) {
        try {
            return Files.readString(Path.of("/proc/" + life.pty.pid() + "/cmdline"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Does something where the loop does it, and waits until it is done. */
    void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    /** Writes to a program; returns how many bytes were taken. */
    int write(Life life, byte[] bytes) {
        return loop.submit(() -> life.pty.write(bytes)).syncUninterruptibly().getNow();
    }

    void write(Life life, String text) {
        write(life, text.getBytes(StandardCharsets.UTF_8));
    }

    void awaitText(Life life, String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> life.text().contains(text));
    }

    void awaitStart(Life life) {
        await().atMost(Duration.ofSeconds(60)).until(() -> life.pty != null);
    }

    /** Waits for the end of a program; {@code exit 0} or {@code signal 15}, or why it could not be started. */
    String awaitEnd(Life life) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2))
                .until(() -> !life.end.isEmpty() || !life.failure.isEmpty() || fatal.get() != null);
        if (fatal.get() != null) {
            throw new AssertionError("fatal", fatal.get());
        }
        return life.end + life.failure;
    }

    private void turn() {
        turns.incrementAndGet();
        if (system.read(turnBytes)) {
            loop.execute(this::turn);
        }
    }

    @Override
    public void ready() {
        loop.execute(this::turn);
    }

    @Override
    public void started(long run, Pty pty, String directory) {
        lives.get(run).directory = directory;
        lives.get(run).pty = pty;
    }

    @Override
    public void failed(long run, String message) {
        lives.get(run).failure = message;
    }

    @Override
    public void output(long run, byte[] bytes) {
        if (!lives.get(run).end.isEmpty()) {
            fatal.set(new AssertionError("output after the end of " + run));
        }
        lives.get(run).add(bytes);
        if (listens && printed.isEmpty()) {
            printed.add(run);
        }
    }

    @Override
    public void writable(long run) {
        lives.get(run).writableTimes++;
    }

    @Override
    public void exited(long run, int status, int signal) {
        String end = signal == 0 ? "exit " + status : "signal " + signal;
        if (!lives.get(run).end.isEmpty()) {
            fatal.set(new AssertionError(run + " ended twice: " + lives.get(run).end + ", " + end));
        }
        lives.get(run).end = end;
    }

    @Override
    public void close() {
        lives.values().stream().filter(life -> life.pty != null && life.end.isEmpty())
                .forEach(life -> onLoop(life.pty::hangUp));
        lives.values().forEach(this::awaitEnd);
        system.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
