package io.ccmux.server.loop;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowId;

/** A connected client: who it is, and, once it is attached, what it shows. */
final class Client {
    private final ClientId id;
    private final long peerPid;
    private final long createdMicros;
    private final Pace pace = new Pace();
    private Optional<ClientMessage.Identify> identity = Optional.empty();
    private Optional<Display> display = Optional.empty();
    private Optional<ControlClient> control = Optional.empty();
    private Optional<SessionId> last = Optional.empty();
    private long activityMicros;
    private ClientFlags flags = ClientFlags.NONE;
    private Size size = new Size(80, 24);
    private String keyTable = "root";
    private final Map<WindowId, PaneId> panes = new HashMap<>();
    private ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private int collectedMax;
    private Optional<Consumer<Outcome>> collector = Optional.empty();

    Client(ClientId id, long peerPid, long createdMicros) {
        this.id = id;
        this.peerPid = peerPid;
        this.createdMicros = createdMicros;
        this.activityMicros = createdMicros;
    }

    ClientId id() {
        return id;
    }

    void identify(ClientMessage.Identify said) {
        identity = Optional.of(said);
        resize(said.terminal().size().columns(), said.terminal().size().rows());
    }

    Optional<ClientMessage.Identify> identity() {
        return identity;
    }

    Map<String, String> environment() {
        return identity.map(ClientMessage.Identify::environment).orElse(Map.of());
    }

    String directory() {
        return identity.map(ClientMessage.Identify::directory).orElse("/");
    }

    Pace pace() {
        return pace;
    }

    Optional<Display> display() {
        return display;
    }

    Optional<SessionId> session() {
        return display.map(Display::session).or(() -> control.flatMap(ControlClient::session));
    }

    Size size() {
        return size;
    }

    void resize(int columns, int rows) {
        size = columns < 1 || rows < 1 ? new Size(80, 24) : Size.clamped(columns, rows);
        display.ifPresent(Display::redrawAll);
    }

    void attach(Display shown) {
        display = Optional.of(shown);
    }

    void show(SessionId session) {
        display.ifPresent(shown -> {
            if (!shown.session().equals(session)) {
                last = Optional.of(shown.session());
                shown.session(session);
            }
        });
        control.ifPresent(speaker -> {
            last = speaker.session().filter(before -> !before.equals(session)).or(() -> last);
            speaker.show(Optional.of(session));
        });
    }

    /** From now on it is spoken with in control mode. */
    void control(ControlClient speaker) {
        control = Optional.of(speaker);
    }

    Optional<ControlClient> control() {
        return control;
    }

    void detach() {
        last = session();
        control.ifPresent(speaker -> speaker.show(Optional.empty()));
        display = Optional.empty();
    }

    /** The pane of a window that its keys go to. */
    PaneId pane(Window window) {
        var own = panes.getOrDefault(window.id(), window.active());
        return flags.ownPane() && !window.zoomed() && window.panes().contains(own) ? own : window.active();
    }

    /** With the flag active-pane: its keys go to this pane of the window, whatever others select. */
    void choose(Pane pane) {
        panes.put(pane.window(), pane.id());
        display.ifPresent(Display::stale);
    }

    /** Its next key is looked up in this table. */
    void use(String table) {
        display.ifPresentOrElse(shown -> shown.keyState().use(table), () -> keyTable = table);
    }

    boolean readOnly() {
        return flags.readOnly();
    }

    /** Whether windows do not ask it how large they should be. */
    boolean ignoresSize() {
        return flags.ignoresSize() || flags.suspended() || control.filter(speaker -> !speaker.sized()).isPresent();
    }

    ClientFlags flags() {
        return flags;
    }

    void flags(ClientFlags others) {
        flags = others;
        control.ifPresent(speaker -> speaker.output().flags(others));
    }

    /** It is stopped or locked, or it is there again. */
    void suspended(boolean now) {
        flags(flags.suspended(now));
    }

    void active(long micros) {
        activityMicros = micros;
    }

    long activityMicros() {
        return activityMicros;
    }

    // ---- standard input, for commands that read it -----------------------------------------

    /** Collects what the client's process is fed with; told when it ends or becomes too much. */
    void collectInput(int bytesMax, Consumer<Outcome> then) {
        collected = new ByteArrayOutputStream();
        collectedMax = bytesMax;
        collector = Optional.of(then);
    }

    void input(byte[] bytes) {
        if (collector.isEmpty()) {
            return;
        }
        if (collected.size() + bytes.length > collectedMax) {
            finish(new Outcome.Failed("input too large"));
        } else {
            collected.write(bytes, 0, bytes.length);
        }
    }

    void inputEnded() {
        if (collector.isPresent()) {
            finish(new Outcome.Read(collected.toByteArray()));
        }
    }

    private void finish(Outcome outcome) {
        var then = collector.orElseThrow();
        collector = Optional.empty();
        collected = new ByteArrayOutputStream();
        then.accept(outcome);
    }

    /** What formats and commands see of it. */
    ClientView view() {
        var terminal = identity.map(ClientMessage.Identify::terminal);
        return new ClientView(id, peerPid, terminal.map(TerminalFacts::tty).orElse(""),
                terminal.map(TerminalFacts::term).orElse(""), session(), last, size, createdMicros, activityMicros,
                display.map(Display::keyTable).orElse(keyTable), display.map(Display::prefixed).orElse(false), flags,
                identity.map(said -> said.is(ClientFlag.UTF8)).orElse(true),
                display.map(Display::focused).orElse(control.isPresent()), control.isPresent(),
                display.map(Display::view).orElse(ClientView.Outer.UNKNOWN),
                display.filter(shown -> flags.ownPane()).flatMap(Display::activePane).map(Pane::id));
    }
}
