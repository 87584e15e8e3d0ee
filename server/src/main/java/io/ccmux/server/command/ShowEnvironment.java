package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ccmux.server.mux.Environment;
import io.ccmux.server.mux.Mux;

/** Prints the variables of new panes. */
final class ShowEnvironment implements Command {
    @Override
    public Spec spec() {
        return new Spec("show-environment", "showenv", "[-hgs] [-t target-session] [variable]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var variables = variables(call, mux);
        var lines = new ArrayList<String>();
        var name = call.word(0);
        if (name.isPresent()) {
            var found = Optional.ofNullable(variables.get(name.get()))
                    .orElseThrow(() -> new CommandException("unknown variable: " + name.get()));
            print(call, name.get(), found, lines);
        } else {
            variables.forEach((known, variable) -> print(call, known, variable, lines));
        }
        return Decision.print(lines);
    }

    /** Those of all sessions include what the server was started with. */
    private static SortedMap<String, Environment.Variable> variables(Call call, Mux mux) throws CommandException {
        var session = SetEnvironment.holder(call, mux);
        if (session.isPresent()) {
            return mux.session(session.get()).environment().variables();
        }
        var all = new TreeMap<String, Environment.Variable>();
        call.scene().server().environment()
                .forEach((name, value) -> all.put(name, new Environment.Variable(Optional.of(value), false)));
        all.putAll(mux.environment().variables());
        return all;
    }

    private static void print(Call call, String name, Environment.Variable variable, List<String> lines) {
        if (call.has('h') != variable.hidden()) {
            return;
        }
        if (call.has('s')) {
            lines.add(variable.value().map(value -> name + "=\"" + escaped(value) + "\"; export " + name + ";")
                    .orElse("unset " + name + ";"));
        } else {
            lines.add(variable.value().map(value -> name + "=" + value).orElse("-" + name));
        }
    }

    private static String escaped(String value) {
        return value.replaceAll("([$`\"\\\\])", "\\\\$1");
    }
}
