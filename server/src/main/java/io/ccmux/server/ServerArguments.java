package io.ccmux.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client tells the server that it starts.
 *
 * @param socket where to listen
 * @param state  the state directory
 * @param config the usual configuration, which need not exist
 * @param files  configurations that the user named, which must exist
 * @param strictRecovery whether to refuse rather than start without something that was there
 */
record ServerArguments(Path socket, Path state, Optional<Path> config, List<Path> files, boolean foreground,
        boolean verbose, boolean strictRecovery) {

    /** @throws IllegalArgumentException in one line if they are wrong */
    static ServerArguments parse(String... words) {
        Optional<Path> socket = Optional.empty();
        Optional<Path> state = Optional.empty();
        Optional<Path> config = Optional.empty();
        var files = new ArrayList<Path>();
        boolean foreground = false;
        boolean verbose = false;
        boolean strict = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--socket" -> socket = Optional.of(value(words, ++i));
                case "--state" -> state = Optional.of(value(words, ++i));
                case "--config" -> config = Optional.of(value(words, ++i));
                case "--file" -> files.add(value(words, ++i));
                case "--foreground" -> foreground = true;
                case "--verbose" -> verbose = true;
                case "--strict-recovery" -> strict = true;
                default -> throw new IllegalArgumentException("unknown argument: " + words[i]);
            }
        }
        if (socket.isEmpty() || state.isEmpty()) {
            throw new IllegalArgumentException("--socket and --state are needed");
        }
        return new ServerArguments(socket.get(), state.get(), config, List.copyOf(files), foreground, verbose,
                strict);
    }

    private static Path value(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException(words[at - 1] + " needs a value");
        }
        return Path.of(words[at]);
    }
}
