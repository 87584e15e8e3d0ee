package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Tells who may use the server: its own user, and nobody else can be let in. */
final class ServerAccess implements Command {
    @Override
    public Spec spec() {
        return new Spec("server-access", "", "[-adlrw] [-t target-pane] [user]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String own = call.expand().text("#{user}");
        if (call.has('l')) {
            return own.equals("root") ? Decision.NOTHING : Decision.print(own + " (W)");
        }
        String user = call.word(0).orElseThrow(() -> new CommandException("missing user argument"));
        throw new CommandException(user.equals(own)
                ? user + " owns the server, can't change access"
                : "only " + own + " may use this server");
    }
}
