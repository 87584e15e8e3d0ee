package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.SocketPath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One run of the client: a conversation with the server, and another one after each crash of it. */
final class Client {
    private static final int RESTARTS_MAX = 3;
    private static final long RESTARTS_NANOS = 60_000_000_000L;
    /** Ends what {@code -CC} began: a string that the terminal's owner reads. */
    private static final String CONTROL_END = "\033\\";
    /** How often a server is looked for that went away before it answered. */
    private static final int ATTEMPTS_MAX = 3;

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Deque<Long> restarts = new ArrayDeque<>();

    Client(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /** Runs the commands and returns the exit status. */
    int run() throws IOException {
        SocketPath place = SocketPath.of(surroundings.environment(), arguments.value('L'), arguments.value('S'));
        ServerLauncher launcher = new ServerLauncher(place, arguments, surroundings);
        if (arguments.has(Arguments.Flag.FOREGROUND)) {
            return launcher.runInForeground();
        }
        if (Words.tool(arguments.words())) {
            return launcher.runTool();
        }
        Screen screen = new Screen(arguments, surroundings);
        try {
            return converse(launcher, screen);
        } finally {
            screen.leave();
        }
    }

    private int converse(ServerLauncher launcher, Screen screen) throws IOException {
        List<String> words = arguments.words();
        boolean mayStart = Words.startServer(words);
        for (int attempt = 1;; attempt++) {
            // The end of the process closes the connection sooner than Java would.
            Connection connection = launcher.connect(mayStart);
            Conversation conversation = new Conversation(connection, screen);
            Conversation.End end = conversation.hold(ClientMessage.Hello.OURS,
                    surroundings.identify(arguments, screen.sizeFor(words), launcher.started()),
                    new ClientMessage.Run(1, words));
            if (end == Conversation.End.FINISHED) {
                if (conversation.status() == 0 && Words.endServer(words)) {
                    connection.awaitEnd();
                }
                return conversation.status();
            }
            screen.leave();
            connection.close();
            if (end == Conversation.End.UNANSWERED && attempt == ATTEMPTS_MAX) {
                throw new IOException("server exited unexpectedly");
            } else if (end == Conversation.End.CRASHED) {
                if (arguments.has(Arguments.Flag.CONTROL)) {
                    Standard.print(1, "%exit server exited unexpectedly\n"
                            + (arguments.has(Arguments.Flag.CONTROL_RAW) ? CONTROL_END : ""));
                    return 1;
                }
                if (!mayRestart()) {
                    Standard.print(1, "[server exited unexpectedly]\n");
                    return 1;
                }
                Standard.print(1, "[server exited unexpectedly, starting it again]\n");
                words = conversation.resumeWords();
                mayStart = true;
                attempt = 0;
            }
        }
    }

    /** Whether the limit of restarts allows one more. */
    private boolean mayRestart() {
        long now = System.nanoTime();
        while (!restarts.isEmpty() && now - restarts.peek() > RESTARTS_NANOS) {
            restarts.remove();
        }
        restarts.add(now);
        return restarts.size() <= RESTARTS_MAX;
    }
}
