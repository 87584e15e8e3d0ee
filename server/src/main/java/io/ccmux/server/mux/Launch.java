package io.ccmux.server.mux;

import java.util.List;
import java.util.Map;

/**
 * The recipe of a pane's program, complete enough to start it again after a reboot.
 *
 * @param arguments   what is executed; the first one is the program
 * @param command     the command as the user gave it; empty if the pane runs the user's shell
 * @param directory   absolute path where it starts
 * @param environment variables on top of those that every pane gets
 */
public record Launch(List<String> arguments, String command, String directory, Map<String, String> environment) {
    public Launch {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Whether the pane runs the user's shell rather than a command. */
    public boolean isShell() {
        return command.isEmpty();
    }

    /** The command line that a shell is given to run: the user's command, or what runs in place of a shell. */
    public String commandLine() {
        boolean given = arguments.size() == 3 && arguments.get(1).equals("-c");
        return command.isEmpty() && given ? arguments.getLast() : command;
    }

    public Launch in(String otherDirectory) {
        return new Launch(arguments, command, otherDirectory, environment);
    }
}
