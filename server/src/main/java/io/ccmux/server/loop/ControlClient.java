package io.ccmux.server.loop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.input.Answer;
import io.ccmux.server.input.InputEvent;
import io.ccmux.server.input.Keys;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowId;
import io.ccmux.server.terminal.Palette;

/**
 * A client in control mode: a program that sends command lines and reads lines.
 *
 * <pre>
 *   %begin 1363006971 2 1        the answer to a command: seconds, number, 1 if this client sent the command
 *   0: ksh* (1 panes) [80x24]
 *   %end 1363006971 2 1          or %error
 *   %window-add @3               what happened, never within an answer
 *   %output %1 \033[1mx\015\012  what a pane printed
 * </pre>
 *
 * <p>Lines leave in the order in which they were made, each when what it tells is written, answers when it is as safe
 * as the durability mode promises.
 */
final class ControlClient {
    /** What tells a terminal's owner that lines follow, and that they are over: {@code -CC}. */
    private static final String ENTER = "\033P1000p";
    private static final String LEAVE = "\033\\";
    private static final int LINE_BYTES_MAX = 1 << 20;
    private static final int PIECE_BYTES = 256 * 1024;
    private static final int REQUEST = 1;
    /** The request that lines it sends later are; the first one is what it was started with. */
    static final int TYPED = 2;

    /** Bytes that wait for their turn, whether they may leave, and what is done when they have. */
    private static final class Entry {
        final byte[] bytes;
        final Runnable then;
        boolean ready;

        Entry(byte[] bytes, Runnable then) {
            this.bytes = bytes;
            this.then = then;
        }
    }

    private final Core core;
    private final ClientId id;
    private final boolean raw;
    private final Deque<Entry> leaving = new ArrayDeque<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private final List<Supplier<Optional<byte[]>>> held = new ArrayList<>();
    private final ControlOutput output;
    private final Subscriptions subscriptions;
    private Optional<SessionId> session = Optional.empty();
    private Optional<StringBuilder> answer = Optional.empty();
    private String guard = "";
    private boolean holds;
    private boolean failed;
    private Runnable afterAnswer = () -> {};
    private final Map<WindowId, Size> sizes = new HashMap<>();
    private final Map<PaneId, Map<Integer, Integer>> colours = new HashMap<>();
    private boolean sized;
    private Optional<Runnable> waitsForLine = Optional.empty();
    private boolean busy;

    /** @param raw whether it sits in a terminal, as with {@code -CC} */
    ControlClient(Core core, ClientId id, boolean raw) {
        this.core = core;
        this.id = id;
        this.raw = raw;
        this.output = new ControlOutput(core, this);
        this.subscriptions = new Subscriptions(core, this);
        if (raw) {
            send(ENTER);
        }
    }

    ClientId id() {
        return id;
    }

    Optional<SessionId> session() {
        return session;
    }

    void show(Optional<SessionId> other) {
        session = other;
    }

