package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ccmux.config.Options;
import io.ccmux.server.terminal.CorruptImageException;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalImage;
import io.ccmux.server.terminal.TerminalOptions;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * A terminal and the program in it. A pane outlives its programs: each life of a process is a run, and a pane that came
 * back after a crash is on a later run than before.
 */
public final class Pane {
    private final PaneId id;
    private final List<byte[]> imagePieces = new ArrayList<>();
    private WindowId window;
    private Launch launch;
    /** The terminal as the journal knows it. */
    private Terminal terminal;
    /** What is shown instead while the pane prints what nobody shall remember. */
    private Optional<Terminal> live = Optional.empty();
    private TerminalSettings settings;
    private Options options;
    private int run = 1;
    private RunState state = RunState.STARTING;
    private long pid;
    private String device = "";
    private int status;
    private int signal;
    private long endedMicros;
    private String directory;
    private String command = "";
    private boolean inputEnabled = true;
    private boolean barShown;
    private long lostBytes;

    Pane(PaneEvent.Opened opened, TerminalSettings settings, Options options) {
        this.id = opened.pane();
        this.window = opened.window();
        this.launch = opened.launch();
        this.directory = opened.launch().directory();
        this.settings = settings;
        this.terminal = new Terminal(opened.size().columns(), opened.size().rows(), settings);
        this.options = options;
    }

    public PaneId id() {
        return id;
    }

    public WindowId window() {
        return window;
    }

    public Launch launch() {
        return launch;
    }

    /** What the pane shows. */
    public Terminal terminal() {
        return live.orElse(terminal);
    }

    /** Whether the pane shows what is not in the journal. */
    public boolean offTheRecord() {
        return live.isPresent();
    }

    /**
     * Shows output without making it part of the state: no event tells of it, and the next output that one does tell of
     * finds the terminal as it was before.
     */
    public void whisper(byte[] bytes, long micros) {
        if (live.isEmpty()) {
            live = Optional.of(snapshot());
        }
        live.get().feed(bytes, 0, bytes.length, micros);
    }

    /** The terminal as the journal knows it. */
    Terminal recorded() {
        return terminal;
    }

    /** The terminal as it is now; what comes later does not change it. Cheap: sealed history is shared. */
    public Terminal snapshot() {
        return Terminal.of(terminal().image(), settings);
    }

    public Options options() {
        return options;
    }

    public Size size() {
        return new Size(terminal.columns(), terminal.rows());
    }

    /** Which life of its process the pane is on, from 1. */
    public int run() {
        return run;
    }

    public RunState state() {
        return state;
    }

    /** Whether the program has ended and the pane is still there. */
    public boolean dead() {
        return state == RunState.EXITED || state == RunState.ORPHANED;
    }

    /** The process id of the run, or 0 before it has started and when the machine was started anew. */
    public long pid() {
        return pid;
    }

    /** The name of the terminal device, such as {@code /dev/pts/3}, or empty. */
    public String device() {
        return device;
    }

    /** The exit status of the last run that ended; meaningful when {@link #dead}. */
    public int status() {
        return status;
    }

    /** The signal that ended the last run, or 0. */
    public int signal() {
        return signal;
    }

    public long endedMicros() {
        return endedMicros;
    }

    /** Where the program was last seen: what it reported by OSC 7, else where its process stood. */
    public String directory() {
        return terminal().directory().isEmpty() ? directory : terminal().directory();
    }

    /** Whether this is what was last seen in the foreground. */
    public boolean lastSeen(String seenDirectory, String seenCommand) {
        return directory.equals(seenDirectory) && command.equals(seenCommand);
    }

    /** The name of the program last seen in the foreground, or empty. */
    public String command() {
        return command;
    }

    public boolean inputEnabled() {
        return inputEnabled;
    }

    /** Whether a scrollbar stands beside the pane that is there only while the pane shows its past. */
    public boolean barShown() {
        return barShown;
    }

    /** Whether a program has the alternate screen to itself, as the journal knows it. */
    boolean alternate() {
        return terminal.alternate();
    }

    /** How many bytes of output are missing because the disk did not take them. */
    public long lostBytes() {
        return lostBytes;
    }

    /** What the terminal has to say since the last time. */
    List<Notice> takeNotices() {
        var found = terminal().takeNotices();
        return found.isEmpty()
                ? List.of()
                : found.stream().<Notice>map(notice -> new Notice.FromTerminal(id, notice)).toList();
    }

    // ---- changes, for Mux alone ------------------------------------------------------------

    void options(Options other) {
        options = other;
    }

    /** The terminal obeys these options from now on. */
    void obey(TerminalOptions others) {
        settings = settings.with(others);
        both(shown -> shown.obey(others));
    }

    void historyLimit(int lines) {
        settings = settings.withHistoryLimit(lines);
        both(shown -> shown.historyLimit(lines));
    }

    /** Whatever happens to a terminal that shows something else than it remembers happens to both. */
    private void both(Consumer<Terminal> change) {
        change.accept(terminal);
        live.ifPresent(shown -> {
            terminal.takeNotices();
            change.accept(shown);
        });
    }

