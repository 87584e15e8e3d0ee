package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Mux;

/** Prints, or forgets, what users answered to prompts. */
final class ShowPromptHistory implements Command {
    private final boolean clears;

    ShowPromptHistory(boolean clears) {
        this.clears = clears;
    }

    @Override
    public Spec spec() {
        return clears
                ? new Spec("clear-prompt-history", "clearphist", "[-T prompt-type]")
                : new Spec("show-prompt-history", "showphist", "[-T prompt-type]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String kind = call.has('T') ? PromptKinds.known(call.value('T').orElse(""), "invalid type: ") : "";
        if (clears) {
            return Decision.of(new Effect.ForgetAnswers(kind));
        }
        var lines = new ArrayList<String>();
        for (String one : kind.isEmpty() ? PromptKinds.ALL : List.of(kind)) {
            lines.add("History for " + one + ":");
            lines.add("");
            var answers = call.scene().server().prompts().getOrDefault(one, List.of());
            for (int i = 0; i < answers.size(); i++) {
                lines.add(i + 1 + ": " + answers.get(i));
            }
            lines.add("");
        }
        return Decision.print(lines);
    }
}
