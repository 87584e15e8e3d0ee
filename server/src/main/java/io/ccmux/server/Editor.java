package io.ccmux.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.OptionEvent.Holder;

/**
 * The user's editor, from {@code VISUAL} or {@code EDITOR} of the server's environment: the option {@code editor}, and
 * vi's keys for those whose editor is called so. As tmux has it, but what is set already stays: options outlive a
 * server here.
 */
record Editor(String command) {
    static Editor of(Map<String, String> environment) {
        return new Editor(environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "")));
    }

    /** The events by which options that nobody has set follow the editor. */
    List<Event> events(Mux mux) {
        var events = new ArrayList<Event>();
        if (command.isEmpty()) {
            return events;
        }
        set(new Holder.Server(), mux.serverOptions(), "editor", command, events);
        if (command.substring(command.lastIndexOf('/') + 1).contains("vi")) {
            set(new Holder.AllSessions(), mux.sessionOptions(), "status-keys", "vi", events);
            set(new Holder.AllWindows(), mux.windowOptions(), "mode-keys", "vi", events);
        }
        return events;
    }

    private static void set(Holder holder, Options options, String name, String value, List<Event> events) {
        if (!options.own().containsKey(name)) {
            events.add(new OptionEvent.Assigned(holder, name, new OptionValue.Text(value)));
        }
    }
}
