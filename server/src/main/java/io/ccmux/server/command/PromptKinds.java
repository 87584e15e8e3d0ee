package io.ccmux.server.command;

import java.util.List;

/** The kinds of prompts; each has its own history. */
final class PromptKinds {
    static final List<String> ALL = List.of("command", "search", "target", "window-target");

    private PromptKinds() {}

    /** @param what stands before the name in the error */
    static String known(String name, String what) throws CommandException {
        if (!ALL.contains(name)) {
            throw new CommandException(what + name);
        }
        return name;
    }
}
