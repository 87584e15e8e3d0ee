package io.ccmux.server.command;

import java.io.Serial;
import java.util.List;

import io.ccmux.server.mux.Event;

/** The user's mistake, in one line as it is shown; without a word if the call wants none. */
public final class CommandException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Event> done;

    public CommandException(String message) {
        this(message, List.of());
    }

    /** @param done what the command did before it failed, which stays */
    CommandException(String message, List<Event> done) {
        super(message);
        this.done = List.copyOf(done);
    }

    public List<Event> done() {
        return done;
    }
}
