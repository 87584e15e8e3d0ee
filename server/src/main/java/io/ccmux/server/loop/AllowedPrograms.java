package io.ccmux.server.loop;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.ccmux.server.mux.Launch;

/**
 * The programs whose commands may be run again without anybody asked: those of the option {@code respawn-allow}.
 *
 * <p>A command line for a shell counts only if it is nothing but a program and its arguments. What a shell would make
 * more of ({@code less x; rm y}) is no use of the program.
 */
record AllowedPrograms(Set<String> names) {
    private static final String SHELL_MEANS_SOMETHING = ";&|<>()$`\\\"'*?[]#~=%{}!\n\r";

    static AllowedPrograms of(Collection<String> names) {
        return new AllowedPrograms(Set.copyOf(names));
    }

    boolean allow(Launch launch) {
        var arguments = launch.arguments();
        boolean forShell = arguments.size() == 3 && arguments.get(1).equals("-c")
                && arguments.get(2).equals(launch.command());
        return names.contains(name(forShell ? simple(launch.command()) : arguments));
    }

    /** The words of a command line that a shell takes as they stand; none if it would make something of them. */
    private static List<String> simple(String line) {
        boolean plain = line.chars().noneMatch(c -> SHELL_MEANS_SOMETHING.indexOf(c) >= 0);
        return plain ? List.of(line.strip().split("[ \t]+")) : List.of();
    }

    private static String name(List<String> words) {
        String program = words.isEmpty() ? "" : words.getFirst();
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
