package io.ccmux.server.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ccmux.server.command.Effect;
import io.ccmux.server.mux.Environment;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Session;

/**
 * The environment of a pane's program, later ones over earlier ones: the server's, that of all sessions, the session's,
 * the recipe's, and what tells the program where it is.
 */
final class PaneEnvironment {
    private PaneEnvironment() {}

    static Map<String, String> of(Mux mux, Pane pane, Facts facts) {
        var holder = mux.holders(pane.window()).stream().findFirst();
        var variables = of(mux, holder, pane.launch(), facts);
        variables.put("CCMUX_PANE", pane.id().toString());
        if (variables.containsKey("TMUX")) {
            variables.put("TMUX_PANE", pane.id().toString());
        }
        return variables;
    }

    /** That of a program which is started in a session, in no pane of it. */
    static Map<String, String> of(Mux mux, Optional<Session> holder, Launch launch, Facts facts) {
        var variables = new TreeMap<>(facts.environment());
        variables.keySet()
                .removeIf(name -> name.equals("TMUX") || name.equals("TMUX_PANE") || name.startsWith("CCMUX"));
        add(mux.environment(), variables);
        holder.ifPresent(session -> add(session.environment(), variables));
        int session = holder.map(held -> held.id().number()).orElse(0);
        variables.put("CCMUX", facts.server().socket() + "," + facts.server().pid() + "," + session);
        String term = mux.serverOptions().string("default-terminal");
        variables.put("TERM", facts.terminals().described(term).isPresent() ? term : "screen-256color");
        variables.put("TERM_PROGRAM", "ccmux");
        variables.put("TERM_PROGRAM_VERSION", facts.server().version());
        variables.put("COLORTERM", "truecolor");
        variables.put("SHELL", facts.shell());
        holder.flatMap(held -> AgentLinks.path(held, facts))
                .ifPresent(path -> variables.put(AgentLinks.VARIABLE, path));
        variables.putAll(launch.environment());
        variables.put("PWD", launch.directory());
        if (facts.environment().containsKey("CCMUX_HOME")) {
            variables.put("CCMUX_HOME", facts.environment().get("CCMUX_HOME"));
        }
        shim(mux, variables);
        variables.remove("COLUMNS");
        variables.remove("LINES");
        return variables;
    }

    /** With {@code ccmux tmux-shim}, scripts find a tmux that is ours. */
    private static void shim(Mux mux, Map<String, String> variables) {
        mux.environment().variable("CCMUX_SHIM").flatMap(Environment.Variable::value).ifPresent(directory -> {
            String path = variables.getOrDefault("PATH", "/usr/bin:/bin");
            variables.put("PATH", path.startsWith(directory + ":") ? path : directory + ":" + path);
            variables.put("TMUX", variables.get("CCMUX"));
        });
    }

    /** That of a shell command which is run in a session, or in none. */
    static Map<String, String> of(Core core, Optional<Session> session, Effect.Shell shell) {
        return of(core.mux(), session, new Launch(List.of(), "", shell.directory(), shell.environment()),
                core.facts());
    }

    private static void add(Environment from, Map<String, String> variables) {
        from.variables().forEach((name, variable) -> {
            if (variable.value().isEmpty()) {
                variables.remove(name);
            } else if (!variable.hidden()) {
                variables.put(name, variable.value().get());
            }
        });
    }
}
