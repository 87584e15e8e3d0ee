package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolVersion;
import io.ccmux.protocol.ServerMessage;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A server of a few lines, started by the client as the real one is: commands are its behaviours. */
final class StubServer {
    private final SocketChannel channel;
    private ClientMessage.Identify client;
    private long drawn;
    private long acknowledged;
    private long stdinBytes;

    private StubServer(SocketChannel channel) {
        this.channel = channel;
    }

    public static void main(String... line) throws IOException {
        List<String> words = List.of(line);
        Path socket = Path.of(words.get(words.indexOf("--socket") + 1));
        Path state = Path.of(words.get(words.indexOf("--state") + 1));
        Files.writeString(state.resolve("starts"), String.join(" ", words) + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (Files.exists(state.resolve("broken"))) {
            Standard.print(1, "error: " + Files.readString(state.resolve("broken")) + "\n");
            return;
        }
        Files.deleteIfExists(socket);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket), 64);
            Standard.print(1, "ready\n");
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofPlatform().start(() -> new StubServer(channel).serve());
            }
        }
    }

    private void serve() {
        try (channel) {
            FrameReader reader = new FrameReader(channel);
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                take(MessageTable.fromClient(next.get()));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void take(ClientMessage message) throws IOException {
        switch (message) {
            case ClientMessage.Hello _ -> say(new ServerMessage.Welcome(ProtocolVersion.CURRENT,
                    ProcessHandle.current().pid(), ProtocolVersion.BUILD));
            case ClientMessage.Identify identify -> client = identify;
            case ClientMessage.Run run -> run(run.words());
            case ClientMessage.StdinData data -> stdinBytes += data.bytes().length;
            case ClientMessage.StdinEnd _ -> answer(1, "read " + stdinBytes + " bytes\n", 0);
            case ClientMessage.Input input -> input(new String(input.bytes(), StandardCharsets.ISO_8859_1));
            case ClientMessage.Resized resized -> draw(
                    "<size " + resized.size().columns() + "x" + resized.size().rows() + ">");
            case ClientMessage.Drawn ack -> {
                if (ack.frame() != ++acknowledged) {
                    draw("<acknowledged " + ack.frame() + " instead of " + acknowledged + ">");
                }
            }
            case ClientMessage.Woken _ -> draw("<woken>");
            case ClientMessage.Leaving _ -> channel.close();
            case ClientMessage.HandedOver _,ClientMessage.Stopping _ -> draw("<nothing is direct here>");
        }
    }

    private void run(List<String> words) throws IOException {
        switch (words.isEmpty() ? "new-session" : words.getFirst()) {
            case "new-session", "attach-session", "a" -> attach(words);
            case "start-server" -> answer(1, "", 0);
            case "say" -> answer(1, String.join("|", words) + "\n", 0);
            case "environment" -> answer(1, client.environment().toString() + "\n", 0);
            case "where" -> answer(1, client.directory() + "\n", 0);
            case "fail" -> answer(2, "can't find session: nope\n", 3);
            case "stdin" -> say(new ServerMessage.WantStdin(1));
            case "refuse" -> say(new ServerMessage.Refused("too many clients (256)"));
            case "crash" -> Runtime.getRuntime().halt(137);
            default -> answer(2, "unknown command: " + words.getFirst() + "\n", 1);
        }
    }

    private void attach(List<String> words) throws IOException {
        if (!client.is(io.ccmux.protocol.ClientFlag.INPUT_TERMINAL)) {
            answer(2, "open terminal failed: not a terminal\n", 1);
            return;
        }
        say(new ServerMessage.Attached("d", false));
        say(new ServerMessage.Restore("<restored>".getBytes(StandardCharsets.UTF_8)));
        say(new ServerMessage.Resume("$7"));
        draw("<attached by " + String.join(" ", words) + " at " + client.terminal().size().columns() + "x"
                + client.terminal().size().rows() + " on " + client.terminal().term() + ">");
    }

    private void input(String keys) throws IOException {
        switch (keys) {
            case "d" -> say(new ServerMessage.Bye("[detached (from session d)]", 0));
            case "k" -> Runtime.getRuntime().halt(137);
            case "e" -> say(new ServerMessage.Exec("echo executed; exit 5"));
            case "s" -> say(new ServerMessage.Suspend());
            case "p" -> say(new ServerMessage.Draw(++drawn, false, "<part>".getBytes(StandardCharsets.UTF_8)));
            default ->
                draw("<key " + keys.replace("\r", "CR").replace("\3", "^C") + ", " + acknowledged + " frames drawn>");
        }
    }

    private void draw(String text) throws IOException {
        say(new ServerMessage.Draw(++drawn, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void answer(int stream, String text, int status) throws IOException {
        say(new ServerMessage.Print(1, stream, text.getBytes(StandardCharsets.UTF_8)));
        say(new ServerMessage.Done(1, status));
    }

    private void say(ServerMessage message) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(MessageTable.encode(message));
        synchronized (this) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
