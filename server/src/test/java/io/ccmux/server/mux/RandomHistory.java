package io.ccmux.server.mux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import io.ccmux.config.OptionValue;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.input.Key;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/** Events that could have happened one after the other, drawn by a seed; every kind of event comes up. */
public final class RandomHistory {
    private static final List<String> OUTPUT = List.of("hello\r\n", "\033[31mred\033[m ", "\033[?1049h", "\033[?1049l",
            "\033[2J\033[H", "wide 漢字 \r\n", "\033[5;10r", "\033]0;title\007", "\033[", "4;3mstyled\033[0m", "\t\b",
            "\033[?2026h", "\033[?2026l", "\033[10;20H", "\033[1P\033[2@", "\033]8;;http://a/\033\\link\033]8;;\033\\",
            "e\u0301\r\n", "\033(0qqq\033(B", "\033[?25l", "\033P1$r");

    private final Random random;
    private final Mux mux = empty();
    private final List<Event> events = new ArrayList<>();

    public RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** A state in which nothing has happened yet. */
    public static Mux empty() {
        return new Mux(TerminalSettings.standard(100, BlockCompressor.NONE), DefaultKeys.TABLES);
    }

    /** The stamp of the event at an index of any history, microseconds since 1970. */
    public static long stamp(int index) {
        return 1_700_000_000_000_000L + index * 1_000L;
    }

    /** Transactions, each of which leaves a whole state behind. */
    public List<List<Event>> transactions(int steps) {
        var transactions = new ArrayList<List<Event>>();
        for (int i = 0; i < steps; i++) {
            int from = events.size();
            if (mux.sessions().isEmpty()) {
                openSession();
            } else {
                step();
            }
            transactions.add(List.copyOf(events.subList(from, events.size())));
        }
        return transactions;
    }

    /** All events of so many transactions. */
    public List<Event> of(int steps) {
        return transactions(steps).stream().flatMap(List::stream).toList();
    }

