package io.ccmux.server.command;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Mux;

/** Lists all sessions. */
final class ListSessions implements Command {
    @Override
    public Spec spec() {
        return new Spec("list-sessions", "ls", "[-r] [-F format] [-f filter] [-O order]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var sessions = Output.sorted(call, Lists.sessions(mux), Lists.sessionOrders());
        return Output.list(call, DefaultFormats.LIST_SESSIONS, Variables.Kind.SESSION,
                sessions.stream().map(session -> call.expand().at(session)).toList());
    }
}
