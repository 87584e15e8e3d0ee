package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.Frame;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ServerMessage;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** A connection to a server: one thread reads from it, any may write. */
final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader reader;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.reader = new FrameReader(channel);
    }

    static Connection open(Path socket) throws IOException {
        return new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Sends messages in one write. */
    void send(ClientMessage... messages) throws IOException {
        ByteBuffer[] frames = new ByteBuffer[messages.length];
        for (int i = 0; i < messages.length; i++) {
            frames[i] = ByteBuffer.wrap(MessageTable.encode(messages[i]));
        }
        synchronized (channel) {
            while (frames[frames.length - 1].hasRemaining()) {
                channel.write(frames);
            }
        }
    }

    /** The next message, or none when the server is gone. */
    Optional<ServerMessage> receive() throws IOException {
        Optional<Frame> frame;
        try {
            frame = reader.next();
        } catch (SocketException reset) {
            return Optional.empty();
        }
        return frame.isEmpty() ? Optional.empty() : Optional.of(MessageTable.fromServer(frame.get()));
    }

    /** Returns when the server is gone: what it writes last is on disk then, and its place is free. */
    void awaitEnd() throws IOException {
        while (receive().isPresent()) {
            // Whatever it says, it has said its last word to us.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
