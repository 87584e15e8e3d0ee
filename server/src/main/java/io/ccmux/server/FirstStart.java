package io.ccmux.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a user of tmux is offered when there is no state and no {@code ccmux.conf} yet: the {@code tmux.conf} that is
 * there. It is not read unasked; reading it once is enough, because what it changes is remembered.
 */
final class FirstStart {
    private FirstStart() {}

    /** The file, or nothing. */
    static String offer(ServerArguments arguments, Map<String, String> environment) {
        boolean configured = !arguments.files().isEmpty() || arguments.config().filter(Files::exists).isPresent();
        String home = environment.getOrDefault("HOME", "");
        if (configured || home.isEmpty()) {
            return "";
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return List.of(home + "/.tmux.conf", (config.isEmpty() ? home + "/.config" : config) + "/tmux/tmux.conf")
                .stream().filter(file -> Files.isReadable(Path.of(file))).findFirst().orElse("");
    }
}
