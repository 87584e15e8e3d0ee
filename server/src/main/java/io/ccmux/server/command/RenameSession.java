package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionEvent;

/** Gives a session another name. */
final class RenameSession implements Command {
    @Override
    public Spec spec() {
        return new Spec("rename-session", "rename", "[-t target-session] new-name");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var session = call.session(mux, 't');
        String name = SessionNames.checked(call.expand().at(session).text(call.words().getFirst()));
        if (name.equals(session.name())) {
            return Decision.NOTHING;
        }
        if (mux.sessionNamed(name).isPresent()) {
            throw new CommandException("duplicate session: " + name);
        }
        return Decision.of(new SessionEvent.Renamed(session.id(), name));
    }
}
