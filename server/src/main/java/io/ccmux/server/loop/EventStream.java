package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ccmux.server.format.JsonLines;

/** The callers of {@code events}: each is told what happens, a line at a time, until it goes away. */
final class EventStream {
    private record Listener(CommandQueue queue, boolean json) {}

    private final Core core;
    private final Answers answers;
    private final List<Listener> listeners = new ArrayList<>();

    EventStream(Core core, Answers answers) {
        this.core = core;
        this.answers = answers;
    }

    void begin(CommandQueue queue, boolean json) {
        listeners.add(new Listener(queue, json));
    }

    void tell(Occasion occasion) {
        if (listeners.isEmpty()) {
            return;
        }
        listeners.removeIf(listener -> core.clients().find(listener.queue().origin().client()).isEmpty());
        var members = members(occasion);
        listeners.forEach(listener -> answers.print(listener.queue(), (listener.json()
                ? JsonLines.object(members)
                : members.values().stream().skip(1).collect(Collectors.joining(" "))) + "\n"));
    }

    private Map<String, String> members(Occasion occasion) {
        var members = new LinkedHashMap<String, String>();
        members.put("time_ms", Long.toString(core.outside().micros() / 1_000));
        members.put("event", occasion.name());
        occasion.session().ifPresent(id -> members.put("session_id", id.toString()));
        put(members, "session_name", occasion.names().session());
        occasion.window().ifPresent(id -> members.put("window_id", id.toString()));
        put(members, "window_name", occasion.names().window());
        occasion.pane().ifPresent(id -> members.put("pane_id", id.toString()));
        put(members, "client_name", occasion.names().client());
        put(members, "buffer_name", occasion.names().buffer());
        return members;
    }

    private static void put(Map<String, String> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }
}
