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

    List<Event> events() {
        var events = new ArrayList<Event>(unknown);
        states.forEach(state -> state.records().forEach(record -> events.add(new ServerEvent.Extended(record))));
        return events;
    }
}
