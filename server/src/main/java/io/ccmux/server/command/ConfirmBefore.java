package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.mux.Mux;

/** Runs a command if the user says yes. */
final class ConfirmBefore implements Command {
    @Override
    public Spec spec() {
        return new Spec("confirm-before", "confirm", "[-by] [-c confirm-key] [-p prompt] [-t target-client] command");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 't');
        var command = new CommandLines(mux, call.scene()).text(call.words().getFirst());
        String key = call.value('c').orElse("y");
        if (key.length() != 1 || key.charAt(0) <= ' ' || key.charAt(0) >= 127) {
            throw new CommandException("invalid confirm key");
        }
        String name = command.lines().isEmpty()
                ? ""
                : CommandTable.name(command.lines().getFirst().commands().getFirst().getFirst());
        String prompt = call.value('p').orElse("Confirm '" + name + "'? (" + key + "/n)") + " ";
        var question = new Effect.Question(OptionPlace.expand(call, mux).at(client).timed(prompt), "", "command",
                Effect.Reading.ONE_KEY, false);
        var asked = new Effect.Prompt(client.id(), question);
        Decision.Continuation then = (outcome, now) -> outcome instanceof Outcome.Answered(var answer)
                && (answer.equals(key) || answer.isEmpty() && call.has('y'))
                        ? command.run(Optional.empty())
                        : refused(call);
        return call.has('b')
                ? Decision.of(new Effect.Background(asked, then))
                : Decision.NOTHING.await(asked, then);
    }

    private static Decision refused(Call call) {
        return call.scene().attached().isPresent() ? Decision.NOTHING : Decision.of(new Effect.Exit(1));
    }
}
