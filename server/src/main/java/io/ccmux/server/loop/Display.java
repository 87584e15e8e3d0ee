package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import io.ccmux.config.Options;
import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Formats;
import io.ccmux.server.input.Answer;
import io.ccmux.server.input.Gestures;
import io.ccmux.server.input.Keys;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.mode.ClientOverlay;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.WindowId;
import io.ccmux.server.render.AnsiWriter;
import io.ccmux.server.render.CellTable;
import io.ccmux.server.render.ClientPicture;
import io.ccmux.server.render.Compositor;
import io.ccmux.server.render.Hit;
import io.ccmux.server.render.OuterTerminal;
import io.ccmux.server.render.TerminalFeatures;
import io.ccmux.server.render.Viewport;
import io.ccmux.server.terminal.Modes.MouseTracking;

/**
 * What an attached client shows and where its keys go. At most one frame is on its way to the client's terminal; what
 * changes meanwhile is in the next one, so a stuck client costs nothing.
 */
final class Display {
    private final Core core;
    private final Client client;
    private final Keys keys = new Keys();
    private final KeyState keyState;
    private final OuterTerminal outer;
    private Portrait portrait;
    private long writtenBytes;
    private AnsiWriter writer;
    private final Compositor compositor;
    private final Aside aside = new Aside();
    private SessionId session;
    private boolean begun;
    private boolean dirty = true;
    private boolean focused = true;
    private long frame;
    private long acknowledged;
    private long escapeTimer;
    private Optional<Viewport.Spot> panned = Optional.empty();
    private Optional<ClientOverlay> overlay = Optional.empty();
    private Consumer<Outcome> whenUncovered = outcome -> {};
    private Optional<Held> held = Optional.empty();
    private final Gestures gestures = new Gestures();
    private Optional<MouseEvent> mouseEvent = Optional.empty();
    private long clickTimer;
    private final List<String> overrides;
    private final ClipboardQuestions clipboardQuestions = new ClipboardQuestions();
    private final MessageLine messages;

    Display(Core core, LiveWorld world, Client client, SessionId session, ClientMessage.Identify identity) {
        this.core = core;
        this.client = client;
        this.session = session;
        this.keyState = new KeyState(core, this::stale);
        this.messages = new MessageLine(core, this::stale);
        var terminal = identity.terminal();
        var rows = List.copyOf(core.mux().serverOptions().array("terminal-features").values());
        this.overrides = List.copyOf(core.mux().serverOptions().array("terminal-overrides").values());
        String given = terminal.features() + (identity.is(ClientFlag.UTF8) ? "" : ",ascii");
        this.portrait = Portrait
                .of(TerminalFeatures.of(terminal.term(), identity.environment().getOrDefault("COLORTERM", ""), rows,
                        given).described(core.facts().terminals().described(terminal.term()).orElse(List.of()))
                        .overridden(terminal.term(), overrides));
        this.outer = new OuterTerminal(portrait.features());
        this.writer = new AnsiWriter(portrait.features(), new CellTable());
        this.compositor = new Compositor(world, new Formats());
        keys.userKeys(core.mux().serverOptions().array("user-keys"));
        if (!identity.is(ClientFlag.UTF8)) {
            core.log().message(core.outside().micros(), "client " + terminal.tty() + " does not say that it has UTF-8");
        }
    }

    SessionId session() {
        return session;
    }

    void session(SessionId other) {
        session = other;
        dirty();
    }

    /** Whether the window is the one that is shown. */
    boolean shows(WindowId window) {
        return core.mux().find(session).flatMap(held -> held.currentWindow()).equals(Optional.of(window));
    }

    /** What its session wants; what all do if that is just going. */
    Options options() {
        return core.mux().find(session).map(Session::options).orElseGet(core.mux()::sessionOptions);
    }

    /** The pane that keys go to; none if the session is just going. */
    Optional<Pane> activePane() {
        return core.mux().find(session).flatMap(held -> held.currentWindow()).flatMap(core.mux()::find)
                .filter(window -> !window.panes().isEmpty()).flatMap(window -> core.mux().find(client.pane(window)));
    }

