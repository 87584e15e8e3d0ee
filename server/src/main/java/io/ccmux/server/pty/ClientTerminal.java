package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;

/**
 * The terminal of an attached client, read and written by the server itself: a key is spared the way through another
 * process, and so is every frame. The client made it raw and puts it right; all calls come on the loop's thread.
 *
 * <pre>
 *   LENT --begin()--> OURS --pause()--> LENT        what is not written when it is paused never is
 *     \-----close()----/  \--hung up--> CLOSED
 * </pre>
 */
public final class ClientTerminal implements EpollIoHandle {
    private static final int KEYS_BYTES = 4 << 10;
    private static final int PIECE_BYTES = 16 << 10;
    private static final byte[] NOTHING = {};

    private final FileDescriptor tty;
    private final IoEventLoop loop;
    private final Listener listener;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE_BYTES);
    private Optional<IoRegistration> registration = Optional.empty();
    private State state = State.LENT;
    private byte[] frame = NOTHING;
    private int written;

    private enum State {
        LENT, OURS, CLOSED
    }

    /** Who uses it; called on the loop's thread. */
    public interface Listener {
        /** Keys, or answers of the terminal. */
        void typed(byte[] bytes);

        /** The frame is in the terminal wholly, or it never will be. */
        void drawn();

        /** Nobody is at the other end any more. */
        void hungUp();

        /** Something that must never happen. */
        void failed(Throwable cause);
    }

    private ClientTerminal(FileDescriptor tty, IoEventLoop loop, Listener listener) {
        this.tty = tty;
        this.loop = loop;
        this.listener = listener;
    }

    /**
     * The terminal that is the standard input of a process, opened anew: the name it has for that process may mean
     * another one here, and how we read must not be how the process reads. None where there is no such process or file,
     * or it belongs to somebody else.
     *
     * @param loop an epoll event loop
     */
    public static Optional<ClientTerminal> open(long process, IoEventLoop loop, Listener listener) {
        int descriptor = Libc.openTerminal("/proc/" + process + "/fd/0");
        return descriptor < 0
                ? Optional.empty()
                : Optional.of(new ClientTerminal(new FileDescriptor(descriptor), loop, listener));
    }

    /** It is raw, and nobody else reads it. */
    public void begin() {
        if (state == State.LENT) {
            state = State.OURS;
            flush();
            loop.register(this).addListener(future -> {
                if (future.isSuccess()) {
                    registered((IoRegistration) future.getNow());
                } else {
                    listener.failed(future.cause());
                }
            });
        }
    }

    private void registered(IoRegistration made) {
        if (state == State.OURS) {
            registration = Optional.of(made);
            listen();
        } else {
            made.cancel();
        }
    }

    private void listen() {
        registration.ifPresent(made -> made.submit(
                isDrawing() ? EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLOUT) : EpollIoOps.EPOLLIN));
    }

    private void ignore() {
        registration.ifPresent(IoRegistration::cancel);
        registration = Optional.empty();
    }

    /** From now on it is somebody else's; a frame that is partly written stays so. */
    public void pause() {
        if (state == State.OURS) {
            state = State.LENT;
            boolean part = isDrawing();
            frame = NOTHING;
            ignore();
            if (part) {
                listener.drawn();
            }
        }
    }

    /** Writes a frame; the next one may come after {@link Listener#drawn}. */
    public void draw(byte[] bytes) {
        frame = bytes;
        written = 0;
        if (state == State.OURS) {
            flush();
        }
        if (isDrawing()) {
            listen();
        }
    }

    private boolean isDrawing() {
        return written < frame.length;
    }

    private void flush() {
        if (!isDrawing()) {
            return;
        }
        try {
            int taken = PIECE_BYTES;
            while (taken == PIECE_BYTES && isDrawing()) {
                int piece = Math.min(frame.length - written, PIECE_BYTES);
                buffer.clear().put(frame, written, piece);
                taken = tty.write(buffer, 0, piece);
                written += taken;
            }
        } catch (IOException gone) {
            end();
            return;
        }
        if (!isDrawing()) {
            frame = NOTHING;
            written = 0;
            listener.drawn();
        }
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        try {
            EpollIoOps ops = ((EpollIoEvent) event).ops();
            if (state == State.OURS && ops.contains(EpollIoOps.EPOLLOUT)) {
                flush();
                listen();
            }
            if (state == State.OURS && !ops.equals(EpollIoOps.EPOLLOUT)) {
                read();
            }
        } catch (Throwable e) {
            listener.failed(e);
        }
    }

    private void read() {
        int count;
        try {
            count = tty.read(buffer, 0, KEYS_BYTES);
        } catch (IOException gone) {
            count = -1;
        }
        if (count < 0) {
            end();
        } else if (count > 0) {
            byte[] bytes = new byte[count];
            buffer.get(0, bytes);
            listener.typed(bytes);
        }
    }

    private void end() {
        if (state != State.CLOSED) {
            shut();
            listener.hungUp();
        }
    }

    /** Gives it back for good. */
    public void shut() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        ignore();
        try {
            tty.close();
        } catch (IOException e) {
            listener.failed(e);
        }
    }

    @Override
    public FileDescriptor fd() {
        return tty;
    }

    /** Netty closes its handles when the loop ends; the descriptor goes with the process. */
    @Override
    public void close() {
        state = State.CLOSED;
    }
}
