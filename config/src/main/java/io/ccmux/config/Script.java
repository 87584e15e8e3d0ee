package io.ccmux.config;

import java.util.List;

/** What a text of command lines says: commands, and variables it sets in the global environment. */
public record Script(List<CommandLine> commands, List<Assignment> assignments) {

    /** {@code NAME=value}; a hidden one is for formats and never given to programs. */
    public record Assignment(String name, String value, boolean hidden) {}

    public Script {
        commands = List.copyOf(commands);
        assignments = List.copyOf(assignments);
    }
}
