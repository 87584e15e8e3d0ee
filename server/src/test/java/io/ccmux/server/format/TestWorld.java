package io.ccmux.server.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.server.input.KeyTables;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/** A small world for tests: sessions made by events, clients that are values, a time that stands still. */
public final class TestWorld implements World {
    /** 2026-11-20 13:13:01 UTC. */
    public static final long MICROS = 1_795_180_381_000_000L;

    private static final Pattern LEAF = Pattern.compile("[0-9]+x[0-9]+,[0-9]+,[0-9]+,[0-9]+");

    private final Mux mux = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), KeyTables.EMPTY);
    private final List<ClientView> clients = new ArrayList<>();

    public void apply(Event event) {
        mux.apply(event, MICROS);
    }

    /** A session with windows of these names; each has one pane. */
    public SessionId session(String name, Size size, String... windows) {
        SessionId session = mux.nextSession();
        apply(new SessionEvent.Created(session, name, "/home/user", MICROS, ""));
        for (int i = 0; i < windows.length; i++) {
            apply(new SessionEvent.Linked(session, i, window(windows[i], size)));
        }
        return session;
    }

    /** A window with one pane that runs {@code sh}. */
    public WindowId window(String name, Size size) {
        WindowId window = mux.nextWindow();
        apply(new WindowEvent.Created(window, name, size, MICROS));
        PaneId pane = pane(window, size);
        apply(new WindowEvent.LaidOut(window, Layout.single(pane, size)));
        apply(new WindowEvent.PaneSelected(window, pane));
        return window;
    }

    /** A pane that is not laid out yet. */
    public PaneId pane(WindowId window, Size size) {
        PaneId pane = mux.nextPane();
        Launch launch = new Launch(List.of("/bin/sh"), "", "/home/user", Map.of());
        apply(new PaneEvent.Opened(pane, window, launch, size, 2000));
        apply(new PaneEvent.Retitled(pane, "title" + pane.number()));
        return pane;
    }

    /** Lays a window out as a layout string (without its checksum) says, opening the panes that it lacks. */
    public void layOut(WindowId window, String layout) {
        List<PaneId> panes = new ArrayList<>(mux.window(window).panes());
        long leaves = LEAF.matcher(layout).results().count();
        while (panes.size() < leaves) {
            panes.add(pane(window, new Size(1, 1)));
        }
        try {
            apply(new WindowEvent.LaidOut(window, LayoutString.parse(checksum(layout) + "," + layout, panes)));
        } catch (LayoutString.MalformedException e) {
            throw new IllegalArgumentException(layout, e);
        }
    }

    private static String checksum(String layout) {
        int sum = 0;
        for (char c : layout.toCharArray()) {
            sum = (sum >> 1) + ((sum & 1) << 15) + c & 0xffff;
        }
        return "%04x".formatted(sum);
    }

    public void print(PaneId pane, String text) {
        apply(new PaneEvent.Output(pane, text.getBytes(UTF_8)));
    }

    /** Sets an option for all sessions or windows. */
    public void set(String name, String value) {
        boolean window = OptionTable.exact(name).orElseThrow().scopes().stream()
                .anyMatch(scope -> scope.name().equals("WINDOW") || scope.name().equals("PANE"));
        OptionEvent.Holder holder = window
                ? new OptionEvent.Holder.AllWindows()
                : new OptionEvent.Holder.AllSessions();
        apply(new OptionEvent.Assigned(holder, name, new OptionValue.Text(value)));
    }

    /** Sets an option of a user's own for all sessions. */
    public void setOwn(String name, String value) {
        apply(new OptionEvent.Assigned(new OptionEvent.Holder.AllSessions(), name, new OptionValue.Text(value)));
    }

    /** A client attached to a session. */
    public ClientView client(SessionId session, Size size) {
        ClientView client = new ClientView(new ClientId(clients.size()), 4711, "/dev/pts/3", "xterm-256color",
                Optional.of(session), Optional.empty(), size, MICROS, MICROS, "root", false, ClientFlags.NONE, true,
                true,
                false, ClientView.Outer.UNKNOWN, Optional.empty());
        clients.add(client);
        return client;
    }

    @Override
    public Mux mux() {
        return mux;
    }

    @Override
    public List<ClientView> clients() {
        return clients;
    }

    @Override
    public Moment moment() {
        return new Moment(MICROS, ZoneOffset.UTC);
    }

    @Override
    public ServerFacts server() {
        return new ServerFacts(5767, "/tmp/ccmux-0/default", "3.7c", MICROS, "vm.example.org", 0, "root", "");
    }

    @Override
    public String job(String command) {
        return "<" + command + ">";
    }
}
