package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one server leaves to the next besides what users made: the boot of the machine that it ran in, and what it was
 * to forget and had not finished forgetting.
 */
public final class Continuity {
    private String boot = "";
    private final SortedMap<Integer, List<PaneId>> forgettings = new TreeMap<>();

    /** Names the boot of the machine that the last server ran in, or empty. */
    public String boot() {
        return boot;
    }

    /** Whether the machine has been started anew since: no process of then lives, whoever has its number now. */
    public boolean rebooted(String now) {
        return !boot.isEmpty() && !now.isEmpty() && !boot.equals(now);
    }

    /** What is being forgotten, by number: panes, or all there ever was if none are named. */
    public SortedMap<Integer, List<PaneId>> forgettings() {
        return Collections.unmodifiableSortedMap(forgettings);
    }

    /** The number of the next one. */
    public int nextForgetting() {
        return forgettings.isEmpty() ? 1 : forgettings.lastKey() + 1;
    }

    void apply(ServerEvent.Continued event) {
        switch (event) {
            case ServerEvent.Booted booted -> boot = booted.boot();
            case ServerEvent.ForgettingBegan(int number, var panes) -> forgettings.put(number, panes);
            case ServerEvent.ForgettingEnded(int number) -> forgettings.remove(number);
        }
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        if (!boot.isEmpty()) {
            events.add(new ServerEvent.Booted(boot));
        }
        forgettings.forEach((number, panes) -> events.add(new ServerEvent.ForgettingBegan(number, panes)));
        return events;
    }
}
