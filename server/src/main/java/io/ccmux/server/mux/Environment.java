package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Variables for new panes, of all sessions or of one, by name. */
public final class Environment {
    /** What is known of a variable: a value, or (empty) that panes shall not get it. */
    public record Variable(Optional<String> value, boolean hidden) {}

    private final SortedMap<String, Variable> variables = new TreeMap<>();

    public SortedMap<String, Variable> variables() {
        return Collections.unmodifiableSortedMap(variables);
    }

    public Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    void apply(EnvironmentEvent event) {
        switch (event) {
            case EnvironmentEvent.Assigned set ->
                variables.put(set.name(), new Variable(Optional.of(set.value()), set.hidden()));
            case EnvironmentEvent.Withheld withheld ->
                variables.put(withheld.name(), new Variable(Optional.empty(), false));
            case EnvironmentEvent.Forgotten forgotten -> variables.remove(forgotten.name());
        }
    }

    List<Event> events(Optional<SessionId> session) {
        var events = new ArrayList<Event>();
        variables.forEach((name, variable) -> events.add(variable.value()
                .<Event>map(value -> new EnvironmentEvent.Assigned(session, name, value, variable.hidden()))
                .orElseGet(() -> new EnvironmentEvent.Withheld(session, name))));
        return events;
    }
}
