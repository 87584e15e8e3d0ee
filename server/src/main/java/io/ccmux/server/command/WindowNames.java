package io.ccmux.server.command;

import io.ccmux.server.mux.Launch;

/** Names of windows that nobody named: the program's, by the rules of tmux's names.c. */
final class WindowNames {
    private static final String EXEC = "exec ";

    private WindowNames() {}

    /** The name of a window whose first pane starts so. */
    static String of(Launch launch) {
        return of(launch.command().isEmpty() ? launch.arguments().getFirst() : launch.command());
    }

    /** The program of a command line: its first word, without quotes, {@code exec}, dashes and directories. */
    static String of(String commandLine) {
        String name = commandLine.startsWith("\"") ? commandLine.substring(1) : commandLine;
        int quote = name.indexOf('"');
        name = quote < 0 ? name : name.substring(0, quote);
        name = name.startsWith(EXEC) ? name.substring(EXEC.length()) : name;
        name = name.replaceFirst("^[ -]+", "");
        int space = name.indexOf(' ');
        name = space < 0 ? name : name.substring(0, space);
        name = name.replaceFirst("(?<=.)[^\\p{Alnum}\\p{Punct}]+$", "");
        return name.startsWith("/") ? basename(name) : name;
    }

    static String basename(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
