package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** Runs a shell command, or with -C command lines, perhaps a while later, and prints what it prints. */
final class RunShell implements Command {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double DELAY_SECONDS_MAX = 1e6;
    /** From here on an exit status means that a signal ended the command. */
    private static final int SIGNALLED = 128;

    @Override
    public Spec spec() {
        return new Spec("run-shell", "run", "[-bCE] [-c start-directory] [-d delay] [-t target-pane] "
                + "[shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        long millis = delay(call);
        var target = call.has('t') ? Optional.of(call.pane(mux, 't').id()) : Optional.<PaneId>empty();
        if (call.words().isEmpty()) {
            return millis == 0 ? Decision.NOTHING : wait(call, millis, (outcome, now) -> Decision.NOTHING);
        }
        String command = command(call, mux);
        return millis == 0
                ? start(call, command, target, mux)
                : wait(call, millis, (outcome, now) -> start(call, command, target, now));
    }

    private static Decision wait(Call call, long millis, Decision.Continuation then) {
        var delay = new Effect.Delay(millis);
        return call.has('b') ? Decision.of(new Effect.Background(delay, then)) : Decision.NOTHING.await(delay, then);
    }

    private static long delay(Call call) throws CommandException {
        if (!call.has('d')) {
            return 0;
        }
        try {
            double seconds = Double.parseDouble(call.value('d').orElse(""));
            if (seconds >= 0 && seconds <= DELAY_SECONDS_MAX) {
                return Math.round(seconds * MILLIS_PER_SECOND);
            }
        } catch (NumberFormatException none) {
            throw new CommandException("invalid delay time: " + call.value('d').orElse(""));
        }
        throw new CommandException("invalid delay time: " + call.value('d').orElse(""));
    }

    /** The first word, with {@code #{1}} and so on standing for the others. */
    private static String command(Call call, Mux mux) {
        var expand = OptionPlace.expand(call, mux);
        var words = call.words();
        for (int i = 1; i < words.size(); i++) {
            expand = expand.with(Integer.toString(i), words.get(i));
        }
        return call.has('C') ? words.getFirst() : expand.text(words.getFirst());
    }

    private static Decision start(Call call, String command, Optional<PaneId> target, Mux mux)
            throws CommandException {
        if (call.has('C')) {
            return new CommandLines(mux, call.scene()).text(command).run(target);
        }
        var silent = new Effect.Shell(command, Directories.of(call, mux));
        var shell = call.has('E') ? silent.withErrors() : silent;
        Decision.Continuation then = (outcome, now) -> finished(call, command, outcome);
        return call.has('b')
                ? Decision.of(new Effect.Background(shell, then))
                : Decision.NOTHING.await(shell, then);
    }

    private static Decision finished(Call call, String command, Outcome outcome) throws CommandException {
        return switch (outcome) {
            case Outcome.Finished(int status, var output) -> report(call, command, status, output);
            case Outcome.Failed(var reason) -> throw new CommandException("failed to run command: " + command + ": "
                    + reason);
            case Outcome.Done done -> Decision.NOTHING;
            case Outcome.Read read -> Decision.NOTHING;
            case Outcome.Typed _,Outcome.Reported _ -> Decision.NOTHING;
            case Outcome.Answered answered -> Decision.NOTHING;
        };
    }

    private static Decision report(Call call, String command, int status, byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8);
        var lines = new ArrayList<>(text.lines().toList());
        if (status > SIGNALLED) {
            lines.add("'" + command + "' terminated by signal " + (status - SIGNALLED));
        } else if (status != 0) {
            lines.add("'" + command + "' returned " + status);
        }
        var printed = Decision.print(List.copyOf(lines));
        return status == 0 || call.has('b') ? printed : printed.and(new Effect.Exit(status));
    }
}
