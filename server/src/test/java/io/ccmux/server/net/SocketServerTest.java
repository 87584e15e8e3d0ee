package io.ccmux.server.net;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.Frame;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolVersion;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.loop.ClientPort;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketServerTest {
    private static final long WAIT_SECONDS = 20;

    @TempDir
    private Path directory;
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Recorder port = new Recorder();
    private SocketServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void carriesMessagesBothWays() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer peer = greeted()) {
            assertEquals("connected 1", port.next());
            peer.say(new ClientMessage.Run(7, List.of("list-sessions")));
            assertEquals("received 1 Run[request=7, words=[list-sessions]]", port.next());
            send(1, new ServerMessage.Done(7, 3));
            assertEquals(new ServerMessage.Done(7, 3), peer.hear());
        }
        assertEquals("closed 1", port.next());
    }

    @Test
    void relaysForAClientWhoseTerminalItCannotOpen() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer peer = greeted()) {
            assertEquals("connected 1", port.next());
            send(1, new ServerMessage.Attached("work", true));
            assertEquals(new ServerMessage.Attached("work", false), peer.hear());
            peer.say(new ClientMessage.HandedOver());
            assertEquals(new ServerMessage.Refused("unexpected HandedOver[]"), peer.hear());
        }
    }

    @Test
    void takesFramesByteByByte() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer peer = new Peer(path())) {
            for (byte b : MessageTable.encode(ClientMessage.Hello.OURS)) {
                peer.write(new byte[]{b});
            }
            assertInstanceOf(ServerMessage.Welcome.class, peer.hear());
            for (byte b : MessageTable.encode(new ClientMessage.Drawn(5))) {
                peer.write(new byte[]{b});
            }
            assertEquals("connected 1", port.next());
            assertEquals("received 1 Drawn[frame=5]", port.next());
        }
    }

    @Test
    void tellsAnotherVersionInOneLine() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer peer = new Peer(path())) {
            var both = new ByteArrayOutputStream();
            both.writeBytes(MessageTable.encode(new ClientMessage.Hello(99, "9.9")));
            both.writeBytes(MessageTable.encode(new ClientMessage.Woken()));
            peer.write(both.toByteArray());
            assertEquals(new ServerMessage.Refused(
                    "protocol version mismatch (client 99, server " + ProtocolVersion.CURRENT + ")"), peer.hear());
            assertTrue(peer.frame().isEmpty());
        }
        assertTrue(port.calls.isEmpty());
    }

    @Test
    void closesOnlyTheClientThatSendsGarbage() throws Exception {
        listen(NetLimits.DEFAULT);
        Random random = new Random(42);
        try (Peer good = greeted()) {
            assertEquals("connected 1", port.next());
            for (int i = 0; i < 20; i++) {
                try (Peer bad = new Peer(path())) {
                    byte[] garbage = new byte[64];
                    random.nextBytes(garbage);
                    garbage[0] = (byte) 0xff;
                    bad.write(garbage);
                    assertInstanceOf(ServerMessage.Refused.class, bad.hear());
                    assertTrue(bad.frame().isEmpty());
                }
            }
            good.say(new ClientMessage.Drawn(1));
            assertEquals("received 1 Drawn[frame=1]", port.next());
        }
    }

    @Test
    void refusesAnEmptyGreetingAndASecondOne() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer early = new Peer(path()); Peer twice = greeted()) {
            early.say(new ClientMessage.Drawn(1));
            assertEquals(new ServerMessage.Refused("expected a greeting"), early.hear());
            twice.say(ClientMessage.Hello.OURS);
            assertEquals(new ServerMessage.Refused("unexpected second greeting"), twice.hear());
        }
    }

    @Test
    void closesAClientThatDoesNotGreet() throws Exception {
        listen(new NetLimits(8, 50, 1 << 20, 1 << 16));
        try (Peer silent = new Peer(path())) {
            assertEquals(new ServerMessage.Refused("no greeting within 50 ms"), silent.hear());
            assertTrue(silent.frame().isEmpty());
        }
    }

    @Test
    void refusesMoreClientsThanTheLimit() throws Exception {
        listen(new NetLimits(1, 10_000, 1 << 20, 1 << 16));
        try (Peer first = greeted(); Peer second = new Peer(path())) {
            assertEquals("connected 1", port.next());
            assertEquals(new ServerMessage.Refused("too many clients (1)"), second.hear());
            first.say(new ClientMessage.Woken());
            assertEquals("received 1 Woken[]", port.next());
        }
    }

    @Test
    void closesAClientThatLeavesTooMuchUnread() throws Exception {
        listen(new NetLimits(8, 10_000, 4 << 20, 1 << 16));
        try (Peer _ = greeted()) {
            assertEquals("connected 1", port.next());
            byte[] chunk = new byte[1 << 20];
            for (int i = 0; i < 8; i++) {
                send(1, new ServerMessage.Print(1, 1, chunk));
            }
            assertEquals("closed 1", port.next());
        }
    }

    @Test
    void reportsWhenAClientMayBeDrawnAgain() throws Exception {
        listen(new NetLimits(8, 10_000, 16 << 20, 1 << 16));
        try (Peer slow = greeted()) {
            assertEquals("connected 1", port.next());
            send(1, new ServerMessage.Draw(1, new byte[8 << 20]));
            await().until(() -> !loop.submit(() -> server.writable(new ClientId(1))).get());
            while (!((ServerMessage.Draw) slow.hear()).last()) {
                // Read it all.
            }
            assertEquals("writable 1", port.next());
        }
    }

    @Test
    void cutsLongOutputIntoMessagesAndKeepsItWhole() throws Exception {
        listen(NetLimits.DEFAULT);
        byte[] output = new byte[3 * MessageTable.SPAN_BYTES_MAX + 17];
        new Random(7).nextBytes(output);
        try (Peer peer = greeted()) {
            assertEquals("connected 1", port.next());
            send(1, new ServerMessage.Print(1, 2, output));
            send(1, new ServerMessage.Done(1, 0));
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            while (peer.hear() instanceof ServerMessage.Print print) {
                assertEquals(2, print.stream());
                heard.writeBytes(print.bytes());
            }
            assertArrayEquals(output, heard.toByteArray());
        }
    }

    @Test
    void writesWhatIsQueuedBeforeItCloses() throws Exception {
        listen(NetLimits.DEFAULT);
        try (Peer peer = greeted()) {
            assertEquals("connected 1", port.next());
            loop.submit(() -> {
                server.send(new ClientId(1), new ServerMessage.Bye("[detached (from session d)]", 0));
                server.close(new ClientId(1));
            }).get();
            assertEquals(new ServerMessage.Bye("[detached (from session d)]", 0), peer.hear());
            assertTrue(peer.frame().isEmpty());
        }
    }

    @Test
    void keepsTheSocketPrivateAndRemovesItAtTheEnd() throws Exception {
        listen(NetLimits.DEFAULT);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
        server.close();
        assertTrue(Files.notExists(path()));
    }

    @Test
    void replacesAStaleSocket() throws Exception {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path()));
        }
        listen(NetLimits.DEFAULT);
        try (Peer _ = greeted()) {
            assertEquals("connected 1", port.next());
        }
    }

    @Test
    void refusesAPathThatIsAPlainFileOrInUse() throws Exception {
        Files.writeString(path(), "precious");
        IOException plain = assertThrows(IOException.class, () -> listen(NetLimits.DEFAULT));
        assertEquals(path() + " is not a socket", plain.getMessage());
        assertEquals("precious", Files.readString(path()));
        Files.delete(path());
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(path()));
            IOException used = assertThrows(IOException.class, () -> listen(NetLimits.DEFAULT));
            assertEquals("another server listens on " + path(), used.getMessage());
        }
    }

    private Path path() {
        return directory.resolve("socket");
    }

    private void listen(NetLimits limits) throws IOException {
        server = new SocketServer(path(), loop, port, limits);
        server.listen();
    }

    private Peer greeted() throws IOException {
        Peer peer = new Peer(path());
        peer.say(ClientMessage.Hello.OURS);
        assertInstanceOf(ServerMessage.Welcome.class, peer.hear());
        return peer;
    }

    private void send(long client, ServerMessage message) throws Exception {
        loop.submit(() -> server.send(new ClientId(client), message)).get();
    }

    /** Writes down what the session thread would hear. */
    private static final class Recorder implements ClientPort {
        private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

        @Override
        public void connected(ClientId client, long peerPid) {
            assertEquals(ProcessHandle.current().pid(), peerPid);
            calls.add("connected " + client.number());
        }

        @Override
        public void received(ClientId client, ClientMessage message) {
            calls.add("received " + client.number() + " " + message);
        }

        @Override
        public void writable(ClientId client) {
            calls.add("writable " + client.number());
        }

        @Override
        public void closed(ClientId client) {
            calls.add("closed " + client.number());
        }

        String next() throws InterruptedException {
            return Optional.ofNullable(calls.poll(WAIT_SECONDS, TimeUnit.SECONDS)).orElse("nothing");
        }
    }

    /** A client of a few lines. */
    private static final class Peer implements AutoCloseable {
        private final SocketChannel channel;
        private final FrameReader reader;

        Peer(Path path) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
            reader = new FrameReader(channel);
        }

        void say(ClientMessage message) throws IOException {
            write(MessageTable.encode(message));
        }

        void write(byte[] bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        Optional<Frame> frame() throws IOException {
            return reader.next();
        }

        ServerMessage hear() throws IOException {
            return MessageTable.fromServer(frame().orElseThrow());
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
