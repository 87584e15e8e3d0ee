package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is said over one connection, from the first answer to the last. */
final class Conversation {
    /** How it can end. */
    enum End {
        /** As it should; there is a status. */
        FINISHED,
        /** The server went away before it answered at all. */
        UNANSWERED,
        /** The server went away without a word while the client was attached. */
        CRASHED
    }

    /** The bytes of standard input that are sent at once. */
    private static final int STDIN_BYTES = 32 << 10;

    private final Connection connection;
    private final Screen screen;
    private boolean welcome;
    private boolean attached;
    private boolean finished;
    private boolean hangUpParent;
    private int status;
    private String resume = "";

    Conversation(Connection connection, Screen screen) {
        this.connection = connection;
        this.screen = screen;
    }

    /** Begins with {@code first} and answers the server until one of the two ends it. */
    End hold(ClientMessage... first) throws IOException {
        try {
            connection.send(first);
        } catch (IOException closed) {
            // It is being killed, and takes connections for a moment still; or it has said already why it refuses us.
            return last();
        }
        while (!finished) {
            Optional<ServerMessage> message = connection.receive();
            if (message.isPresent()) {
                take(message.get());
            } else if (attached) {
                return End.CRASHED;
            } else if (welcome) {
                throw new IOException("server exited unexpectedly");
            } else {
                return End.UNANSWERED;
            }
        }
        return End.FINISHED;
    }

    /** Of a server that did not wait for us. */
    private End last() throws IOException {
        Optional<ServerMessage> message = connection.receive();
        if (message.isPresent()) {
            take(message.get());
        }
        return End.UNANSWERED;
    }

    int status() {
        return status;
    }

    /** The command that attaches to the same session again. */
    List<String> resumeWords() {
        return resume.isEmpty() ? List.of("attach-session") : List.of("attach-session", "-t", resume);
    }

    /**
     * Every command gets the first three; they are asked for by hand, because linking a switch over types takes 5 ms,
     * a sixth of what a command takes.
     */
    private void take(ServerMessage message) throws IOException {
        if (message instanceof ServerMessage.Welcome) {
            welcome = true;
        } else if (message instanceof ServerMessage.Print print) {
            Standard.write(print.stream(), print.bytes());
        } else if (message instanceof ServerMessage.Done done) {
            finish(done);
        } else {
            takeOther(message);
        }
    }

    private void takeOther(ServerMessage message) throws IOException {
        switch (message) {
            case ServerMessage.Refused refused -> throw new IOException(refused.line());
            case ServerMessage.WantStdin _ -> Thread.ofPlatform().daemon().start(this::sendStdin);
            case ServerMessage.Attached at -> {
                attached = true;
                screen.attach(connection, at.direct());
            }
            case ServerMessage.Draw draw -> screen.draw(draw);
            case ServerMessage.Restore restore -> screen.restoreWith(restore.bytes());
            case ServerMessage.Resume again -> resume = again.target();
            case ServerMessage.Suspend _ -> screen.suspend();
            case ServerMessage.Lock lock -> screen.lock(lock.command());
            case ServerMessage.Exec exec -> {
                screen.leave();
                status = Shell.run(exec.command());
                finished = true;
            }
            case ServerMessage.HangUpParent _ -> hangUpParent = true;
            case ServerMessage.Bye bye -> finish(bye);
            case ServerMessage.Welcome _,ServerMessage.Print _,ServerMessage.Done _ -> take(message);
        }
    }

    private void finish(ServerMessage.Done done) {
        if (!attached) {
            status = done.status();
            finished = true;
        }
    }

    private void finish(ServerMessage.Bye bye) throws IOException {
        screen.leave();
        if (!bye.reason().isEmpty()) {
            Standard.print(1, bye.reason() + "\n");
        }
        status = bye.status();
        finished = true;
        if (hangUpParent) {
            Shell.hangUpParent();
        }
    }

    private void sendStdin() {
        try (InputStream input = new FileInputStream(FileDescriptor.in)) {
            byte[] bytes = new byte[STDIN_BYTES];
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                connection.send(new ClientMessage.StdinData(Arrays.copyOf(bytes, count)));
            }
            connection.send(new ClientMessage.StdinEnd());
        } catch (IOException gone) {
            return;
        }
    }
}
