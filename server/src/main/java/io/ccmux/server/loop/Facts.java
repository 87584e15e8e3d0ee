package io.ccmux.server.loop;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.ServerFacts;

/**
 * What stays the same while a server lives.
 *
 * @param shell       the user's shell
 * @param terminals   the descriptions of terminals that the machine has
 * @param environment what the server was started with
 */
public record Facts(ServerFacts server, ZoneId zone, String shell, TerminalTypes terminals,
        Map<String, String> environment) {
    public Facts {
        environment = Map.copyOf(environment);
    }

    /** Port: the machine's descriptions of terminals. */
    @FunctionalInterface
    public interface TerminalTypes {
        /** What a terminal has, in the words of {@code terminal-overrides}; empty if nothing describes it. */
        Optional<List<String>> described(String term);
    }
}
