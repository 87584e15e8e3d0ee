package io.ccmux.config;

import java.util.List;

/**
 * A command and its arguments, not yet looked up.
 *
 * @param line where it stands, counted from 1; if one fails, the rest of its line is not run
 * @param arguments the command's name first; never empty
 */
public record CommandLine(int line, List<Argument> arguments) {
    public CommandLine {
        arguments = List.copyOf(arguments);
    }

    /** The command's name as it was written. */
    public String name() {
        return arguments.getFirst().text();
    }

    /** The arguments after the name. */
    public List<Argument> rest() {
        return arguments.subList(1, arguments.size());
    }
}
