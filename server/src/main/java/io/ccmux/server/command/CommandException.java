package io.ccmux.server.command;

/** A mistake of the user, in the one line that the user reads. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
