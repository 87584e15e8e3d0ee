package io.ccmux.server.net;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.Frame;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolException;
import io.ccmux.protocol.ProtocolVersion;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.loop.ClientPort;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: exchanges versions, then carries messages both ways until one side closes. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final ClientId id;
    private final Peer peer;
    private final Channel channel;
    private final ClientPort port;
    private final NetLimits limits;
    private State state = State.GREETING;
    private Future<?> handshake;
    private Future<?> linger;
    private boolean flushDue;
    private Optional<BorrowedTerminal> terminal = Optional.empty();

    /** Who is at the other end. */
    record Peer(long pid) {}

    private enum State {
        GREETING, OPEN, CLOSED
    }

    ConnectionHandler(ClientId id, Peer peer, Channel channel, ClientPort port, NetLimits limits) {
        this.id = id;
        this.peer = peer;
        this.channel = channel;
        this.port = port;
        this.limits = limits;
        this.handshake = channel.newSucceededFuture();
        this.linger = handshake;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        handshake = context.executor().schedule(this::handshakeTimedOut, limits.handshakeMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws ProtocolException {
        ClientMessage received = MessageTable.fromClient((Frame) message);
        switch (state) {
            case GREETING -> greet(received);
            case OPEN -> take(received);
            case CLOSED -> {
                // What a refused client still says is of no interest.
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (state == State.OPEN && channel.isWritable()) {
            port.writable(id);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handshake.cancel(false);
        linger.cancel(false);
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof ProtocolException broken) {
            LOG.warn("client {} (pid {}): {}", id.number(), peer.pid(), broken.getMessage());
            refuse(broken.getMessage());
        } else if (cause instanceof IOException gone) {
            LOG.debug("client {} (pid {}): {}", id.number(), peer.pid(), gone.getMessage());
            channel.close();
        } else {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        }
    }

    void send(ServerMessage message) {
        if (state != State.OPEN) {
            return;
        }
        if (message instanceof ServerMessage.Draw draw && terminal.isPresent()) {
            terminal.get().draw(draw);
            return;
        }
        if (message instanceof ServerMessage.LeavesTerminal) {
            terminal.ifPresent(BorrowedTerminal::pause);
        }
        write(message instanceof ServerMessage.Attached(String session, boolean direct)
                ? new ServerMessage.Attached(session, direct && borrow())
                : message);
        if (queuedBytes() > limits.queuedBytesMax()) {
            LOG.warn("client {} (pid {}) left {} bytes unread and is closed", id.number(), peer.pid(), queuedBytes());
            channel.close();
        }
    }

    boolean writable() {
        return state == State.OPEN && channel.isWritable();
    }

    /**
     * Closes after what is queued was written, or when the peer takes too long to read it; the port hears of it when it
     * has happened.
     */
    void close() {
        channel.writeAndFlush(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
        linger = channel.eventLoop().schedule(() -> channel.close(), limits.handshakeMillis(), TimeUnit.MILLISECONDS);
    }

    void refuse(String line) {
        end();
        write(new ServerMessage.Refused(line));
        close();
    }

    private void greet(ClientMessage message) throws ProtocolException {
        if (!(message instanceof ClientMessage.Hello hello)) {
            throw new ProtocolException("expected a greeting");
        }
        if (hello.version() != ProtocolVersion.CURRENT) {
            refuse(ProtocolVersion.mismatch(ProtocolVersion.CURRENT, hello.version()));
            return;
        }
        handshake.cancel(false);
        state = State.OPEN;
        write(new ServerMessage.Welcome(ProtocolVersion.CURRENT, ProcessHandle.current().pid(), ProtocolVersion.BUILD));
        port.connected(id, peer.pid());
    }

    /** What concerns a terminal that is in our hands is settled here; the port hears of the rest. */
    private void take(ClientMessage message) throws ProtocolException {
        if (message instanceof ClientMessage.Hello) {
            throw new ProtocolException("unexpected second greeting");
        } else if (message instanceof ClientMessage.HandedOver) {
            terminal.orElseThrow(() -> new ProtocolException("unexpected " + message)).begin();
        } else {
            if (message instanceof ClientMessage.Woken) {
                terminal.ifPresent(BorrowedTerminal::begin);
            }
            port.received(id, message);
        }
    }

    private boolean borrow() {
        giveBack();
        terminal = BorrowedTerminal.of(peer.pid(), (IoEventLoop) channel.eventLoop(), id, port);
        return terminal.isPresent();
    }

    private void giveBack() {
        terminal.ifPresent(BorrowedTerminal::giveBack);
        terminal = Optional.empty();
    }

    private void end() {
        giveBack();
        State before = state;
        state = State.CLOSED;
        if (before == State.OPEN) {
            port.closed(id);
        }
    }

    private void handshakeTimedOut() {
        if (state == State.GREETING) {
            LOG.warn("client {} (pid {}) did not say hello", id.number(), peer.pid());
            refuse("no greeting within " + limits.handshakeMillis() + " ms");
        }
    }

    /** Queues a message; all that one task of the loop queues leaves in one system call. */
    private void write(ServerMessage message) {
        ByteBuf bytes;
        try {
            bytes = FrameEncoder.encode(message);
        } catch (ProtocolException tooLong) {
            LOG.error("client {} (pid {}): {}", id.number(), peer.pid(), tooLong.getMessage());
            channel.close();
            return;
        }
        channel.write(bytes, channel.voidPromise());
        if (!flushDue) {
            flushDue = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    private void flush() {
        flushDue = false;
        channel.flush();
    }

    private long queuedBytes() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