    private void add(Event event) {
        mux.apply(event, stamp(events.size()));
        events.add(event);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Session session() {
        return any(List.copyOf(mux.sessions()));
    }

    private Window window() {
        return any(List.copyOf(mux.windows()));
    }

    private PaneId pane() {
        return any(mux.panes().stream().map(Pane::id).toList());
    }

    private String word() {
        return "word" + random.nextInt(5);
    }

    private Launch launch() {
        return new Launch(List.of("/bin/sh", "-c", word()), random.nextBoolean() ? "" : word(), "/tmp/" + word(),
                Map.of("A", word()));
    }

    private void openSession() {
        var id = mux.nextSession();
        add(new SessionEvent.Created(id, "s" + id.number(), "/home", stamp(events.size()), ""));
        openWindow(mux.session(id));
    }

    private void openWindow(Session session) {
        var id = mux.nextWindow();
        var pane = mux.nextPane();
        var size = new Size(20 + random.nextInt(60), 5 + random.nextInt(20));
        add(new WindowEvent.Created(id, word(), size, stamp(events.size())));
        add(new SessionEvent.Linked(session.id(), session.freeIndex(0), id));
        add(new PaneEvent.Opened(pane, id, launch(), size, 1 + random.nextInt(50)));
        add(new WindowEvent.LaidOut(id, Layout.single(pane, size)));
    }

    private void step() {
        switch (random.nextInt(14)) {
            case 0 -> openSession();
            case 1 -> openWindow(session());
            case 2 -> split();
            case 3 -> closePane();
            case 4 -> sessionEvent();
            case 5 -> windowEvent();
            case 6 -> paneEvent();
            case 7 -> optionEvent();
            case 8 -> otherEvent();
            default -> add(new PaneEvent.Output(pane(), any(OUTPUT).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void split() {
        var window = window();
        var pane = mux.nextPane();
        var direction = any(List.of(Layout.Direction.values()));
        window.layout().split(window.active(), pane, new Layout.Place(direction, 0, random.nextBoolean(), false))
                .ifPresent(layout -> {
                    add(new WindowEvent.Zoomed(window.id(), false));
                    add(new PaneEvent.Opened(pane, window.id(), launch(), new Size(10, 5), 20));
                    add(new WindowEvent.LaidOut(window.id(), layout));
                    add(new WindowEvent.PaneSelected(window.id(), pane));
                });
    }

    private void closePane() {
        var window = window();
        var pane = any(window.panes());
        var rest = window.layout().without(pane);
        if (rest.isPresent()) {
            add(new WindowEvent.LaidOut(window.id(), rest.get()));
            add(new PaneEvent.Closed(pane));
        } else if (mux.sessions().size() > 1 && random.nextInt(4) == 0) {
            add(new SessionEvent.Closed(session().id()));
        }
    }

    private void sessionEvent() {
        var session = session();
        var id = session.id();
        int index = any(List.copyOf(session.windows().keySet()));
        add(any(List.<Event>of(new SessionEvent.Renamed(id, word() + id.number()), new SessionEvent.Selected(id, index),
                new SessionEvent.Attached(id), new SessionEvent.Used(id, stamp(random.nextInt(100))),
                new SessionEvent.Alerted(id, index, random.nextInt(8)), new SessionEvent.Relocated(id, "/" + word()),
                new SessionEvent.Furnished(id, Map.of("DISPLAY", word())), new SessionEvent.Grouped(id, ""),
                new SessionEvent.Swapped(id, index, id, any(List.copyOf(session.windows().keySet()))),
                new SessionEvent.Linked(id, session.freeIndex(3), window().id()), rearranged(session))));
        if (session.windows().size() > 1) {
            add(new SessionEvent.Unlinked(id, session.windows().lastKey()));
        }
    }

    private static Event rearranged(Session session) {
        var windows = new TreeMap<Integer, WindowId>();
        session.windows().values().forEach(window -> windows.put(windows.size() * 2, window));
        return new SessionEvent.Arranged(session.id(), windows, windows.lastKey(), List.of(windows.firstKey()));
    }

    private void windowEvent() {
        var window = window();
        var id = window.id();
        add(any(List.<Event>of(new WindowEvent.Renamed(id, word()),
                new WindowEvent.PaneSelected(id, any(window.panes())),
                new WindowEvent.Zoomed(id, random.nextBoolean()),
                new WindowEvent.Remembered(id, window.last()),
                new WindowEvent.Ordered(id, window.panes().reversed()),
                new WindowEvent.SizeChosen(id, new Size(1 + random.nextInt(90), 1 + random.nextInt(30))),
                new WindowEvent.LayoutChosen(id, random.nextInt(7), LayoutString.of(window.layout())),
                new WindowEvent.LaidOut(id, window.layout().resized(new Size(30 + random.nextInt(60), 20))),
                new WindowEvent.LaidOut(id, floated(window)))));
    }

    private Layout floated(Window window) {
        var layout = window.layout();
        var pane = any(window.panes());
        boolean possible = layout.floats(pane) || layout.tiled().size() > 1;
        return possible
                ? layout.floated(pane, new Rectangle(random.nextInt(40), random.nextInt(20), 1 + random.nextInt(40), 9))
                : layout;
    }

    private void paneEvent() {
        var id = pane();
        var pane = mux.pane(id);
        int run = pane.run();
        add(any(List.<Event>of(new PaneEvent.Started(id, run, random.nextInt(9999), "/dev/pts/" + random.nextInt(9)),
                new PaneEvent.Exited(id, run, random.nextInt(3), random.nextInt(16), random.nextBoolean()),
                new PaneEvent.RunBegan(id, run + 1, launch(), random.nextBoolean() ? "" : "-- back --"),
                new PaneEvent.Held(id, run, "-- held --"), new PaneEvent.Expired(id),
                new PaneEvent.OutputLost(id, random.nextInt(1000)), new PaneEvent.Retitled(id, word()),
                new PaneEvent.HistoryCleared(id), new PaneEvent.Trimmed(id), new PaneEvent.Reset(id),
                new PaneEvent.Forgotten(id),
                new PaneEvent.OffTheRecord(id, "-- off --"),
                new PaneEvent.Moved(id, pane.window()),
                new PaneEvent.Located(id, "/" + word(), word()),
                new PaneEvent.InputEnabled(id, random.nextBoolean()),
                new PaneEvent.BarShown(id, random.nextBoolean()))));
    }

    private void optionEvent() {
        var holder = any(List.of(new OptionEvent.Holder.Server(), new OptionEvent.Holder.AllSessions(),
                new OptionEvent.Holder.AllWindows(), new OptionEvent.Holder.OfSession(session().id()),
                new OptionEvent.Holder.OfWindow(window().id()), new OptionEvent.Holder.OfPane(pane())));
        var items = new TreeMap<Integer, String>(Map.of(random.nextInt(5), word()));
        add(any(List.<Event>of(new OptionEvent.Assigned(holder, "@" + word(), new OptionValue.Text(word())),
                new OptionEvent.Assigned(holder, "@" + word(), new OptionValue.Items(items)),
                new OptionEvent.Assigned(new OptionEvent.Holder.AllWindows(), "pane-border-status",
                        new OptionValue.Text(any(List.of("off", "top", "bottom")))),
                new OptionEvent.Assigned(new OptionEvent.Holder.AllWindows(), "pane-scrollbars",
                        new OptionValue.Text(any(List.of("off", "modal", "on")))),
                new OptionEvent.Removed(holder, "@" + word()))));
    }

    private void otherEvent() {
        var key = Key.of('a' + random.nextInt(26));
        String buffer = mux.buffers().nextName();
        var session = random.nextBoolean() ? Optional.of(session().id()) : Optional.<SessionId>empty();
        byte[] bytes = word().getBytes(StandardCharsets.UTF_8);
        add(any(List.<Event>of(new KeyEvent.Bound("root", key, new Binding(word(), "", random.nextBoolean())),
                new KeyEvent.Unbound("prefix", key), new KeyEvent.TableRemoved(word()),
                new BufferEvent.Filled(random.nextBoolean() ? buffer : word(), bytes, true, stamp(1)),
                new EnvironmentEvent.Assigned(session, word(), word(), random.nextBoolean()),
                new EnvironmentEvent.Withheld(session, word()), new EnvironmentEvent.Forgotten(session, word()),
                new ServerEvent.Marked(pane()), new ServerEvent.Unmarked(),
                new ServerEvent.Booted(word()), new ServerEvent.ForgettingEnded(1 + random.nextInt(3)),
                new ServerEvent.ForgettingBegan(mux.continuity().nextForgetting(), List.of(pane())),
                new ServerEvent.Numbered(90 + events.size(), 90 + events.size(), 90 + events.size(), events.size()),
                new ServerEvent.Extension(200 + random.nextInt(4), 1, bytes))));
        mux.buffers().top().ifPresent(top -> add(any(List.<Event>of(new BufferEvent.Appended(top.name(), bytes),
                new BufferEvent.Renamed(top.name(), "named" + events.size()), new BufferEvent.Removed(top.name())))));
    }
}
