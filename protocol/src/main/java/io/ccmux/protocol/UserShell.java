package io.ccmux.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shell of the user: {@code $SHELL}, else what the machine's list of users says, else {@code /bin/sh}. As in tmux,
 * one that cannot be run is passed over, and so is ccmux itself, which would start itself without end.
 */
public final class UserShell {
    private static final String FALLBACK = "/bin/sh";
    private static final Path USERS = Path.of("/etc/passwd");
    private static final String OURSELVES = "ccmux";
    private static final int ID = 2;
    private static final int SHELL = 6;

    private UserShell() {}

    /** The shell of whoever has this environment. */
    public static String of(Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault("SHELL", "");
        return isSuitable(named)
                ? named
                : listed(USERS, SocketPath.userId()).filter(UserShell::isSuitable).orElse(FALLBACK);
    }

    /** What a list of users says. */
    static Optional<String> listed(Path users, int id) throws IOException {
        if (!Files.isReadable(users)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(users, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > SHELL && fields[ID].equals(Integer.toString(id)))
                    .map(fields -> fields[SHELL]).findFirst();
        }
    }

    private static boolean isSuitable(String shell) {
        try {
            Path path = Path.of(shell);
            return path.isAbsolute() && !path.endsWith(OURSELVES) && Files.isRegularFile(path)
                    && Files.isExecutable(path);
        } catch (InvalidPathException wrong) {
            return false;
        }
    }
}
