package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;

/** What extensions have in the state: the states of those that are here, and the records of those that are not. */
final class Extensions {
    private final List<ExtensionState> states;
    private final List<ServerEvent.Extension> unknown = new ArrayList<>();

    Extensions(List<ExtensionState> states) {
        this.states = List.copyOf(states);
    }

    void keep(ServerEvent.Extension record) {
        unknown.add(record);
    }

    void apply(Object record, long micros) {
        states.stream().filter(state -> state.takes(record)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no extension takes " + record.getClass().getName()))
                .apply(record, micros);
    }

    /** These events, and after them what extensions want remembered because of them. */
    List<Event> with(List<Event> events, long micros) {
        if (states.isEmpty()) {
            return events;
        }
        var all = new ArrayList<>(events);
        for (var event : events) {
            states.forEach(state -> state.remember(event, micros)
                    .forEach(record -> all.add(new ServerEvent.Extended(record))));
        }
        return all;
    }

    List<Event> events() {
        var events = new ArrayList<Event>(unknown);
        states.forEach(state -> state.records().forEach(record -> events.add(new ServerEvent.Extended(record))));
        return events;
    }
}
