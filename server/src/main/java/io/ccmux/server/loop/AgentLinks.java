package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Outcome;
import io.ccmux.server.mux.Environment;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;

/**
 * For each session a path that leads to the ssh agent of the client that came last. Programs get that path instead of
 * the agent's own, so they find an agent after the user has logged in again.
 *
 * <pre>
 *   SSH_AUTH_SOCK=/run/user/1000/ccmux/default.agent-3   a link to   /tmp/ssh-XXXXabcd/agent.4711
 * </pre>
 */
final class AgentLinks {
    static final String VARIABLE = "SSH_AUTH_SOCK";
    /** The longest path of a socket, in bytes. */
    private static final int PATH_BYTES_MAX = 107;

    private final Core core;
    private final Map<SessionId, String> linked = new HashMap<>();

    AgentLinks(Core core) {
        this.core = core;
    }

    /** The path for the programs of a session, if the session knows an agent. */
    static Optional<String> path(Session session, Facts facts) {
        String path = facts.server().socket() + ".agent-" + session.id().number();
        return agent(session).filter(any -> path.getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX)
                .map(any -> path);
    }

    private static Optional<String> agent(Session session) {
        return session.environment().variable(VARIABLE).flatMap(Environment.Variable::value)
                .filter(agent -> agent.startsWith("/"));
    }

    /**
     * The links lead where their sessions say by now; those of sessions that are gone go. To be called when sessions or
     * variables may have changed.
     */
    void settle() {
        for (var session : core.mux().sessions()) {
            var path = path(session, core.facts());
            var agent = agent(session);
            if (path.isPresent() && agent.isPresent() && !path.equals(agent)
                    && !agent.get().equals(linked.put(session.id(), agent.get()))) {
                link(path.get(), agent.get());
            }
        }
        linked.keySet().removeIf(id -> {
            boolean gone = core.mux().find(id).isEmpty();
            if (gone) {
                link(core.facts().server().socket() + ".agent-" + id.number(), "");
            }
            return gone;
        });
    }

    private void link(String path, String to) {
        long job = core.jobs().begin(outcome -> {
            if (outcome instanceof Outcome.Failed(String why)) {
                core.log().message(core.outside().micros(), path + ": " + why);
            }
        });
        core.afterWritten(() -> core.outside().link(job, path, to));
    }
}
