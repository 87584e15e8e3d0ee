package io.ccmux.server.tool;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.ccmux.config.Json;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.Message;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ServerMessage;

/** A server that does nothing but tell how its journal is, to whoever asks. */
final class StatusTalker implements AutoCloseable {
    private final Path socket;
    private final String journal;
    private final ServerSocketChannel listening;
    private final AtomicInteger asked = new AtomicInteger();

    StatusTalker(Path socket, String journal) throws IOException {
        this.socket = socket;
        this.journal = journal;
        this.listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    private void serve() {
        try {
            while (true) {
                try (var client = listening.accept()) {
                    talk(client);
                }
            }
        } catch (AsynchronousCloseException closed) {
            return;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void talk(SocketChannel client) throws IOException {
        var frames = new FrameReader(client);
        for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            if (MessageTable.fromClient(frame.get()) instanceof ClientMessage.Run(int request, var words)) {
                asked.incrementAndGet();
                send(client, new ServerMessage.Welcome(1, 1, "test"));
                if (journal.isEmpty()) {
                    send(client, new ServerMessage.Refused("not now"));
                    return;
                }
                byte[] told = Json.line(Tables.map("journal", journal, "trouble", "no space left", "stalledMillis",
                        journal.equals("degraded") ? 2_500 : 0, "asked", String.join(" ", words)))
                        .getBytes(StandardCharsets.UTF_8);
                send(client, new ServerMessage.Print(request, 1, told));
                send(client, new ServerMessage.Done(request, 0));
            }
        }
    }

    private static void send(SocketChannel client, Message message) throws IOException {
        var bytes = ByteBuffer.wrap(MessageTable.encode(message));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Files.deleteIfExists(socket);
    }
}