    ControlOutput output() {
        return output;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Whether it said how large it is, or how large a window shall be. */
    boolean sized() {
        return sized || !sizes.isEmpty();
    }

    /** The size that it wants a window to have, if it said so. */
    Optional<Size> size(WindowId window) {
        return Optional.ofNullable(sizes.get(window));
    }

    void sized(WindowId window, Optional<Size> size) {
        size.ifPresentOrElse(wanted -> sizes.put(window, wanted), () -> sizes.remove(window));
    }

    /** Whether it has a size for windows of which it said nothing. */
    boolean sizedWhole() {
        return sized;
    }

    /** What its terminal would answer about a pane's colours. */
    void reported(PaneId pane, byte[] bytes) {
        var known = colours.computeIfAbsent(pane, any -> new HashMap<>());
        new Keys().feed(bytes, 0, bytes.length).forEach(event -> {
            if (event instanceof InputEvent.Answered(Answer.Colour(int which, int rgb))) {
                known.put(Palette.FOREGROUND + which - Portrait.FIRST_SPECIAL, rgb);
            }
        });
    }

    /** A colour that it reported for a pane. */
    Optional<Integer> colour(PaneId pane, int slot) {
        return Optional.ofNullable(colours.getOrDefault(pane, Map.of()).get(slot));
    }

    void hasSize() {
        sized = true;
    }

    // ---- what it sends ---------------------------------------------------------------------

    /** Takes bytes of command lines; returns false if an empty line says that it goes. */
    boolean typed(byte[] bytes) {
        for (byte b : bytes) {
            if (b != '\n') {
                if (typed.size() < LINE_BYTES_MAX) {
                    typed.write(b);
                }
                continue;
            }
            String line = typed.toString(StandardCharsets.UTF_8);
            typed.reset();
            if (line.isBlank()) {
                return false;
            }
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return true;
    }

    /** Whether a line of it is being run. */
    boolean busy() {
        return busy;
    }

    void busy(boolean runs) {
        busy = runs;
    }

    /** The next command line that waits to be run. */
    Optional<String> nextLine() {
        return Optional.ofNullable(lines.poll());
    }

    // ---- answers ---------------------------------------------------------------------------

    void begin(long number, boolean asked) {
        guard = core.outside().micros() / 1_000_000 + " " + number + (asked ? " 1" : " 0");
        answer = Optional.of(new StringBuilder("%begin ").append(guard).append('\n'));
        failed = false;
        holds = true;
    }

    /** Text that a command prints, or its complaint. */
    void print(String text) {
        answer.ifPresentOrElse(open -> open.append(text), () -> send(text));
    }

    /** A complaint of the command that is being answered. */
    void complain(String line) {
        failed = true;
        if (!line.isEmpty()) {
            print(line + "\n");
        }
    }

    /** The answer is complete; {@code safe} runs what it is given when the answer may be seen. */
    void end(Later safe) {
        answer.ifPresent(open -> {
            open.append(failed ? "%error " : "%end ").append(guard).append('\n');
            answer = Optional.empty();
            send(open.toString(), safe);
        });
        hold(false);
        var then = afterAnswer;
        afterAnswer = () -> {};
        then.run();
    }

    /** When something may be seen from outside. */
    @FunctionalInterface
    interface Later {
        void run(Runnable deed);
    }

    /** Whether what happens is told after the answer that is being made; a command that takes long holds nothing. */
    void hold(boolean on) {
        holds = on && answer.isPresent();
        if (!holds && !held.isEmpty()) {
            var lines = List.copyOf(held);
            held.clear();
            lines.forEach(this::tell);
        }
    }

    // ---- lines of our own ------------------------------------------------------------------

    /** Tells of something that happened, on a line. */
    void tell(String line) {
        tell(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells a line of bytes that are no text, such as what a pane printed. */
    void tell(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        tell(() -> Optional.of(ended));
    }

    /** Tells a line, if there is one by the time it can be told. */
    void tell(Supplier<Optional<byte[]>> line) {
        if (holds) {
            held.add(line);
        } else {
            line.get().ifPresent(bytes -> send(bytes, core::afterWritten));
        }
    }

    /**
     * The last line, after the answer that is being made; {@code then} runs when it has left, and if the client wants
     * to wait, when it has sent an empty line.
     */
    void exit(String reason, boolean waits, Runnable then) {
        if (answer.isPresent()) {
            afterAnswer = () -> exit(reason, waits, then);
            return;
        }
        hold(false);
        send("%exit" + (reason.isEmpty() ? "" : " " + reason) + "\n" + (raw ? LEAVE : ""));
        output.close();
        subscriptions.close();
        if (waits) {
            waitsForLine = Optional.of(then);
        } else {
            afterAll(then);
        }
    }

    /** It has sent an empty line, or nothing more will come: returns whether it was gone but for that. */
    boolean lineEnded() {
        waitsForLine.ifPresent(this::afterAll);
        return waitsForLine.isPresent();
    }

    private void send(String text) {
        send(text, core::afterWritten);
    }

    private void send(String text, Later later) {
        send(text.getBytes(StandardCharsets.UTF_8), later);
    }

    private void send(byte[] bytes, Later later) {
        var entry = new Entry(bytes, () -> {});
        leaving.add(entry);
        later.run(() -> {
            entry.ready = true;
            flush();
        });
    }

    private void flush() {
        while (!leaving.isEmpty() && leaving.peek().ready) {
            var entry = leaving.poll();
            byte[] bytes = entry.bytes;
            for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
                var piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES));
                core.outside().send(id, new ServerMessage.Print(REQUEST, 1, piece));
            }
            entry.then.run();
        }
    }

    /** Runs a deed after all that was made so far has left. */
    private void afterAll(Runnable deed) {
        var last = new Entry(new byte[0], deed);
        leaving.add(last);
        core.afterWritten(() -> {
            last.ready = true;
            flush();
        });
    }
}
