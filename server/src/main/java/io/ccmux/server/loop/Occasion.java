package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.WindowId;

/**
 * Something that happened, under the name that tmux has for it: hooks of that name are run, and clients in control mode
 * are told.
 *
 * @param names what the things that it concerns were called then: they may be gone by the time it is told
 * @param quiet whether a hook itself brought it about: then no hook runs for it
 */
record Occasion(String name, Optional<SessionId> session, Optional<WindowId> window, Optional<PaneId> pane,
        Names names, boolean quiet) {
    /** Names of what an occasion concerns, each empty if it concerns no such thing. */
    record Names(String session, String window, String client, String buffer) {
        static final Names NONE = new Names("", "", "", "");
    }

    static Occasion of(String name) {
        return new Occasion(name, Optional.empty(), Optional.empty(), Optional.empty(), Names.NONE, false);
    }

    static Occasion of(String name, Mux mux, SessionId session) {
        String called = mux.find(session).map(held -> held.name()).orElse("");
        return new Occasion(name, Optional.of(session), Optional.empty(), Optional.empty(),
                new Names(called, "", "", ""), false);
    }

    static Occasion of(String name, Mux mux, WindowId window) {
        return of(name).with(window, mux.find(window).map(held -> held.name()).orElse(""));
    }

    static Occasion of(String name, PaneId pane) {
        return new Occasion(name, Optional.empty(), Optional.empty(), Optional.of(pane), Names.NONE, false);
    }

    Occasion with(WindowId other, String called) {
        return new Occasion(name, session, Optional.of(other), pane,
                new Names(names.session(), called, names.client(), names.buffer()), quiet);
    }

    Occasion client(String called) {
        return new Occasion(name, session, window, pane,
                new Names(names.session(), names.window(), called, names.buffer()), quiet);
    }

    Occasion buffer(String called) {
        return new Occasion(name, session, window, pane,
                new Names(names.session(), names.window(), names.client(), called), quiet);
    }

    Occasion silenced() {
        return new Occasion(name, session, window, pane, names, true);
    }

    /** What formats of its hook can tell of it. */
    Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("hook", name);
        if (!names.client().isEmpty()) {
            variables.put("hook_client", names.client());
        }
        session.ifPresent(id -> {
            variables.put("hook_session", id.toString());
            variables.put("hook_session_name", names.session());
        });
        window.ifPresent(id -> {
            variables.put("hook_window", id.toString());
            variables.put("hook_window_name", names.window());
        });
        pane.ifPresent(id -> variables.put("hook_pane", id.toString()));
        return variables;
    }
}
