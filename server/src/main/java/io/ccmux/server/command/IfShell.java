package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** Runs one of two commands: the first if a shell command succeeds or, with -F, a format is true. */
final class IfShell implements Command {
    @Override
    public Spec spec() {
        return new Spec("if-shell", "if", "[-bF] [-t target-pane] shell-command command [command]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var expand = OptionPlace.expand(call, mux);
        var target = call.has('t') ? Optional.of(call.pane(mux, 't').id()) : Optional.<PaneId>empty();
        String condition = call.words().getFirst();
        if (call.has('F')) {
            return branch(call, target, expand.holds(condition), mux);
        }
        var shell = new Effect.Shell(expand.text(condition), Directories.of(call, mux));
        Decision.Continuation then = (outcome, now) -> branch(call, target, succeeded(outcome), now);
        return call.has('b')
                ? Decision.of(new Effect.Background(shell, then))
                : Decision.NOTHING.await(shell, then);
    }

    private static boolean succeeded(Outcome outcome) throws CommandException {
        return switch (outcome) {
            case Outcome.Finished(int status, var output) -> status == 0;
            case Outcome.Failed(var reason) -> throw new CommandException(reason);
            case Outcome.Done done -> true;
            case Outcome.Read read -> true;
            case Outcome.Typed _,Outcome.Reported _ -> true;
            case Outcome.Answered answered -> true;
        };
    }

    private static Decision branch(Call call, Optional<PaneId> target, boolean holds, Mux mux)
            throws CommandException {
        var text = call.word(holds ? 1 : 2);
        return text.isEmpty() ? Decision.NOTHING : new CommandLines(mux, call.scene()).text(text.get()).run(target);
    }
}
