package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.ccmux.config.Options;
import io.ccmux.server.input.KeyTables;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * The whole state that the journal remembers: sessions, windows, panes with their terminals, options, keys, buffers.
 *
 * <p>Nothing changes it but {@link #apply}, and applying reads nothing but the event, its stamp and this state. So
 * {@code apply} over the journal is recovery, and {@link #events()}, the fewest events that make this state again, are
 * a checkpoint: for any history and any cut, applying {@code events()} of the first part and then the rest gives what
 * applying the whole gives.
 */
public final class Mux {
    private final TerminalSettings terminalSettings;
    private final SortedMap<SessionId, Session> sessions = new TreeMap<>();
    private final SortedMap<WindowId, Window> windows = new TreeMap<>();
    private final SortedMap<PaneId, Pane> panes = new TreeMap<>();
    private final Buffers buffers = new Buffers();
    private final Environment environment = new Environment();
    private final Continuity continuity = new Continuity();
    final Extensions extensions;
    private final OptionStore options;
    private final KeyTables defaultKeys;
    private KeyTables keys;
    private Optional<PaneId> marked = Optional.empty();
    private int nextSession;
    private int nextWindow;
    private int nextPane;

    /**
     * An empty state.
     *
     * @param terminalSettings what is alike in all terminals; each gets its own history limit
     * @param defaultKeys      what keys do until the user binds them
     */
    public Mux(TerminalSettings terminalSettings, KeyTables defaultKeys) {
        this(terminalSettings, defaultKeys, List.of());
    }

    /** An empty state, with what extensions add to it, empty too. */
    public Mux(TerminalSettings terminalSettings, KeyTables defaultKeys, List<ExtensionState> added) {
        this.extensions = new Extensions(added);
        this.terminalSettings = terminalSettings;
        this.defaultKeys = defaultKeys;
        this.keys = defaultKeys;
        this.options = new OptionStore(sessions, windows, panes);
    }

    /** These events, and after them what extensions want remembered because of them. */
    public List<Event> extended(List<Event> events, long micros) {
        return extensions.with(events, micros);
    }

    public Collection<Session> sessions() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    public Collection<Window> windows() {
        return Collections.unmodifiableCollection(windows.values());
    }

    public Collection<Pane> panes() {
        return Collections.unmodifiableCollection(panes.values());
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    public Optional<Window> find(WindowId id) {
        return Optional.ofNullable(windows.get(id));
    }

    public Optional<Pane> find(PaneId id) {
        return Optional.ofNullable(panes.get(id));
    }

    /** A session that is known to be there. */
    public Session session(SessionId id) {
        return find(id).orElseThrow(missing("session", id));
    }

    /** A window that is known to be there. */
    public Window window(WindowId id) {
        return find(id).orElseThrow(missing("window", id));
    }

    /** A pane that is known to be there. */
    public Pane pane(PaneId id) {
        return find(id).orElseThrow(missing("pane", id));
    }

    private static Supplier<IllegalStateException> missing(String what, Object id) {
        return () -> new IllegalStateException("no such " + what + ": " + id);
    }

    public Optional<Session> sessionNamed(String name) {
        return sessions.values().stream().filter(session -> session.name().equals(name)).findFirst();
    }

    /** The sessions that hold a window, in the order of their ids. */
    public List<Session> holders(WindowId window) {
        return sessions.values().stream().filter(session -> session.windows().containsValue(window)).toList();
    }

    /** The sessions that share their windows with this one, itself among them. */
    public List<Session> group(Session session) {
        return session.group().isEmpty()
                ? List.of(session)
                : sessions.values().stream().filter(other -> other.group().equals(session.group())).toList();
    }

    public Options serverOptions() {
        return options.server();
    }

    public Options sessionOptions() {
        return options.allSessions();
    }

    public Options windowOptions() {
        return options.allWindows();
    }

    public KeyTables keys() {
        return keys;
    }

    /** What keys do until the user binds them. */
    public KeyTables defaultKeys() {
        return defaultKeys;
    }

    public Buffers buffers() {
        return buffers;
    }

    public Environment environment() {
        return environment;
    }

    public Continuity continuity() {
        return continuity;
    }

    public Optional<PaneId> marked() {
        return marked;
    }

    public SessionId nextSession() {
        return new SessionId(nextSession);
    }

    public WindowId nextWindow() {
        return new WindowId(nextWindow);
    }

    public PaneId nextPane() {
        return new PaneId(nextPane);
    }

    /** Where a pane of a window is drawn: its cell, less the line of its status and its scrollbar, if it has them. */
    public Rectangle area(Window window, PaneId pane) {
        return PaneArea.of(window, pane(pane));
    }

    /**
     * Makes an event part of the state.
     *
     * @param micros the event's stamp, microseconds since 1970
     * @return what it brought to light, in order
     */
    public List<Notice> apply(Event event, long micros) {
        return switch (event) {
            case PaneEvent.Output output -> feed(output, micros);
            case PaneEvent pane -> applyPane(pane, micros);
            case WindowEvent window -> applyWindow(window);
            case SessionEvent session -> applySession(session, micros);
            case OptionEvent option -> applyOption(option);
            case KeyEvent key -> {
                keys = key.on(keys);
                yield List.of();
            }
            case BufferEvent buffer -> {
                buffers.apply(buffer);
                yield List.of(new Notice.Redraw());
            }
            case EnvironmentEvent variable -> {
                variable.session().map(id -> session(id).environment()).orElse(environment).apply(variable);
                yield List.of(new Notice.Redraw());
            }
            case ServerEvent server -> applyServer(server, micros);
        };
    }

    private List<Notice> feed(PaneEvent.Output output, long micros) {
        var pane = pane(output.pane());
        boolean alternate = pane.alternate();
        HistoryBudget.feed(output, micros, pane, panes.values());
        return pane.alternate() == alternate ? pane.takeNotices() : fitted(pane);
    }

    private List<Notice> applyPane(PaneEvent event, long micros) {
        if (event instanceof PaneEvent.Opened opened) {
            return open(opened);
        }
        if (event instanceof PaneEvent.Closed closed) {
            return close(closed.pane());
        }
        var pane = pane(event.pane());
        boolean alternate = pane.alternate();
        boolean bar = pane.barShown();
        pane.apply(event, micros);
        if (event instanceof PaneEvent.Moved moved) {
            pane.options(pane.options().over(window(moved.window()).options()));
            options.obey(pane);
        }
        return pane.alternate() == alternate && pane.barShown() == bar ? pane.takeNotices() : fitted(pane);
    }

    /** What the pane has to say, and what came of its having a scrollbar now, or none any more. */
    private List<Notice> fitted(Pane pane) {
        var notices = new ArrayList<>(pane.takeNotices());
        notices.addAll(PaneArea.fit(window(pane.window()), panes));
        return notices;
    }

    private List<Notice> open(PaneEvent.Opened opened) {
        var settings = terminalSettings.withHistoryLimit(opened.historyLimit());
        var pane = new Pane(opened, settings, Options.EMPTY.over(window(opened.window()).options()));
        panes.put(opened.pane(), pane);
        options.obey(pane);
        nextPane = Math.max(nextPane, opened.pane().number() + 1);
        return List.of();
    }

    private List<Notice> close(PaneId id) {
        panes.remove(id);
        if (marked.equals(Optional.of(id))) {
            marked = Optional.empty();
        }
        return List.of(new Notice.PaneClosed(id));
    }

    private List<Notice> applyWindow(WindowEvent event) {
        switch (event) {
            case WindowEvent.Created created -> {
                windows.put(created.window(), new Window(created, Options.EMPTY.over(options.allWindows())));
                nextWindow = Math.max(nextWindow, created.window().number() + 1);
            }
            case WindowEvent.Renamed renamed -> window(renamed.window()).rename(renamed.name());
            case WindowEvent.LaidOut laidOut -> {
                window(laidOut.window()).layOut(laidOut.layout());
                return PaneArea.fit(window(laidOut.window()), panes);
            }
            case WindowEvent.Ordered ordered -> window(ordered.window()).order(ordered.panes());
            case WindowEvent.PaneSelected selected -> {
                window(selected.window()).select(selected.pane());
                return PaneArea.fit(window(selected.window()), panes);
            }
            case WindowEvent.Remembered remembered -> window(remembered.window()).remember(remembered.last());
            case WindowEvent.Zoomed zoomed -> {
                window(zoomed.window()).zoom(zoomed.zoomed());
                return PaneArea.fit(window(zoomed.window()), panes);
            }
            case WindowEvent.SizeChosen chosen -> window(chosen.window()).choose(chosen.size());
            case WindowEvent.LayoutChosen chosen -> window(chosen.window()).choose(chosen);
        }
        return List.of(new Notice.Redraw());
    }

    private List<Notice> applySession(SessionEvent event, long micros) {
        switch (event) {
            case SessionEvent.Created created -> {
                sessions.put(created.session(), new Session(created, Options.EMPTY.over(options.allSessions())));
                nextSession = Math.max(nextSession, created.session().number() + 1);
            }
            case SessionEvent.Closed closed -> {
                return closeSession(session(closed.session()));
            }
            case SessionEvent.Linked linked ->
                group(session(linked.session())).forEach(member -> member.link(linked.index(), linked.window()));
            case SessionEvent.Unlinked unlinked -> {
                var before = held(session(unlinked.session()));
                group(session(unlinked.session())).forEach(member -> member.unlink(unlinked.index()));
                return closeUnheld(before);
            }
            case SessionEvent.Arranged arranged -> {
                var before = held(session(arranged.session()));
                group(session(arranged.session())).forEach(member -> member.take(arranged));
                return closeUnheld(before);
            }
            case SessionEvent.Swapped swapped -> swap(swapped);
            case SessionEvent.Renamed renamed -> session(renamed.session()).rename(renamed.name());
            case SessionEvent.Selected selected -> session(selected.session()).select(selected.index());
            case SessionEvent.Attached attached -> session(attached.session()).attached(micros);
            case SessionEvent.Used used -> session(used.session()).attached(used.attachedMicros());
            case SessionEvent.Alerted alerted -> session(alerted.session()).alert(alerted.index(), alerted.alerts());
            case SessionEvent.Relocated relocated -> session(relocated.session()).relocate(relocated.directory());
            case SessionEvent.Grouped grouped -> session(grouped.session()).group(grouped.group());
            case SessionEvent.Furnished furnished -> furnished.environment().forEach((name, value) -> session(furnished
                    .session()).environment().apply(
                            new EnvironmentEvent.Assigned(Optional.of(furnished.session()), name, value, false)));
        }
        return List.of(new Notice.Redraw());
    }

    private void swap(SessionEvent.Swapped swapped) {
        var here = session(swapped.session());
        var there = session(swapped.other());
        var one = here.window(swapped.index()).orElseThrow();
        var other = there.window(swapped.otherIndex()).orElseThrow();
        group(here).forEach(member -> member.link(swapped.index(), other));
        group(there).forEach(member -> member.link(swapped.otherIndex(), one));
    }

    private List<Notice> closeSession(Session session) {
        var before = held(session);
        sessions.remove(session.id());
        var notices = closeUnheld(before);
        notices.addFirst(new Notice.SessionClosed(session.id(), session.name(), session.options()));
        return notices;
    }

    /** The windows that a session and its group hold. */
    private Collection<WindowId> held(Session session) {
        return group(session).stream().flatMap(one -> one.windows().values().stream()).distinct().sorted().toList();
    }

    /** Of windows that were held, those go that no session holds any more, with the panes that have not moved. */
    private List<Notice> closeUnheld(Collection<WindowId> before) {
        var notices = new ArrayList<Notice>(List.of(new Notice.Redraw()));
        for (var window : before) {
            if (holders(window).isEmpty()) {
                panes.values().stream().filter(pane -> pane.window().equals(window)).map(Pane::id).toList()
                        .forEach(pane -> notices.addAll(close(pane)));
                windows.remove(window);
                notices.add(new Notice.WindowClosed(window));
            }
        }
        return notices;
    }

    private List<Notice> applyOption(OptionEvent event) {
        options.apply(event);
        return PaneArea.dependsOn(event.name())
                ? windows.values().stream().flatMap(window -> PaneArea.fit(window, panes).stream()).toList()
                : List.of(new Notice.Redraw());
    }

    private List<Notice> applyServer(ServerEvent event, long micros) {
        switch (event) {
            case ServerEvent.Numbered numbered -> {
                nextSession = numbered.nextSession();
                nextWindow = numbered.nextWindow();
                nextPane = numbered.nextPane();
                buffers.next(numbered.nextBuffer());
            }
            case ServerEvent.Marked mark -> marked = Optional.of(mark.pane());
            case ServerEvent.Unmarked unmarked -> marked = Optional.empty();
            case ServerEvent.Booted booted -> {
                continuity.apply(booted);
                panes.values().forEach(Pane::rebooted);
            }
            case ServerEvent.Continued continued -> continuity.apply(continued);
            case ServerEvent.Extension unknown -> extensions.keep(unknown);
            case ServerEvent.Extended(var record) -> extensions.apply(record, micros);
        }
        return List.of(new Notice.Redraw());
    }

    /** The fewest events that make this state again from an empty one. Equal states give equal events. */
    public List<Event> events() {
        return new MuxImage(this).events();
    }

    /** The same of the state as it is now, whatever becomes of it; cheap to take, and walked by any one thread. */
    public Iterator<Event> image() {
        return new MuxImage(this);
    }

    ServerEvent.Numbered numbered() {
        return new ServerEvent.Numbered(nextSession, nextWindow, nextPane, buffers.next());
    }
}
