package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Glob;
import io.ccmux.server.mux.Environment;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;

/** How the calling client comes to show a session: it attaches, or switches if it is attached already. */
final class Attaching {
    /**
     * What goes with it.
     *
     * @param detachOthers      the session's other clients are let go
     * @param hangUpOthers      and their parents get SIGHUP
     * @param keepsEnvironment  the session takes no variables from the client
     * @param flags             for the client, such as {@code read-only}
     */
    record Terms(boolean detachOthers, boolean hangUpOthers, boolean keepsEnvironment, List<String> flags) {}

    private static final Environment.Variable WITHHELD = new Environment.Variable(Optional.empty(), false);

    private final Scene scene;

    Attaching(Scene scene) {
        this.scene = scene;
    }

    /** @throws CommandException if the caller cannot show a session where it is */
    void check(Mux mux) throws CommandException {
        if (scene.attached().isPresent()) {
            return;
        }
        String terminal = scene.caller().terminal();
        boolean nested = !terminal.isEmpty() && scene.environment().containsKey("CCMUX")
                && mux.panes().stream().anyMatch(pane -> pane.device().equals(terminal) && !pane.dead());
        if (nested) {
            throw new CommandException("sessions should be nested with care, unset $CCMUX to force");
        }
        if (terminal.isEmpty() && !scene.caller().controlMode()) {
            throw new CommandException("open terminal failed: not a terminal");
        }
    }

    /** The calling client shows a session that is there. */
    Decision to(Session session, Terms terms) {
        var events = new ArrayList<Event>();
        if (session.alerts(session.current()) != 0) {
            events.add(new SessionEvent.Alerted(session.id(), session.current(), 0));
        }
        if (!terms.keepsEnvironment()) {
            events.addAll(environment(session.id(), session.environment().variables(),
                    session.options().array("update-environment").values()));
        }
        var decision = Decision.of(events);
        if (terms.detachOthers() || terms.hangUpOthers()) {
            for (var other : scene.clients()) {
                if (other.session().equals(Optional.of(session.id())) && !other.id().equals(scene.caller().id())) {
                    decision = decision.and(new Effect.Detach(other.id(), terms.hangUpOthers(), ""));
                }
            }
        }
        return decision.and(show(session.id(), terms.flags()));
    }

    /** The effects by which the calling client shows a session. */
    Decision show(SessionId session, List<String> flags) {
        var client = scene.caller().id();
        if (scene.attached().isPresent()) {
            var decision = Decision.of(new Effect.Switch(client, session));
            return flags.isEmpty() ? decision : decision.and(new Effect.SetFlags(client, flags));
        }
        return Decision.of(new Effect.Attach(session, flags));
    }

    static final String READ_ONLY = "read-only";
    static final String IGNORE_SIZE = "ignore-size";

    /** The client flags that the words of {@code -f} and {@code -r} mean; who may only read cannot change that. */
    static List<String> flags(Call call) {
        var flags = new ArrayList<String>();
        if (call.has('r')) {
            flags.add(READ_ONLY);
            flags.add(IGNORE_SIZE);
        }
        for (String word : call.value('f').orElse("").split(",")) {
            if (!word.isBlank() && !flags.contains(word.strip()) && !word.strip().equals("!" + READ_ONLY)) {
                flags.add(word.strip());
            }
        }
        return flags;
    }

    /**
     * Copies of the caller's variables that match these names; a variable that it has not got, new panes lose. What is
     * known so already is left alone.
     */
    List<Event> environment(SessionId session, SortedMap<String, Environment.Variable> known,
            Iterable<String> names) {
        var found = new TreeMap<String, String>();
        var events = new ArrayList<Event>();
        for (String name : names) {
            int before = found.size();
            scene.environment().forEach((variable, value) -> {
                if (Glob.matches(name, variable)) {
                    found.put(variable, value);
                }
            });
            if (found.size() == before && !WITHHELD.equals(known.get(name))) {
                events.add(new EnvironmentEvent.Withheld(Optional.of(session), name));
            }
        }
        found.entrySet().removeIf(variable -> new Environment.Variable(Optional.of(variable.getValue()), false)
                .equals(known.get(variable.getKey())));
        if (!found.isEmpty()) {
            events.add(new SessionEvent.Furnished(session, found));
        }
        return events;
    }

    /** The clients that show a session. */
    static List<ClientView> showing(Scene scene, SessionId session) {
        return scene.clients().stream().filter(client -> client.session().equals(Optional.of(session))).toList();
    }
}
