package io.ccmux.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.ccmux.server.pty.Pty;
import io.ccmux.server.pty.Pty4jSystem;
import io.ccmux.server.pty.PtyEvents;
import io.ccmux.server.pty.PtyRequest;
import io.ccmux.server.pty.PtySize;
import io.ccmux.server.pty.PtySystem;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Modes;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalNotice;
import io.ccmux.server.terminal.TerminalSettings;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;

/**
 * A user at a terminal of their own in which a command runs, usually an attached client. What it prints is fed to a
 * terminal emulator, which answers queries as a terminal would; what the user sees is that one's screen.
 *
 * <p>The command is started by a small shell script, which prints a line before it, and when it has ended another one
 * with its exit status; the terminal's settings before and after are kept.
 */
final class AttachedClient implements AutoCloseable {
    private static final String GATE = "stty -g > \"$1/before\"; printf 'a line from before\\r\\n'; shell=$1; shift; "
            + "\"$@\"; status=$?; stty -g > \"$shell/after\"; printf '\\r\\nended %s\\r\\n' $status; "
            + "exec tail -f /dev/null";
    /** The first line that the terminal shows, before the command starts. */
    static final String LINE_BEFORE = "a line from before";
    private static final int TURN_BYTES = 128 << 10;
    private static final long AWAIT_NANOS = TimeUnit.SECONDS.toNanos(Ccmux.COMMAND_SECONDS);

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final IoEventLoop loop = group.next();
    private final Terminal terminal;
    private final Path notes;
    private final PtySystem system;
    private Pty pty;
    private String failure = "";
    private boolean closed;

    AttachedClient(Map<String, String> environment, Path directory, int columns, int rows, List<String> command) {
        terminal = new Terminal(columns, rows, TerminalSettings.standard(1_000, BlockCompressor.NONE));
        notes = notes(directory);
        system = Pty4jSystem.open(loop, new Listener(), this::failed);
        var words = new ArrayList<>(List.of("/bin/sh", "-c", GATE, "gate", notes.toString()));
        words.addAll(command);
        loop.execute(() -> system.spawn(new PtyRequest(0, words, directory.toString(), environment,
                new PtySize(columns, rows))));
        awaitTrue("the start", () -> pty != null);
    }