    void apply(PaneEvent event, long micros) {
        switch (event) {
            case PaneEvent.Opened opened -> throw new IllegalStateException("opened twice: " + opened.pane());
            case PaneEvent.Moved moved -> window = moved.window();
            case PaneEvent.RunBegan began -> begin(began);
            case PaneEvent.Started started -> started(started);
            case PaneEvent.Held held -> {
                state = RunState.HELD;
                pid = 0;
                both(shown -> shown.beginRun(held.separator()));
            }
            case PaneEvent.Exited exited -> exited(exited, micros);
            case PaneEvent.Output output -> {
                live = Optional.empty();
                terminal.feed(output.bytes(), 0, output.bytes().length, micros);
            }
            case PaneEvent.OffTheRecord off -> terminal.beginRun(off.separator());
            case PaneEvent.OutputLost lost -> lostBytes += lost.bytes();
            case PaneEvent.Expired expired -> both(shown -> shown.expire(micros));
            case PaneEvent.Closed closed -> imagePieces.clear();
            case PaneEvent.Retitled retitled -> both(shown -> shown.retitle(retitled.title()));
            case PaneEvent.HistoryCleared cleared -> both(Terminal::clearHistory);
            case PaneEvent.Forgotten forgotten -> {
                live = Optional.empty();
                terminal = new Terminal(terminal.columns(), terminal.rows(), settings);
            }
            case PaneEvent.Trimmed trimmed -> both(Terminal::trim);
            case PaneEvent.Reset reset -> both(Terminal::reset);
            case PaneEvent.Located located -> {
                directory = located.directory();
                command = located.command();
            }
            case PaneEvent.InputEnabled input -> inputEnabled = input.enabled();
            case PaneEvent.BarShown bar -> barShown = bar.shown();
            case PaneEvent.Restored restored -> restore(restored);
            case PaneEvent.Imaged imaged -> image(imaged);
        }
    }

    /** Another boot of the machine: whoever has this number now is somebody else. */
    void rebooted() {
        pid = 0;
    }

    private void begin(PaneEvent.RunBegan began) {
        run = began.run();
        launch = began.launch();
        state = RunState.STARTING;
        pid = 0;
        device = "";
        directory = began.launch().directory();
        both(shown -> shown.beginRun(began.separator()));
    }

    private void started(PaneEvent.Started started) {
        if (started.run() == run) {
            state = RunState.RUNNING;
            pid = started.pid();
            device = started.terminal();
        }
    }

    private void exited(PaneEvent.Exited exited, long micros) {
        if (exited.run() == run) {
            state = exited.orphaned() ? RunState.ORPHANED : RunState.EXITED;
            status = exited.status();
            signal = exited.signal();
            endedMicros = micros;
        }
    }

    private void restore(PaneEvent.Restored restored) {
        run = restored.run();
        state = restored.state();
        pid = restored.pid();
        device = restored.terminal();
        status = restored.status();
        signal = restored.signal();
        endedMicros = restored.endedMicros();
        directory = restored.directory();
        command = restored.command();
        inputEnabled = restored.inputEnabled();
    }

    private void image(PaneEvent.Imaged imaged) {
        imagePieces.add(imaged.bytes());
        if (imaged.piece() < imaged.pieces() - 1) {
            return;
        }
        try {
            terminal = Terminal.of(TerminalImage.decode(List.copyOf(imagePieces)), settings);
        } catch (CorruptImageException damaged) {
            throw new IllegalStateException("image of pane " + id + " cannot be read", damaged);
        } finally {
            imagePieces.clear();
        }
    }

    void resize(Size size) {
        both(shown -> shown.resize(size.columns(), size.rows()));
    }

    /** The event that makes this pane again, without a picture, in a window that is there. */
    Event opened() {
        return new PaneEvent.Opened(id, window, launch, size(), settings.historyLimit());
    }

    /**
     * The fewest events that make this pane what it is now, once its window is laid out. The picture is taken now, and
     * encoded piece by piece by whoever walks over the events, on any thread. In several parts: a stream of streams
     * would have all pieces made before the first is asked for.
     */
    List<Supplier<Stream<Event>>> events() {
        var restored = new PaneEvent.Restored(id, run, state, pid, device, status, signal, endedMicros, directory,
                command, inputEnabled);
        List<Event> before = barShown ? List.of(restored, new PaneEvent.BarShown(id, true)) : List.of(restored);
        var image = terminal.image();
        List<Event> after = lostBytes > 0 ? List.of(new PaneEvent.OutputLost(id, lostBytes)) : List.of();
        return List.of(before::stream, () -> imaged(restored.pane(), image), after::stream);
    }

    private static Stream<Event> imaged(PaneId pane, TerminalImage image) {
        int pieces = image.chunkCount();
        var chunks = image.chunks();
        return IntStream.range(0, pieces).mapToObj(piece -> new PaneEvent.Imaged(pane, piece, pieces, chunks.next()));
    }
}
