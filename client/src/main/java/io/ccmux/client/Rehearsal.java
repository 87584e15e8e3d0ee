package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolVersion;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.SocketPath;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import org.jline.nativ.CLibrary;

/**
 * What the client's AOT cache is trained on: a few lives of the client against a server of a few lines, in one process.
 * Not used otherwise. It needs {@code CCMUX_HOME} to be an empty directory.
 */
public final class Rehearsal {
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    public static void main(String... line) throws Exception {
        Surroundings surroundings = Surroundings.ofThisProcess();
        SocketPath place = SocketPath.of(surroundings.environment(), Optional.empty(), Optional.empty());
        place.prepareSocketDirectory(surroundings.environment());
        SocketPath.of(Map.of(), Optional.empty(), Optional.empty());
        Main.run("-V");
        Main.run("--help");
        Main.run("list-sessions");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(place.socket()));
            Thread stub = Thread.ofPlatform().daemon().start(() -> serve(server));
            for (int round = 0; round < ROUNDS; round++) {
                Main.run("new-session", "-d", "-s", "rehearsal", ";", "split-window", "-h");
                attach(surroundings, place);
            }
            stub.interrupt();
        }
        System.exit(0);
    }

    /** All of an attached client but the terminal, which a build does not have. */
    private static void attach(Surroundings surroundings, SocketPath place) throws Exception {
        RawTerminal.size().is(RawTerminal.size());
        new Pump(RawTerminal.of(surroundings), Pump.Mode.TERMINAL).onSignals();
        RawMode.of(new CLibrary.Termios());
        Arguments arguments = Arguments.parse("attach-session");
        try (Connection connection = new ServerLauncher(place, arguments, surroundings).connect(true)) {
            new Conversation(connection, new Screen(arguments, surroundings)).hold(ClientMessage.Hello.OURS,
                    new ClientMessage.Input(new byte[]{'x'}), new ClientMessage.Resized(RawTerminal.size()),
                    new ClientMessage.Drawn(1));
        }
    }

    private static void serve(ServerSocketChannel server) {
        try {
            while (true) {
                try (SocketChannel channel = server.accept()) {
                    answer(channel);
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void answer(SocketChannel channel) throws IOException {
        FrameReader reader = new FrameReader(channel);
        for (int i = 0; i < 3; i++) {
            MessageTable.fromClient(reader.next().orElseThrow());
        }
        for (ServerMessage message : new ServerMessage[]{
            new ServerMessage.Welcome(ProtocolVersion.CURRENT, 1, ProtocolVersion.BUILD),
            new ServerMessage.Restore(new byte[]{27}), new ServerMessage.Resume("$1"),
            new ServerMessage.Draw(1, new byte[]{' '}), new ServerMessage.Print(1, 1, new byte[]{'\n'}),
            new ServerMessage.Done(1, 0)}) {
            ByteBuffer bytes = ByteBuffer.wrap(MessageTable.encode(message));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
