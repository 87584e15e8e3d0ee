package io.ccmux.server.command;

import java.util.Arrays;

import io.ccmux.server.mux.Mux;

/** Draws a client's screen anew, moves the part of a larger window that it shows, or changes its flags. */
final class RefreshClient implements Command {
    @Override
    public Spec spec() {
        return new Spec("refresh-client", "refresh", "[-cDlLRSU] [-A pane:state] [-B name:what:format] [-C XxY] "
                + "[-f flags] [-F flags] [-r pane:report] [-t target-client] [adjustment]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 't');
        if (call.has('c') || call.has('L') || call.has('R') || call.has('U') || call.has('D')) {
            int by = call.word(0).isEmpty()
                    ? 1
                    : Numbers.within(call.words().getFirst(), 1, Integer.MAX_VALUE, "adjustment ");
            int columns = call.has('L') ? -by : call.has('R') ? by : 0;
            int rows = columns != 0 ? 0 : call.has('U') ? -by : call.has('D') ? by : 0;
            return Decision.of(new Effect.Pan(client.id(), columns, rows, call.has('c')));
        }
        var flags = call.value('f').or(() -> call.value('F'));
        if (flags.isPresent()) {
            return Decision.of(new Effect.SetFlags(client.id(), Arrays.asList(flags.get().split(","))));
        }
        boolean control = call.has('A') || call.has('B') || call.has('C') || call.has('r');
        if (control && !client.controlMode()) {
            throw new CommandException("not a control client");
        }
        return control ? Decision.NOTHING : Decision.of(new Effect.Refresh(client.id()));
    }
}