    // ---- keys ------------------------------------------------------------------------------

    Keys keys() {
        return keys;
    }

    void escapeTimer(long timer) {
        core.timers().cancel(escapeTimer);
        escapeTimer = timer;
    }

    KeyState keyState() {
        return keyState;
    }

    /** The name of the table that the next key is looked up in. */
    String keyTable() {
        return keyState.table().isEmpty() ? rootTable() : keyState.table();
    }

    String rootTable() {
        return core.mux().find(session).map(held -> held.options().string("key-table")).orElse("root");
    }

    boolean prefixed() {
        return keyState.table().equals("prefix");
    }

    /** The terminal tells something of itself. */
    void answered(Answer answer) {
        var before = portrait.features();
        portrait = portrait.learn(answer).overridden(client.identity().orElseThrow().terminal().term(), overrides);
        if (answer instanceof Answer.Clipboard(String selection, String base64)) {
            clipboardQuestions.answered(base64);
        }
        tell(Portrait.questions(answer));
        if (!portrait.features().equals(before)) {
            aside.add(outer.learn(portrait.features()));
            writer = new AnsiWriter(portrait.features(), new CellTable());
            core.outside().send(client.id(), new ServerMessage.Restore(leaving()));
            stale();
        }
    }

    Portrait portrait() {
        return portrait;
    }

    /** What formats can tell of the terminal. */
    ClientView.Outer view() {
        return portrait.view(writtenBytes);
    }

    boolean focused() {
        return focused;
    }

    void focus(boolean in) {
        focused = in;
    }

    // ---- what lies over the panes ----------------------------------------------------------

    void message(String text, OptionalInt millis) {
        message(new Effect.Message(client.id(), text, millis, false, false));
    }

    void message(Effect.Message message) {
        messages.show(message, message.millis().orElseGet(() -> options().number("display-time")));
    }

    MessageLine messages() {
        return messages;
    }

    /** Something that takes the keys until it is done; what was there before is given up. */
    void cover(ClientOverlay over, Consumer<Outcome> then) {
        uncover().accept(new Outcome.Failed(""));
        overlay = Optional.of(over);
        whenUncovered = then;
        stale();
    }

    /** Takes the overlay away; returns who waits for its outcome. */
    Consumer<Outcome> uncover() {
        var waiting = whenUncovered;
        overlay = Optional.empty();
        whenUncovered = outcome -> {};
        stale();
        return waiting;
    }

    Optional<ClientOverlay> overlay() {
        return overlay;
    }

    /** Who waits for the outcome of the overlay. */
    Consumer<Outcome> whenUncovered() {
        return whenUncovered;
    }

    /** The row for messages and prompts: the status line's, or the last one. */
    int messageRow() {
        boolean top = core.mux().find(session).filter(held -> held.options().choice("status-position").equals("top"))
                .isPresent();
        return top ? 0 : client.size().rows() - 1;
    }

    // ---- the outer terminal ----------------------------------------------------------------

    /** What puts the client's terminal right when it is left. */
    byte[] leaving() {
        return outer.leave();
    }

    /** The client has made its terminal raw, for the first time or again: from now on frames may be sent. */
    void begin() {
        aside.add(outer.enter());
        aside.add(Portrait.questions(client.identity().orElseThrow().terminal().term(), client.size().rows()));
        begun = true;
        redrawAll();
    }

    private void tell(byte[] bytes) {
        aside.offer(bytes);
        dirty();
    }

    void ring() {
        tell(outer.bell());
    }

    /** Asks the terminal for its clipboard; {@code then} gets it if it answers. */
    void askClipboard(Consumer<byte[]> then) {
        if (clipboardQuestions.add(then)) {
            tell(outer.askClipboard());
        }
    }

    void clipboard(byte[] text) {
        tell(outer.clipboard("", text));
    }

    /** Bytes for the terminal as they are; its cursor and pen are afterwards what they were. */
    void passThrough(byte[] bytes) {
        tell(OuterTerminal.aside(bytes));
    }

    void title(String text) {
        aside.add(outer.title(text));
    }

