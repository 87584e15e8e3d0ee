package io.ccmux.client;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.SocketPath;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What the server's AOT cache is trained on, besides a few commands: somebody who is attached, types, and lets programs
 * print much of many kinds. Java then knows what to compile as soon as the server starts, and the first keys of a new
 * server are answered as fast as the thousandth. Not used otherwise.
 *
 * <p>It needs {@code CCMUX_HOME} to be that of a running server with a session {@code training}, in whose pane a shell
 * waits for input.
 */
public final class ServerRehearsal {
    private static final WindowSize SIZE = new WindowSize(120, 40, 0, 0);
    private static final int KEYS = 1_500;
    private static final int PAYLOAD_BYTES = 1 << 15;
    private static final long SEED = 20_261_120;
    private static final int COLUMNS = 79;

    private final Connection terminal;
    private final Connection observer;

    private ServerRehearsal(Connection terminal, Connection observer) {
        this.terminal = terminal;
        this.observer = observer;
    }

    public static void main(String... line) throws IOException {
        Surroundings surroundings = Surroundings.ofThisProcess();
        SocketPath place = SocketPath.of(surroundings.environment(), Optional.empty(), Optional.empty());
        Path directory = place.state().resolveSibling("payloads");
        Files.createDirectories(directory);
        int inTerminal = ClientFlag.INPUT_TERMINAL.bit() | ClientFlag.OUTPUT_TERMINAL.bit();
        try (Connection terminal = open(place, directory, inTerminal);
                Connection observer = open(place, directory, 0)) {
            terminal.send(new ClientMessage.Run(1, List.of("attach-session", "-t", "training")));
            new ServerRehearsal(terminal, observer).play(directory);
        }
    }

    private static Connection open(SocketPath place, Path directory, int flags) throws IOException {
        Connection connection = Connection.open(place.socket());
        connection.send(ClientMessage.Hello.OURS, new ClientMessage.Identify(directory.toString(),
                new TerminalFacts("/dev/tty", "xterm-256color", SIZE, ""), ClientFlag.UTF8.bit() | flags, Map.of()));
        return connection;
    }

    private void play(Path directory) throws IOException {
        type("cd '" + directory + "'; cat\r");
        for (int key = 0; key < KEYS; key++) {
            type(String.valueOf((char) ('a' + key % 26)));
            awaitDrawing();
        }
        type("\r\u0004");
        Random random = new Random(SEED);
        for (Payload payload : Payload.values()) {
            Path file = directory.resolve(payload.name());
            Files.writeString(file, payload.text(random, PAYLOAD_BYTES) + "\033[m\033[r\033[?1049l\n");
            type("cat " + payload.name() + "; echo END '' " + payload.name() + "\r");
            awaitLine("END  " + payload.name());
        }
    }

    private void type(String text) throws IOException {
        terminal.send(new ClientMessage.Input(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void awaitLine(String line) throws IOException {
        while (!capture().contains(line)) {
            awaitDrawing();
        }
    }

    private void awaitDrawing() throws IOException {
        ServerMessage message = next(terminal);
        while (!(message instanceof ServerMessage.Draw)) {
            message = next(terminal);
        }
        terminal.send(new ClientMessage.Drawn(((ServerMessage.Draw) message).frame()));
    }

    /** What the pane shows. */
    private String capture() throws IOException {
        observer.send(new ClientMessage.Run(1, List.of("capture-pane", "-p", "-t", "training")));
        StringBuilder shown = new StringBuilder();
        ServerMessage message = next(observer);
        while (!(message instanceof ServerMessage.Done)) {
            if (message instanceof ServerMessage.Print print) {
                shown.append(new String(print.bytes(), StandardCharsets.UTF_8));
            }
            message = next(observer);
        }
        return shown.toString();
    }

    private static ServerMessage next(Connection connection) throws IOException {
        ServerMessage message = connection.receive().orElseThrow(() -> new IOException("the server went away"));
        if (message instanceof ServerMessage.Bye || message instanceof ServerMessage.Refused) {
            throw new IOException(message.toString());
        }
        return message;
    }

    /** The kinds of output that terminals see most of. */
    private enum Payload {
        LONG_LINES {
            @Override
            void line(StringBuilder text, Random random, int number) {
                words(text, random, COLUMNS * 10);
                text.append('\n');
            }
        },
        SHORT_LINES {
            @Override
            void line(StringBuilder text, Random random, int number) {
                text.append(number % 100_000).append('\n');
            }
        },
        LOG {
            @Override
            void line(StringBuilder text, Random random, int number) {
                text.append("\033[32m").append(number).append("\033[0m \033[1;3").append(random.nextInt(8))
                        .append("mINFO\033[0m \033[38;5;").append(random.nextInt(256)).append('m');
                words(text, random, COLUMNS / 2);
                text.append("\033[0m\n");
            }
        },
        CELLS {
            @Override
            void line(StringBuilder text, Random random, int number) {
                text.append("\033[").append(1 + random.nextInt(SIZE.rows())).append(';')
                        .append(1 + random.nextInt(SIZE.columns())).append("H\033[38;2;").append(random.nextInt(256))
                        .append(';').append(random.nextInt(256)).append(";9m\033[48;5;").append(random.nextInt(256))
                        .append('m').append((char) ('!' + random.nextInt(94)));
            }
        },
        REGION {
            @Override
            void line(StringBuilder text, Random random, int number) {
                text.append(number % 500 == 0 ? "\033[5;20r\033[20;1H" : "").append("y\r\n");
            }
        },
        LETTERS {
            @Override
            void line(StringBuilder text, Random random, int number) {
                for (int i = 0; i < COLUMNS / 2; i++) {
                    text.appendCodePoint(random.nextInt(4) == 0
                            ? 0x4E00 + random.nextInt(0x5000)
                            : 0xC0 + random.nextInt(0x140));
                }
                text.append(number % 7 == 0 ? "\ud83d\udc69\u200d\ud83d\udcbb e\u0301\n" : "\n");
            }
        },
        EDITOR {
            @Override
            void line(StringBuilder text, Random random, int number) {
                text.append(number == 0 ? "\033[?1049h\033[?25l" : "").append("\033[")
                        .append(1 + random.nextInt(SIZE.rows())).append(";1H\033[K\033[7m");
                words(text, random, COLUMNS / 3);
                text.append("\033[27m\033[P\033[2@\033[3C\033[X");
            }
        };

        abstract void line(StringBuilder text, Random random, int number);

        String text(Random random, int bytes) {
            StringBuilder text = new StringBuilder(bytes + COLUMNS * 10);
            for (int number = 0; text.length() < bytes; number++) {
                line(text, random, number);
            }
            return text.toString();
        }

        private static void words(StringBuilder text, Random random, int length) {
            for (int end = text.length() + length; text.length() < end;) {
                text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
            }
        }
    }
}
