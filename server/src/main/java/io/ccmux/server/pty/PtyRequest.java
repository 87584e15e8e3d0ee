package io.ccmux.server.pty;

import java.util.List;
import java.util.Map;

/**
 * A program to be started on a terminal of its own.
 *
 * @param run what the caller calls it; every event about it carries this
 * @param argv the program, found by the {@code PATH} of {@code environment} when it has no slash, and its arguments
 * @param directory where it is to run; when it is gone, the nearest parent that exists
 * @param environment all of its environment, nothing is added
 */
public record PtyRequest(long run, List<String> argv, String directory, Map<String, String> environment,
        PtySize size) {
    public PtyRequest {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("no program");
        }
    }
}
