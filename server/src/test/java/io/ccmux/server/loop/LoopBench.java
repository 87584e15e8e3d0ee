package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;
import io.ccmux.server.format.ServerFacts;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.loop.Revivals.Revival;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalSettings;

/** A session thread without a thread: a real loop on an outside in memory, with clients that a test speaks for. */
public final class LoopBench {
    static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/home/user", "PATH", "/usr/bin", "TERM",
            "xterm-256color", "LANG", "C.UTF-8");
    private static final long FRAME_MILLIS = 9;
    private static final TerminalSettings SETTINGS = TerminalSettings.standard(2000, BlockCompressor.NONE);

    /** A client as its user sees it. */
    public static final class Seat {
        final ClientId id;
        final Terminal terminal;
        final StringBuilder out = new StringBuilder();
        final StringBuilder error = new StringBuilder();
        /** The commands that its terminal was given to. */
        final List<String> locked = new ArrayList<>();
        String bye = "";
        int status = -1;
        long frames;

        Seat(ClientId id, int columns, int rows) {
            this.id = id;
            this.terminal = new Terminal(columns, rows, SETTINGS);
        }

        /** The exit status it was told, -1 before that. */
        public int status() {
            return status;
        }

        /** How often something was drawn. */
        public long frames() {
            return frames;
        }

        /** A line of its screen, without blanks at the end. */
        String line(int row) {
            var text = new StringBuilder();
            for (int column = 0; column < terminal.columns(); column++) {
                text.append(terminal.screen().row(row).text(column));
            }
            return text.toString().stripTrailing();
        }

        /** What it printed since it was asked last. */
        String take() {
            String taken = out.toString();
            out.setLength(0);
            return taken;
        }
    }

    /** The tasks of a session thread, which others may add to and one runs. */
    public static final class Tasks {
        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final Inbox inbox = new Inbox(tasks::add, tasks::add);

        public Inbox inbox() {
            return inbox;
        }

        /** Runs one, if there is one. */
        public boolean step() {
            var task = tasks.poll();
            if (task == null) {
                return false;
            }
            task.run();
            return true;
        }

        /** The next one, for which the thread sleeps as an event loop does, but not for longer than that. */
        public Optional<Runnable> next(long millis) throws InterruptedException {
            return Optional.ofNullable(tasks.poll(millis, TimeUnit.MILLISECONDS));
        }
    }

    /** A state that was found, the serial of the last event in it, and what is known of those before. */
    public record Found(Mux mux, long serial, Restart.Circumstances circumstances) {}

    final Mux mux;
    private final Tasks thread;
    private final Inbox inbox;
    final OutsideTwin outside;
    private final Map<ClientId, Seat> seats = new HashMap<>();
    private final SessionLoop loop;
    private int clients;

    LoopBench() {
        this(List.of(), outside -> {}, revivals -> {});
    }

    /** A server that finds a state, and hears what becomes of its panes. */
    LoopBench(List<Event> found, Consumer<OutsideTwin> before, Consumer<List<Revival>> told) {
        this(new Tasks(), OutsideTwin::new, outside -> {
            var mux = new Mux(SETTINGS, DefaultKeys.TABLES);
            found.forEach(event -> mux.apply(event, outside.micros()));
            before.accept(outside);
            return new Found(mux, 0, new Restart.Circumstances(outside.clean, outside.boot, 0, "", new Revivals(told)));
        });
        turns();
    }

    /** A server in a world; it has begun and not yet taken a turn. */
    public LoopBench(Tasks thread, Function<Inbox, OutsideTwin> world, Function<OutsideTwin, Found> state) {
        this.thread = thread;
        inbox = thread.inbox();
        outside = world.apply(inbox);
        var found = state.apply(outside);
        mux = found.mux();
        var server = new ServerFacts(5767, "/run/ccmux/default", "3.7c", outside.micros(), "box", 1000, "user", "");
        var facts = new Facts(server, ZoneOffset.UTC, "/bin/sh", term -> Optional.of(List.of()), ENVIRONMENT);
        loop = new SessionLoop(mux, found.serial(), inbox, outside, facts, mistake -> {
            throw new AssertionError(mistake);
        });
        outside.receiver = this::received;
        loop.begin(new SessionLoop.Configured(List.of(), List.of(), ""), List.of(), found.circumstances());
    }

    /** All there is to do; if a frame has to wait for its time, that passes, which is shorter than any other. */
    void turns() {
        steps();
        if (outside.ringsWithin(FRAME_MILLIS)) {
            pass(FRAME_MILLIS);
        }
    }

    void pass(long millis) {
        outside.pass(millis, this::steps);
        steps();
    }

    private void steps() {
        while (thread.step()) {
            // one after the other
        }
    }

    private void received(ClientId id, ServerMessage message) {
        var seat = seats.get(id);
        if (seat == null) {
            return;
        }
        if (message instanceof ServerMessage.Print(int request, int stream, byte[] bytes)) {
            (stream == 1 ? seat.out : seat.error).append(new String(bytes, StandardCharsets.UTF_8));
        } else if (message instanceof ServerMessage.Done(int request, int status)) {
            seat.status = status;
        } else if (message instanceof ServerMessage.Draw(long frame, boolean last, byte[] bytes)) {
            seat.frames++;
            seat.terminal.feed(bytes, 0, bytes.length, outside.micros());
            inbox.add(new Report.ClientSaid(id, new ClientMessage.Drawn(frame)));
        } else if (message instanceof ServerMessage.Lock(String command)) {
            seat.locked.add(command);
        } else if (message instanceof ServerMessage.Bye(String reason, int status)) {
            seat.bye = reason;
            seat.status = status;
        }
    }

    // ---- clients ---------------------------------------------------------------------------

    /** A client that asks for something, with a terminal and a size or without. */
    Seat client(int flags, int columns, int rows, String... words) {
        var seat = connect(flags, columns, rows, words);
        turns();
        return seat;
    }

    private Seat connect(int flags, int columns, int rows, String... words) {
        var id = new ClientId(++clients);
        var seat = new Seat(id, Math.max(1, columns), Math.max(1, rows));
        seats.put(id, seat);
        loop.connected(id, 4000 + clients);
        String terminal = ClientFlag.INPUT_TERMINAL.in(flags) ? "/dev/pts/" + (90 + clients) : "";
        loop.received(id, new ClientMessage.Identify("/home/user",
                new TerminalFacts(terminal, "xterm-256color", new WindowSize(columns, rows, 0, 0), ""), flags,
                ENVIRONMENT));
        loop.received(id, new ClientMessage.Run(1, List.of(words)));
        return seat;
    }

    /** A client that asks for something; nothing is done about it yet. */
    public Seat ask(String... words) {
        return connect(ClientFlag.UTF8.bit(), 0, 0, words);
    }

    /** A client with a terminal of that size that asks to be attached; nothing is done about it yet. */
    public Seat askToAttach(int columns, int rows, String... words) {
        return connect(ClientFlag.UTF8.bit() | ClientFlag.INPUT_TERMINAL.bit() | ClientFlag.OUTPUT_TERMINAL.bit(),
                columns, rows, words);
    }

    /** Runs a command to its end. */
    Seat run(String... words) {
        var seat = client(ClientFlag.UTF8.bit(), 0, 0, words);
        if (seat.status >= 0) {
            loop.closed(seat.id);
            turns();
        }
        return seat;
    }

    /** Runs a command that must succeed; returns what it printed. */
    String must(String... words) {
        var seat = run(words);
        if (seat.status != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + seat.status + " " + seat.out + seat.error);
        }
        return seat.out.toString();
    }

    Seat attach(int columns, int rows, String... words) {
        var seat = askToAttach(columns, rows, words);
        turns();
        return seat;
    }

    void type(Seat seat, String keys) {
        loop.received(seat.id, new ClientMessage.Input(keys.getBytes(StandardCharsets.UTF_8)));
        turns();
    }

    void say(Seat seat, ClientMessage message) {
        loop.received(seat.id, message);
        turns();
    }

    /** What had piled up for the client is read. */
    void readable(Seat seat) {
        loop.writable(seat.id);
        turns();
    }

    void close(Seat seat) {
        leave(seat);
        turns();
    }

    /** A client is gone; nobody has noticed yet. */
    public void leave(Seat seat) {
        seats.remove(seat.id);
        loop.closed(seat.id);
    }

    /** Keys are on their way. */
    public void keys(Seat seat, String keys) {
        loop.received(seat.id, new ClientMessage.Input(keys.getBytes(StandardCharsets.UTF_8)));
    }

    // ---- programs --------------------------------------------------------------------------

    /** The program of a pane prints something. */
    void print(int pane, String text) {
        var id = new PaneId(pane);
        inbox.add(new Report.PaneWrote(id, mux.pane(id).run(), text.getBytes(StandardCharsets.UTF_8)));
        turns();
    }

    /** The world tells something. */
    void report(Report report) {
        inbox.add(report);
        turns();
    }

    /** The program of a pane ends by itself. */
    void exit(int pane, int status) {
        var id = new PaneId(pane);
        inbox.add(new Report.PaneExited(id, mux.pane(id).run(), status, 0, false));
        turns();
    }
}
