package io.ccmux.server.loop;

import java.time.ZoneId;
import java.util.Map;

import io.ccmux.server.format.ServerFacts;

/**
 * What stays the same while a server lives.
 *
 * @param shell       the user's shell
 * @param terminals   which TERM values the machine has descriptions of
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
        boolean known(String term);
    }
}
