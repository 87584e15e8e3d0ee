package io.ccmux.server.command;

import java.util.OptionalInt;

import io.ccmux.server.mux.Mux;

/** Shows the numbers of the panes to a client, whose next key then selects one. */
final class DisplayPanes implements Command {
    private static final String SELECT = "select-pane -t \"%%%\"";

    @Override
    public Spec spec() {
        return new Spec("display-panes", "displayp", "[-bN] [-d duration] [-t target-client] [template]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 't');
        var millis = call.has('d')
                ? OptionalInt.of(Numbers.within(call.value('d').orElseThrow(), 0, Integer.MAX_VALUE, "delay "))
                : OptionalInt.empty();
        return Decision.of(new Effect.ShowPanes(client.id(), call.word(0).orElse(SELECT), millis, call.has('N')));
    }
}
