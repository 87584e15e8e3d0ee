package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;

/**
 * The master of a terminal as a handle of the event loop, edge-triggered and never waited for.
 *
 * <pre>
 *   OPEN --EIO: nobody has the terminal open--> DRAINED --process reaped--> CLOSED, exited is told
 *     \--process reaped--> read to EAGAIN or EIO --------------------------/
 *     \--hangUp()--> CLOSED --process reaped--> exited is told
 * </pre>
 *
 * <p>The kernel hangs the terminal up before a session's leader can be reaped, and a read of the master collects what
 * is still on its way: so what was printed before the end is there once the process is reaped, even if something else
 * keeps the terminal open and EIO never comes.
 */
final class EpollPty implements Pty, EpollIoHandle {
    private static final EpollIoOps READ = EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLET);
    private static final EpollIoOps READ_WRITE = READ.with(EpollIoOps.EPOLLOUT);

    private final long run;
    private final Launcher.Launched launched;
    private final String tty;
    private final FileDescriptor master;
    private final ReadyList readyList;
    private final PtyEvents events;
    private final Consumer<Throwable> fatal;
    private final WriteQueue queue = new WriteQueue();
    private IoRegistration registration;
    private State state = State.OPEN;
    private boolean readable;
    private boolean listed;
    private boolean paused;
    private boolean awaited;
    private boolean reaped;
    private boolean told;
    private int waitStatus;

    private enum State {
        OPEN, DRAINED, CLOSED
    }

    EpollPty(long run, Launcher.Launched launched, ReadyList readyList, PtyEvents events, Consumer<Throwable> fatal) {
        this.run = run;
        this.launched = launched;
        this.tty = launched.master().getSlaveName();
        this.master = new FileDescriptor(launched.master().getMasterFD());
        this.readyList = readyList;
        this.events = events;
        this.fatal = fatal;
    }

    void register(IoEventLoop loop) {
        if (state == State.OPEN) {
            loop.register(this).addListener(future -> {
                if (future.isSuccess()) {
                    registered((IoRegistration) future.getNow());
                } else {
                    fatal.accept(future.cause());
                }
            });
        }
    }

    private void registered(IoRegistration registered) {
        registration = registered;
        if (state == State.OPEN) {
            registration.submit(queue.isEmpty() ? READ : READ_WRITE);
        } else {
            registration.cancel();
        }
    }

    @Override
    public FileDescriptor fd() {
        return master;
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        try {
            EpollIoOps ops = ((EpollIoEvent) event).ops();
            if (ops.contains(EpollIoOps.EPOLLOUT)) {
                flush();
            }
            if (!ops.equals(EpollIoOps.EPOLLOUT)) {
                readable = true;
                list();
            }
        } catch (Throwable e) {
            fatal.accept(e);
        }
    }

    /** Whether what it prints next is what somebody waits for who typed. */
    boolean isAwaited() {
        return awaited;
    }

    private void list() {
        if (!listed && isReady()) {
            listed = true;
            readyList.add(this, awaited);
        }
    }

    /** Whether a read would bring something, or the end. */
    private boolean isReady() {
        return state == State.OPEN && readable && !paused;
    }

    /**
     * Reads until {@code bytesMax}, or until there is no more for now, and goes back on the list if there is.
     *
     * @return how many bytes it was
     */
    int read(ByteBuffer buffer, int bytesMax) {
        listed = false;
        awaited = false;
        if (!isReady()) {
            return 0;
        }
        int length = 0;
        int count = 1;
        while (count > 0 && length < bytesMax) {
            count = readOnce(buffer, length, bytesMax);
            length += Math.max(count, 0);
        }
        readable = count > 0;
        if (length > 0) {
            byte[] bytes = new byte[length];
            buffer.get(0, bytes);
            events.output(run, bytes);
        }
        if (count < 0) {
            drained();
        } else if (count == 0 && reaped) {
            finish();
        }
        list();
        return length;
    }

    /** Returns the bytes read, 0 when there are none for now, and -1 at the end. */
    private int readOnce(ByteBuffer buffer, int position, int limit) {
        try {
            return master.read(buffer, position, limit);
        } catch (IOException e) {
            // EIO: the last program has closed the terminal, and everything it printed was read.
            return -1;
        }
    }

    private void drained() {
        if (state == State.OPEN) {
            state = State.DRAINED;
            registration.cancel();
        }
        if (reaped) {
            finish();
        }
    }

    /** The process was reaped; what it printed is still to be read. */
    void ended(int status) {
        reaped = true;
        waitStatus = status;
        if (state == State.OPEN) {
            readable = true;
            list();
        } else {
            finish();
        }
    }

    private void finish() {
        if (!told) {
            told = true;
            shut();
            int signal = waitStatus & 0x7f;
            events.exited(run, signal == 0 ? waitStatus >> 8 & 0xff : 0, signal);
        }
    }

    /** Closes the master; with pty4j's streams unused and no reaper of its own, nobody else holds the descriptor. */
    private void shut() {
        if (state == State.CLOSED) {
            return;
        }
        if (registration != null) {
            registration.cancel();
        }
        state = State.CLOSED;
        readable = false;
        queue.clear();
        try {
            launched.master().close();
        } catch (IOException e) {
            fatal.accept(e);
        }
    }

    @Override
    public int write(byte[] bytes) {
        if (state != State.OPEN) {
            return bytes.length;
        }
        // What a flood prints next is not what a key brings about.
        awaited = !listed;
        int written = 0;
        try {
            if (queue.isEmpty()) {
                written = WriteQueue.write(master, readyList.writeBuffer(), bytes, 0, bytes.length);
            }
        } catch (IOException e) {
            return bytes.length;
        }
        int taken = written + queue.add(bytes, written);
        if (written < bytes.length && registration != null) {
            registration.submit(READ_WRITE);
        }
        return taken;
    }

    private void flush() {
        try {
            queue.flush(master, readyList.writeBuffer());
        } catch (IOException e) {
            // EIO: nobody will read it any more; reading tells the rest.
            queue.clear();
        }
        if (queue.isEmpty() && state == State.OPEN) {
            registration.submit(READ);
        }
        if (queue.hasRoomAgain()) {
            events.writable(run);
        }
    }

    @Override
    public void resize(PtySize size) {
        if (state == State.OPEN) {
            Libc.resize(master.intValue(), size);
        }
    }

    @Override
    public void kill(int signal) {
        if (!reaped) {
            Libc.killGroup(launched.pid(), signal);
        }
    }

    @Override
    public void hangUp() {
        shut();
        if (reaped) {
            finish();
        } else {
            kill(Libc.SIGHUP);
        }
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        list();
    }

    @Override
    public long pid() {
        return launched.pid();
    }

    @Override
    public String tty() {
        return tty;
    }

    /** Netty closes its handles when the loop ends; the master goes with the process. */
    @Override
    public void close() {
        readable = false;
    }
}
