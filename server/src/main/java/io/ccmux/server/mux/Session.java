package io.ccmux.server.mux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ccmux.config.Options;

/** A numbered list of windows under a name, one of them current; what a client attaches to. */
public final class Session {
    public static final int BELL = 1;
    public static final int ACTIVITY = 2;
    public static final int SILENCE = 4;

    private final SessionId id;
    private final long createdMicros;
    private final SortedMap<Integer, WindowId> windows = new TreeMap<>();
    private final SortedMap<Integer, Integer> alerts = new TreeMap<>();
    private final Deque<Integer> last = new ArrayDeque<>();
    private final Environment environment = new Environment();
    private String name;
    private String directory;
    private String group;
    private int current = -1;
    private long attachedMicros;
    private Options options;

    Session(SessionEvent.Created created, Options options) {
        this.id = created.session();
        this.name = created.name();
        this.directory = created.directory();
        this.createdMicros = created.createdMicros();
        this.group = created.group();
        this.options = options;
    }

    public SessionId id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Where new windows start, an absolute path. */
    public String directory() {
        return directory;
    }

    /** The name of the group of sessions that share their windows, or empty. */
    public String group() {
        return group;
    }

    public long createdMicros() {
        return createdMicros;
    }

    /** When a client last attached, or 0. */
    public long attachedMicros() {
        return attachedMicros;
    }

    public Options options() {
        return options;
    }

    public Environment environment() {
        return environment;
    }

    /** Index to window, in order. */
    public SortedMap<Integer, WindowId> windows() {
        return Collections.unmodifiableSortedMap(windows);
    }

    /** The index of the current window; there is one whenever there is a window. */
    public int current() {
        return current;
    }

    public Optional<WindowId> currentWindow() {
        return window(current);
    }

    public Optional<WindowId> window(int index) {
        return Optional.ofNullable(windows.get(index));
    }

    /** Where the window stands: the current index if it is there, else the first. */
    public Optional<Integer> index(WindowId window) {
        if (window.equals(windows.get(current))) {
            return Optional.of(current);
        }
        return windows.entrySet().stream().filter(entry -> entry.getValue().equals(window)).map(SortedMap.Entry::getKey)
                .findFirst();
    }

    /** Indexes that were current before, the latest first. */
    public List<Integer> last() {
        return List.copyOf(last);
    }

    /** A set of {@link #BELL}, {@link #ACTIVITY} and {@link #SILENCE}. */
    public int alerts(int index) {
        return alerts.getOrDefault(index, 0);
    }

    /** The lowest free index from {@code base} on. */
    public int freeIndex(int base) {
        int index = base;
        while (windows.containsKey(index)) {
            index++;
        }
        return index;
    }

    // ---- changes, for Mux alone ------------------------------------------------------------

    void rename(String other) {
        name = other;
    }

    void relocate(String other) {
        directory = other;
    }

    void group(String other) {
        group = other;
    }

    void options(Options other) {
        options = other;
    }

    void attached(long micros) {
        attachedMicros = micros;
    }

    void link(int index, WindowId window) {
        windows.put(index, window);
        if (current < 0) {
            current = index;
        }
    }

    /** Takes a window out; if it was current, the latest other one is. */
    void unlink(int index) {
        windows.remove(index);
        alerts.remove(index);
        last.remove(index);
        if (index == current) {
            current = last.isEmpty() ? neighbour(windows, index) : last.removeFirst();
        }
    }

    /** The index before, around the beginning. */
    private static int neighbour(SortedMap<Integer, WindowId> among, int index) {
        if (among.isEmpty()) {
            return -1;
        }
        var before = among.headMap(index);
        return before.isEmpty() ? among.lastKey() : before.lastKey();
    }

    void select(int index) {
        if (index != current) {
            last.remove(index);
            if (current >= 0) {
                last.remove(current);
                last.addFirst(current);
            }
            current = index;
        }
        alerts.remove(index);
    }

    /** Takes over a list of windows, made for this session or for another one of its group. */
    void take(SessionEvent.Arranged arranged) {
        if (id.equals(arranged.session())) {
            arrange(arranged.windows(), arranged.current(), arranged.last());
        } else {
            follow(arranged.windows());
        }
    }

    /** Alerts stay with their windows. */
    private void arrange(SortedMap<Integer, WindowId> others, int nowCurrent, List<Integer> before) {
        var alerted = new TreeMap<Integer, Integer>();
        alerts.forEach((index, flags) -> moved(index, others).ifPresent(place -> alerted.put(place, flags)));
        alerts.clear();
        alerts.putAll(alerted);
        windows.clear();
        windows.putAll(others);
        current = nowCurrent;
        last.clear();
        last.addAll(before);
    }

    /**
     * What was and is current stays with its windows where only gaps were closed, else at its index, as tmux copies
     * lists within a group.
     */
    private void follow(SortedMap<Integer, WindowId> others) {
        boolean renumbered = List.copyOf(windows.values()).equals(List.copyOf(others.values()));
        var before = last.stream().map(index -> renumbered ? moved(index, others) : Optional.of(index))
                .flatMap(Optional::stream).filter(others::containsKey).distinct().toList();
        int stays = renumbered ? moved(current, others).orElse(current) : current;
        int now = others.containsKey(stays)
                ? stays
                : before.stream().findFirst().orElseGet(() -> neighbour(others, stays));
        arrange(others, now, before.stream().filter(index -> index != now).toList());
    }

    /** Where the window at an index is in another list. */
    private Optional<Integer> moved(int index, SortedMap<Integer, WindowId> others) {
        var window = windows.get(index);
        if (window == null || window.equals(others.get(index))) {
            return Optional.ofNullable(window).map(same -> index);
        }
        return others.entrySet().stream().filter(entry -> entry.getValue().equals(window)).map(Map.Entry::getKey)
                .findFirst();
    }

    void alert(int index, int flags) {
        if (flags == 0) {
            alerts.remove(index);
        } else {
            alerts.put(index, flags);
        }
    }

    /** The fewest events that make this session again; its windows must be there. */
    List<Event> events() {
        var events = new ArrayList<Event>();
        events.add(new SessionEvent.Arranged(id, new TreeMap<>(windows), current, last()));
        alerts.forEach((index, flags) -> events.add(new SessionEvent.Alerted(id, index, flags)));
        events.addAll(environment.events(Optional.of(id)));
        if (attachedMicros > 0) {
            events.add(new SessionEvent.Used(id, attachedMicros));
        }
        return events;
    }

    SessionEvent.Created created() {
        return new SessionEvent.Created(id, name, directory, createdMicros, group);
    }
}
