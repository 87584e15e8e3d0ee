package io.ccmux.server.net;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.SocketPath;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.loop.ClientPort;
import io.ccmux.server.loop.ClientSender;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.PeerCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening socket and its connections. */
public final class SocketServer implements ClientSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

    private final SocketFile file;
    private final Path path;
    private final EventLoop loop;
    private final ClientPort port;
    private final NetLimits limits;
    private final Map<ClientId, ConnectionHandler> connections = new HashMap<>();
    private long lastClient;
    private int userId;
    private Channel listening;

    /** A server that does not listen yet; {@code loop} is the session thread, an epoll event loop. */
    public SocketServer(Path path, EventLoop loop, ClientPort port, NetLimits limits) {
        this.file = new SocketFile(path);
        this.path = path;
        this.loop = loop;
        this.port = port;
        this.limits = limits;
    }

    /**
     * Begins to accept clients; to be called from outside the event loop, by whoever holds the lock of the state
     * directory, for only then a socket that is left over can be taken for dead.
     *
     * @throws IOException in one line: the path is no socket, belongs to another user or is in use, or cannot be made
     */
    public void listen() throws IOException {
        userId = SocketPath.userId();
        file.clear();
        ChannelFuture bound = new ServerBootstrap().group(loop)
                .channel(EpollServerDomainSocketChannel.class)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(limits.writableBytes() / 2, limits.writableBytes()))
                .childHandler(new Accept())
                .bind(new DomainSocketAddress(path.toString()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + path + " (" + bound.cause().getMessage() + ")", bound.cause());
        }
        listening = bound.channel();
        file.bound();
    }

    /** Makes the socket anew if somebody has removed it; to be called from outside the event loop. */
    public synchronized void listenAgain() throws IOException {
        if (!file.isOurs()) {
            // Closing removes whatever lies at the path, so it comes first.
            listening.close().awaitUninterruptibly();
            SocketPath.createPrivate(path.getParent());
            listen();
        }
    }

    @Override
    public void send(ClientId client, ServerMessage message) {
        ConnectionHandler connection = connections.get(client);
        if (connection != null) {
            connection.send(message);
        }
    }

    @Override
    public boolean writable(ClientId client) {
        ConnectionHandler connection = connections.get(client);
        return connection != null && connection.writable();
    }

    @Override
    public void close(ClientId client) {
        ConnectionHandler connection = connections.get(client);
        if (connection != null) {
            connection.close();
        }
    }

    /**
     * Stops accepting and removes the socket, unless somebody else has put another one there; connections stay until
     * they are closed one by one.
     */
    @Override
    public void close() throws IOException {
        if (listening != null && file.isOurs()) {
            Files.delete(path);
            listening.close();
        }
    }

    private void accept(EpollDomainSocketChannel channel) throws IOException {
        PeerCredentials credentials = channel.peerCredentials();
        if (credentials.uid() != userId) {
            LOG.warn("refused a connection of user id {} (pid {})", credentials.uid(), credentials.pid());
            channel.writeAndFlush(FrameEncoder.encode(new ServerMessage.Refused("access not allowed")))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        ClientId id = new ClientId(++lastClient);
        var peer = new ConnectionHandler.Peer(credentials.pid());
        ConnectionHandler connection = new ConnectionHandler(id, peer, channel, port, limits);
        connections.put(id, connection);
        channel.closeFuture().addListener(closed -> connections.remove(id));
        channel.pipeline().addLast(new FrameDecoder(), connection);
        if (connections.size() > limits.clientsMax()) {
            connection.refuse("too many clients (" + limits.clientsMax() + ")");
        }
    }

    /** What happens to a connection before anything is read from it. */
    private final class Accept extends ChannelInitializer<EpollDomainSocketChannel> {
        @Override
        protected void initChannel(EpollDomainSocketChannel channel) throws IOException {
            accept(channel);
        }
    }
}
