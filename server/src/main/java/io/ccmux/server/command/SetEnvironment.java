package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionId;

/** Sets, withholds or forgets a variable of new panes. */
final class SetEnvironment implements Command {
    @Override
    public Spec spec() {
        return new Spec("set-environment", "setenv", "[-Fhgru] [-t target-session] variable [value]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String name = call.words().getFirst();
        if (name.isEmpty()) {
            throw new CommandException("empty variable name");
        }
        if (name.contains("=")) {
            throw new CommandException("variable name contains =");
        }
        var value = call.word(1).map(text -> call.has('F') ? OptionPlace.expand(call, mux).text(text) : text);
        var session = holder(call, mux);
        if (call.has('u')) {
            refuse(value, "-u");
            boolean inherited = session.isEmpty() && call.scene().server().environment().containsKey(name);
            return Decision.of(inherited
                    ? new EnvironmentEvent.Withheld(session, name)
                    : new EnvironmentEvent.Forgotten(session, name));
        }
        if (call.has('r')) {
            refuse(value, "-r");
            return Decision.of(new EnvironmentEvent.Withheld(session, name));
        }
        String text = value.orElseThrow(() -> new CommandException("no value specified"));
        return Decision.of(new EnvironmentEvent.Assigned(session, name, text, call.has('h')));
    }

    private static void refuse(Optional<String> value, String flag) throws CommandException {
        if (value.isPresent()) {
            throw new CommandException("can't specify a value with " + flag);
        }
    }

    /** Whose variable it is: empty for all sessions'. */
    static Optional<SessionId> holder(Call call, Mux mux) throws CommandException {
        if (call.has('g')) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.session(mux, 't').id());
        } catch (CommandException none) {
            throw new CommandException(call.value('t').map(target -> "no such session: " + target)
                    .orElse("no current session"));
        }
    }
}