    /** What it is to report of the mouse, and whether of keys more than that they were pressed. */
    void reports(MouseTracking mouse, boolean strokes) {
        aside.add(outer.mouse(mouse));
        aside.add(outer.strokes(strokes));
    }

    // ---- the picture -----------------------------------------------------------------------

    void pan(Effect.Pan pan) {
        var from = compositor.viewport().map(shown -> new Viewport.Spot(shown.x(), shown.y()))
                .orElse(new Viewport.Spot(0, 0));
        panned = pan.follow()
                ? Optional.empty()
                : Optional.of(new Viewport.Spot(Math.max(0, from.x() + pan.columns()),
                        Math.max(0, from.y() + pan.rows())));
        stale();
    }

    Optional<Viewport.Spot> panned() {
        return panned;
    }

    /** Something that is shown is different now. */
    void dirty() {
        dirty = true;
    }

    /** Anything may look different. */
    void stale() {
        compositor.invalidate();
        dirty();
    }

    void timePassed() {
        compositor.invalidateStatus();
        dirty();
    }

    /** The terminal's picture is not what was sent: the next frame draws all of it. */
    void redrawAll() {
        writer.invalidate();
        stale();
    }

    // ---- the mouse -------------------------------------------------------------------------

    Hit hit(int column, int row) {
        return compositor.hit(column, row);
    }

    /** Where on the screen the name of a pane's window stands in the status line, if it does. */
    Optional<Scene.MousePlace> nameOfWindow(Pane pane) {
        return core.mux().find(session).flatMap(held -> held.index(pane.window()))
                .flatMap(compositor::windowName)
                .map(spot -> new Scene.MousePlace(Optional.empty(), "window", spot.x(), spot.y()));
    }

    Gestures gestures() {
        return gestures;
    }

    /** The pane or border in which a drag began, and the cell of the window that the mouse was at last. */
    record Held(Hit begun, int x, int y) {}

    Optional<Held> held() {
        return held;
    }

    void held(Optional<Held> what) {
        held = what;
    }

    /** The cell of the window that a cell of the screen shows. */
    Viewport.Spot windowCell(int column, int row) {
        return compositor.viewport().map(shown -> new Viewport.Spot(column - shown.area().x() + shown.x(),
                row - shown.area().y() + shown.y())).orElse(new Viewport.Spot(column, row));
    }

    /** When the time for another click is over. */
    void clickTimer(long timer) {
        core.timers().cancel(clickTimer);
        clickTimer = timer;
    }

    /** The last thing the mouse reported, unless a program has heard of it. */
    Optional<MouseEvent> mouseEvent() {
        return mouseEvent;
    }

    void mouseEvent(Optional<MouseEvent> event) {
        mouseEvent = event;
    }

    /** Where the top left cell of a pane is on the screen, as far as the pane is shown. */
    Optional<Viewport.Spot> corner(PaneId id) {
        var pane = core.mux().find(id);
        if (pane.isEmpty() || !shows(pane.get().window())) {
            return Optional.empty();
        }
        var area = core.mux().area(core.mux().window(pane.get().window()), id);
        return compositor.viewport().map(shown -> new Viewport.Spot(area.x() - shown.x() + shown.area().x(),
                area.y() - shown.y() + shown.area().y()));
    }

    // ---- frames ----------------------------------------------------------------------------

    void drawn(long number) {
        acknowledged = Math.max(acknowledged, number);
    }

    /** Whether there is something to show and the client is ready for it. */
    boolean wantsFrame() {
        return begun && dirty && acknowledged == frame && !client.flags().suspended()
                && core.outside().writable(client.id());
    }

    /** Sends what makes the terminal show the picture, once the state that it shows is written; returns its bytes. */
    int send(ClientPicture wanted) {
        dirty = false;
        byte[] bytes = aside.takeWith(writer.update(compositor.compose(wanted)));
        if (bytes.length == 0) {
            return 0;
        }
        writtenBytes += bytes.length;
        long number = ++frame;
        core.afterWritten(() -> core.outside().send(client.id(), new ServerMessage.Draw(number, bytes)));
        return bytes.length;
    }
}
