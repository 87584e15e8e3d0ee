package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowId;

/** The windows of a session while they are moved about; {@link #arranged()} is the event that makes it so. */
final class WindowList {
    private static final int NONE = -1;

    private final Session session;
    private final SortedMap<Integer, WindowId> windows;
    private final List<Integer> last;
    private int current;

    WindowList(Session session) {
        this.session = session;
        this.windows = new TreeMap<>(session.windows());
        this.last = new ArrayList<>(session.last());
        this.current = session.current();
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    /** Takes a window out. The one last current takes its place, else the one before it, around the beginning. */
    void remove(int index) {
        windows.remove(index);
        last.remove((Integer) index);
        if (index == current && !windows.isEmpty()) {
            var before = windows.headMap(index);
            current = !last.isEmpty()
                    ? last.removeFirst()
                    : before.isEmpty() ? windows.lastKey() : before.lastKey();
        }
    }

    /** Takes a window out to put another one in its place. If it was current, none is until one is selected. */
    void clear(int index) {
        windows.remove(index);
        last.remove((Integer) index);
        current = index == current ? NONE : current;
    }

    boolean hasCurrent() {
        return current != NONE;
    }

    void put(int index, WindowId window) {
        windows.put(index, window);
    }

    void select(int index) {
        if (index != current) {
            last.remove((Integer) index);
            if (hasCurrent()) {
                last.addFirst(current);
            }
            current = index;
        }
    }

    /**
     * Frees an index by moving what is there, and what stands in the way of that, one place up.
     *
     * @return the index before which all from the freed one on were moved
     */
    int makeRoom(int index) {
        int free = index;
        while (windows.containsKey(free)) {
            free++;
        }
        for (int at = free; at > index; at--) {
            move(at - 1, at);
        }
        return free;
    }

    private void move(int from, int to) {
        windows.put(to, windows.remove(from));
        last.replaceAll(index -> index == from ? to : index);
        current = current == from ? to : current;
    }

    /** Closes the gaps between indexes, from {@code base} on. Returns whether there were any. */
    boolean renumber(int base) {
        var before = List.copyOf(windows.keySet());
        var places = new TreeMap<Integer, Integer>();
        before.forEach(index -> places.put(index, base + places.size()));
        var moved = new TreeMap<Integer, WindowId>();
        windows.forEach((index, window) -> moved.put(places.get(index), window));
        windows.clear();
        windows.putAll(moved);
        last.replaceAll(places::get);
        current = places.getOrDefault(current, current);
        return !before.equals(List.copyOf(windows.keySet()));
    }

    SessionEvent.Arranged arranged() {
        return new SessionEvent.Arranged(session.id(), new TreeMap<>(windows), current, List.copyOf(last));
    }
}
