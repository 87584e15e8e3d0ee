package io.ccmux.server.command;

import static java.util.stream.Collectors.joining;

import java.util.TreeMap;

import io.ccmux.server.mux.Mux;

/** Says how the server is: its journal, its last checkpoint, the disk, the terminals. */
final class ServerStatus implements Command {
    @Override
    public Spec spec() {
        return new Spec("server-status", "", "");
    }

    @Override
    public Decision decide(Call call, Mux mux) {
        return Decision.NOTHING.await(new Effect.TellStatus(),
                (outcome, now) -> Told.answer(call, withTerminals(outcome, now)));
    }

    /** Adds how often the parser of which pane had to be reset; each time was a mistake of ours. */
    private static Outcome withTerminals(Outcome outcome, Mux mux) {
        if (!(outcome instanceof Outcome.Reported(boolean well, var told))) {
            return outcome;
        }
        var mistakes = new TreeMap<String, Long>();
        mux.panes().stream().filter(pane -> pane.terminal().mistakes() > 0)
                .forEach(pane -> mistakes.put(pane.id().toString(), pane.terminal().mistakes()));
        String line = mistakes.entrySet().stream().map(pane -> pane.getValue() + " in " + pane.getKey())
                .collect(joining(", ", "mistakes of terminals: ", ""));
        return new Outcome.Reported(well, told.with(mistakes.isEmpty() ? line + "none" : line, "mistakes", mistakes));
    }
}