    private static Path notes(Path directory) {
        try {
            return Files.createTempDirectory(directory, "terminal");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // ---- what the user does ----------------------------------------------------------------

    /** Types bytes, each character one key. */
    void type(String keys) {
        loop.execute(() -> pty.write(keys.getBytes(StandardCharsets.UTF_8)));
    }

    /** The prefix key and another one. */
    void prefix(String key) {
        type("\2" + key);
    }

    void resize(int columns, int rows) {
        synchronized (terminal) {
            terminal.resize(columns, rows);
        }
        loop.execute(() -> pty.resize(new PtySize(columns, rows)));
    }

    /** Sends a signal to the client. */
    void signal(String name) {
        Processes.signal(pid(), name);
    }

    // ---- what the user sees ----------------------------------------------------------------

    /** Waits until the terminal is as described. */
    void await(String what, Predicate<Terminal> ready) {
        awaitTrue(what, () -> ready.test(terminal));
    }

    /** Waits until some line of the screen contains the text. */
    void awaitText(String text) {
        await(text, now -> lines(now).stream().anyMatch(line -> line.contains(text)));
    }

    /** Waits until no line of the screen contains the text. */
    void awaitGone(String text) {
        await("no " + text, now -> lines(now).stream().noneMatch(line -> line.contains(text)));
    }

    /** Waits until the last line of the screen contains the text. */
    void awaitStatus(String text) {
        await("status line with " + text, now -> lines(now).getLast().contains(text));
    }

    List<String> lines() {
        synchronized (terminal) {
            return lines(terminal);
        }
    }

    /** Column and row of the cursor; nothing if it is hidden. */
    String cursor() {
        synchronized (terminal) {
            return terminal.modes().cursorVisible() ? terminal.cursorX() + "," + terminal.cursorY() : "";
        }
    }

    /** The lines of the screen, blanks at their ends left out. */
    static List<String> lines(Terminal terminal) {
        return IntStream.range(0, terminal.rows()).mapToObj(y -> text(terminal.screen().row(y))).toList();
    }

    private static String text(Row row) {
        var text = new StringBuilder();
        for (int x = 0; x < row.used(); x++) {
            text.append(row.text(x));
        }
        return text.toString().stripTrailing();
    }

    /** The modes that the terminal is in. */
    Modes modes() {
        synchronized (terminal) {
            return terminal.modes();
        }
    }

    boolean alternate() {
        synchronized (terminal) {
            return terminal.alternate();
        }
    }

    // ---- the process -----------------------------------------------------------------------

    /** Waits for the end of the command; returns its exit status. */
    int awaitEnd() {
        await("the end", now -> lines(now).stream().anyMatch(line -> line.startsWith("ended ")));
        String line = lines().stream().filter(shown -> shown.startsWith("ended ")).findFirst().orElseThrow();
        return Integer.parseInt(line.substring("ended ".length()));
    }

    /** The settings of the terminal as {@code stty -g} gave them before the command. */
    String settingsBefore() {
        return note("before");
    }

    /** The settings of the terminal as {@code stty -g} gave them when the command had ended. */
    String settingsAfter() {
        return note("after");
    }

    private String note(String name) {
        try {
            return Files.readString(notes.resolve(name)).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The process that the command is. */
    long pid() {
        return ProcessHandle.of(pty.pid()).flatMap(gate -> gate.children().findFirst())
                .orElseThrow(() -> new AssertionError("the command has ended\n" + picture())).pid();
    }

    /** The path of the terminal, as {@code client_tty} has it. */
    String tty() {
        return pty.tty();
    }

    // ---- within ----------------------------------------------------------------------------

    private interface Condition {
        boolean holds();
    }

    private void awaitTrue(String what, Condition condition) {
        long end = System.nanoTime() + AWAIT_NANOS;
        synchronized (terminal) {
            while (!condition.holds()) {
                long left = end - System.nanoTime();
                if (left <= 0 || !failure.isEmpty()) {
                    throw new AssertionError("waited in vain for: " + what + " " + failure + "\n" + picture());
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(terminal, left);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    /** The screen in a frame, for messages of failed tests. */
    String picture() {
        var picture = new StringBuilder();
        lines().forEach(line -> picture.append("| ").append(line).append('\n'));
        synchronized (terminal) {
            return picture + "cursor " + terminal.cursorX() + "," + terminal.cursorY() + "\n";
        }
    }

    private void failed(Throwable fault) {
        synchronized (terminal) {
            failure = fault.toString();
            terminal.notifyAll();
        }
    }

    private final class Listener implements PtyEvents {
        @Override
        public void ready() {
            loop.execute(this::turn);
        }

        private void turn() {
            if (system.read(TURN_BYTES)) {
                loop.execute(this::turn);
            }
        }

        @Override
        public void started(long run, Pty started, String directory) {
            synchronized (terminal) {
                pty = started;
                terminal.notifyAll();
            }
        }

        @Override
        public void failed(long run, String message) {
            AttachedClient.this.failed(new IOException(message));
        }

        @Override
        public void output(long run, byte[] bytes) {
            synchronized (terminal) {
                terminal.feed(bytes, 0, bytes.length, 0);
                for (var notice : terminal.takeNotices()) {
                    if (notice instanceof TerminalNotice.Reply(byte[] reply)) {
                        pty.write(reply);
                    }
                }
                terminal.notifyAll();
            }
        }

        @Override
        public void writable(long run) {}

        @Override
        public void exited(long run, int status, int signal) {
            synchronized (terminal) {
                if (!closed) {
                    failure = "the terminal's shell ended: " + status + ", signal " + signal;
                }
                terminal.notifyAll();
            }
        }
    }

    /** The user closes the window: the line is cut. */
    @Override
    public void close() {
        synchronized (terminal) {
            if (closed) {
                return;
            }
            closed = true;
        }
        loop.submit(pty::hangUp).syncUninterruptibly();
        system.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
