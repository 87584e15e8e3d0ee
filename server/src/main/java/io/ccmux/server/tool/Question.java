package io.ccmux.server.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.Message;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;

/** A command that a living server is asked to run, and what it prints. No server is started for it. */
final class Question {
    private static final int PATIENCE_SECONDS = 5;

    private final Path socket;

    Question(Path socket) {
        this.socket = socket;
    }

    /** @throws IOException when there is no server, or none that answers in some seconds */
    String ask(String... words) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var answer = new CompletableFuture<String>();
            Thread.ofPlatform().daemon().start(() -> answer(channel, answer, words));
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw new IOException("no answer in " + PATIENCE_SECONDS + " s", silent);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static void answer(SocketChannel channel, CompletableFuture<String> answer, String... words) {
        try {
            answer.complete(converse(channel, words));
        } catch (IOException failed) {
            answer.completeExceptionally(failed);
        }
    }

    private static String converse(SocketChannel channel, String... words) throws IOException {
        send(channel, ClientMessage.Hello.OURS);
        send(channel, new ClientMessage.Identify("/", new TerminalFacts("", "", WindowSize.NONE, ""), 0, Map.of()));
        send(channel, new ClientMessage.Run(1, List.of(words)));
        var frames = new FrameReader(channel);
        var printed = new ByteArrayOutputStream();
        while (true) {
            var frame = frames.next().orElseThrow(() -> new IOException("it hung up"));
            switch (MessageTable.fromServer(frame)) {
                case ServerMessage.Refused refused -> throw new IOException(refused.line());
                case ServerMessage.Print print -> printed.writeBytes(print.bytes());
                case ServerMessage.Done done when done.status() == 0 -> {
                    return printed.toString(StandardCharsets.UTF_8);
                }
                case ServerMessage.Done done -> throw new IOException(printed.toString(StandardCharsets.UTF_8).strip());
                // @formatter:off
                case ServerMessage.Welcome _, ServerMessage.WantStdin _, ServerMessage.Attached _,
                     ServerMessage.Draw _, ServerMessage.Restore _, ServerMessage.Resume _, ServerMessage.Suspend _,
                     ServerMessage.Lock _, ServerMessage.Exec _, ServerMessage.HangUpParent _, ServerMessage.Bye _ -> {}
                // @formatter:on
            }
        }
    }

    private static void send(SocketChannel channel, Message message) throws IOException {
        var bytes = ByteBuffer.wrap(MessageTable.encode(message));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
