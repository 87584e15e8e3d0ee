package io.ccmux.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;

/**
 * A client that speaks to the server without a process of its own: one connection, one command after the other. The
 * real client takes tens of milliseconds to start, this one a fraction of one, so that a server is killed in the middle
 * of many commands.
 */
final class Speaker implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader reader;
    private int request;

    private Speaker(SocketChannel channel) {
        this.channel = channel;
        this.reader = new FrameReader(channel);
    }

    /** A client at no terminal. */
    static Speaker connect(Path socket, Path directory) throws IOException {
        return connect(socket, directory, new TerminalFacts("", "", WindowSize.NONE, ""), ClientFlag.UTF8.bit());
    }

    /** A client at a terminal that only it knows, attached and already drawn to once. */
    static Speaker attached(Path socket, Path directory, WindowSize size, String session) throws IOException {
        var speaker = connect(socket, directory, new TerminalFacts("/dev/pts/none", "xterm-256color", size, ""),
                ClientFlag.UTF8.bit() | ClientFlag.INPUT_TERMINAL.bit() | ClientFlag.OUTPUT_TERMINAL.bit());
        speaker.say(new ClientMessage.Run(++speaker.request, List.of("attach-session", "-t", session)));
        speaker.drawn();
        return speaker;
    }

    private static Speaker connect(Path socket, Path directory, TerminalFacts terminal, int flags)
            throws IOException {
        var speaker = new Speaker(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        speaker.say(ClientMessage.Hello.OURS);
        speaker.say(new ClientMessage.Identify(directory.toString(), terminal, flags, Map.of()));
        return speaker;
    }

    /** Reads on until a frame was drawn, and says so; returns the frame's bytes. */
    byte[] drawn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            var frame = reader.next().orElseThrow(() -> new IOException("the server went away"));
            switch (MessageTable.fromServer(frame)) {
                case ServerMessage.Draw(long number, boolean last, byte[] piece) -> {
                    bytes.writeBytes(piece);
                    if (last) {
                        say(new ClientMessage.Drawn(number));
                        return bytes.toByteArray();
                    }
                }
                case ServerMessage.Refused(String why) -> throw new IOException(why);
                case ServerMessage.Bye(String why, int status) -> throw new IOException(why);
                case ServerMessage other -> {
                    // Greetings, and how the terminal is put right again.
                }
            }
        }
    }

    void say(ClientMessage message) throws IOException {
        var bytes = ByteBuffer.wrap(MessageTable.encode(message));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Runs a command; empty when the server went away before it answered, and nobody knows what became of it. */
    Optional<Ccmux.Result> run(List<String> words) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        try {
            say(new ClientMessage.Run(++request, words));
            while (true) {
                var frame = reader.next();
                if (frame.isEmpty()) {
                    return Optional.empty();
                }
                switch (MessageTable.fromServer(frame.get())) {
                    case ServerMessage.Print print -> (print.stream() == 1 ? out : error).writeBytes(print.bytes());
                    case ServerMessage.Done(int answered, int status) when answered == request -> {
                        return Optional.of(new Ccmux.Result(out.toString(StandardCharsets.UTF_8),
                                error.toString(StandardCharsets.UTF_8), status));
                    }
                    case ServerMessage.Welcome welcome -> {
                    }
                    case ServerMessage other -> throw new AssertionError(words + " is answered by " + other);
                }
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Runs a command on a server that nobody kills; it must succeed. */
    String must(String... words) {
        var result = run(List.of(words))
                .orElseThrow(() -> new AssertionError("the server went away: " + List.of(words)));
        if (result.status() != 0) {
            throw new AssertionError(List.of(words) + ": " + result);
        }
        return result.out();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
