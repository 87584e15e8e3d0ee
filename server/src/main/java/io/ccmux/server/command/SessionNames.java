package io.ccmux.server.command;

/** Names that sessions may have. */
final class SessionNames {
    private SessionNames() {}

    /** The name as the session gets it: what cannot be printed is written as an escape. */
    static String checked(String name) throws CommandException {
        return checked(name, "invalid session: ");
    }

    /** @param complaint stands before the name if it cannot be one */
    static String checked(String name, String complaint) throws CommandException {
        if (name.isEmpty() || name.contains("#(")) {
            throw new CommandException(complaint + name);
        }
        return NewPanes.printable(name);
    }
}
