package io.ccmux.server.journal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.SessionEvent;

/**
 * Variables whose values never get to the disk, by their names. The server that lives knows them and gives them to
 * programs; after a recovery they are not there.
 */
final class Secrets {
    private static final List<String> SIGNS = List.of("TOKEN", "SECRET", "PASSWORD", "KEY");

    private Secrets() {}

    static boolean is(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(upper::contains);
    }

    /** The event as it may be written. */
    static Event withheld(Event event) {
        return switch (event) {
            case PaneEvent.Opened(var pane, var window, var launch, var size, int limit) ->
                new PaneEvent.Opened(pane, window, plain(launch), size, limit);
            case PaneEvent.RunBegan(var pane, int run, var launch, String separator) ->
                new PaneEvent.RunBegan(pane, run, plain(launch), separator);
            case SessionEvent.Furnished(var session, var environment) ->
                new SessionEvent.Furnished(session, plain(environment));
            case EnvironmentEvent.Assigned assigned when is(assigned.name()) ->
                new EnvironmentEvent.Forgotten(assigned.session(), assigned.name());
            default -> event;
        };
    }

    private static Launch plain(Launch launch) {
        return launch.environment().keySet().stream().anyMatch(Secrets::is)
                ? new Launch(launch.arguments(), launch.command(), launch.directory(), plain(launch.environment()))
                : launch;
    }

    private static Map<String, String> plain(Map<String, String> environment) {
        return environment.entrySet().stream().filter(variable -> !is(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
