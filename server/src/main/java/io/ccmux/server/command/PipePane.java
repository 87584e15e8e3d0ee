package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Connects a pane with a shell command: its output, its input, or both. */
final class PipePane implements Command {
    @Override
    public Spec spec() {
        return new Spec("pipe-pane", "pipep", "[-IOo] [-t target-pane] [shell-command]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        if (place.pane().dead()) {
            throw new CommandException("target pane has exited");
        }
        String command = call.word(0).map(text -> call.expand().at(place).timed(text)).orElse("");
        boolean input = call.has('I');
        return Decision.of(new Effect.Pipe(place.pane().id(), command, !input || call.has('O'), input, call.has('o')));
    }
}
