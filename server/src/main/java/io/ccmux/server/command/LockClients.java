package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionId;

/** Gives terminals to the program that locks them, until it ends. */
record LockClients(LockClients.Form form) implements Command {
    /** Whose terminals are meant. */
    enum Form {
        CLIENT, SERVER, SESSION
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case CLIENT -> new Spec("lock-client", "lockc", "[-t target-client]");
            case SERVER -> new Spec("lock-server", "lock", "");
            case SESSION -> new Spec("lock-session", "locks", "[-t target-session]");
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var session = form == Form.SESSION ? Optional.of(call.session(mux, 't').id()) : Optional.<SessionId>empty();
        var only = form == Form.CLIENT ? Optional.of(call.client(mux, 't')) : Optional.<ClientView>empty();
        var decision = Decision.NOTHING;
        for (var client : call.scene().clients()) {
            boolean meant = client.session().isPresent() && only.map(client::equals).orElse(true)
                    && session.map(id -> client.session().get().equals(id)).orElse(true);
            if (meant) {
                decision = decision.and(new Effect.Lock(client.id()));
            }
        }
        return decision;
    }
}
