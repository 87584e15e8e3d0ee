package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** Asks a client's user, then runs a command with the answers in it. */
final class CommandPrompt implements Command {
    @Override
    public Spec spec() {
        return new Spec("command-prompt", "",
                "[-1CbeFiklN] [-I inputs] [-p prompts] [-t target-client] [-T prompt-type] [template]");
    }

    /** What is asked one after the other, and what becomes of the answers. */
    private record Interview(Call call, List<Effect.Prompt> prompts, Template template) {}

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 't');
        var expand = OptionPlace.expand(call, mux).at(client);
        String template = call.word(0).map(text -> call.has('F') ? expand.text(text) : text).orElse("%1");
        String kind = PromptKinds.known(call.value('T').orElse("command"), "unknown type: ");
        var questions = questions(call);
        var inputs = split(call, call.value('I').orElse(""));
        var prompts = new ArrayList<Effect.Prompt>();
        for (int i = 0; i < questions.size(); i++) {
            String initial = i < inputs.size() ? expand.timed(inputs.get(i)) : "";
            prompts.add(new Effect.Prompt(client.id(), new Effect.Question(expand.timed(questions.get(i)), initial,
                    kind, reading(call), call.has('e'))));
        }
        return ask(new Interview(call, prompts, new Template(template)), 0, Decision.NOTHING);
    }

    private static List<String> questions(Call call) {
        var given = call.value('p');
        if (given.isPresent()) {
            return split(call, given.get()).stream().map(prompt -> prompt + " ").toList();
        }
        return call.words().isEmpty()
                ? List.of(":")
                : List.of("(" + call.words().getFirst().strip().split("\\s", 2)[0] + ") ");
    }

    private static List<String> split(Call call, String text) {
        return call.has('l') ? List.of(text) : List.of(text.split(",", -1));
    }

    private static Effect.Reading reading(Call call) {
        return call.has('1')
                ? Effect.Reading.ONE_KEY
                : call.has('N')
                        ? Effect.Reading.NUMBER
                        : call.has('i')
                                ? Effect.Reading.EVERY_CHANGE
                                : call.has('k') ? Effect.Reading.KEY_NAME : Effect.Reading.LINE;
    }

    /** Prompts that run while the user types, and those with -b, hold up nobody. */
    private static Decision ask(Interview interview, int number, Decision soFar) {
        var prompt = interview.prompts().get(number);
        Decision.Continuation then = (outcome, mux) -> answered(interview, number, outcome, mux);
        boolean background = interview.call().has('b') || interview.call().has('i');
        return background ? soFar.and(new Effect.Background(prompt, then)) : soFar.await(prompt, then);
    }

    private static Decision answered(Interview interview, int number, Outcome outcome, Mux mux)
            throws CommandException {
        return switch (outcome) {
            case Outcome.Answered(var text) when interview.call().has('i') -> Decision.NOTHING;
            case Outcome.Answered(var text) -> {
                var filled = interview.template().with(number + 1, text);
                var rest = new Interview(interview.call(), interview.prompts(), filled);
                yield number + 1 < interview.prompts().size()
                        ? ask(rest, number + 1, Decision.NOTHING)
                        : run(rest, mux);
            }
            case Outcome.Typed(var text) ->
                run(new Interview(interview.call(), interview.prompts(), interview.template()
                        .with(number + 1, text)), mux);
            case Outcome.Failed failed -> Decision.NOTHING;
            case Outcome.Done done -> Decision.NOTHING;
            case Outcome.Finished finished -> Decision.NOTHING;
            case Outcome.Reported reported -> Decision.NOTHING;
            case Outcome.Read read -> Decision.NOTHING;
        };
    }

    private static Decision run(Interview interview, Mux mux) throws CommandException {
        var lines = new CommandLines(mux, interview.call().scene());
        return lines.text(interview.template().text()).run(Optional.<PaneId>empty());
    }
}
