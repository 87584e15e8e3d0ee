package io.ccmux.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tmux that ccmux is compared with, with a server of its own. */
final class Oracle {
    private static final String VERSION = "tmux 3.3a";
    private static final List<String> COMMAND = List.of("tmux", "-L", "ccmux-oracle", "-f", "/dev/null");

    private final Path directory;

    /** @param directory an empty one, for its socket and as the user's home */
    Oracle(Path directory) {
        this.directory = directory;
    }

    /** Skips the test, and says so, where there is no such tmux. */
    static void mustBeThere() {
        assumeTrue(VERSION.equals(version()), "skipped: " + VERSION + " is not installed");
    }

    private static String version() {
        try {
            var process = new ProcessBuilder("tmux", "-V").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notInstalled) {
            return "";
        }
    }

    /** How a shell starts a client of this server. */
    static String shellCommand() {
        return String.join(" ", COMMAND);
    }

    /** A client in control mode. */
    ControlPeer control(String... words) {
        var builder = new ProcessBuilder(command(words)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment());
        try {
            return new ControlPeer(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A user at a terminal. */
    AttachedClient terminal(int columns, int rows, String... words) {
        return new AttachedClient(environment(), directory, columns, rows, command(words));
    }

    private static List<String> command(String... words) {
        var command = new ArrayList<>(COMMAND);
        command.addAll(List.of(words));
        return command;
    }

    private Map<String, String> environment() {
        return new TreeMap<>(Map.of("TMUX_TMPDIR", directory.toString(), "HOME", directory.resolve("user").toString(),
                "PATH", System.getenv("PATH"), "SHELL", "/bin/sh", "LANG", "C.UTF-8", "TERM", "xterm-256color", "PS1",
                "$ "));
    }

    /** Ids count differently after failures; checksums and times follow from what is compared anyway. */
    static String plain(String answer) {
        return answer.replaceAll("([@%$])\\d+", "$1N").replaceAll("\\b[0-9a-f]{4},(\\d+x\\d+,\\d+,\\d+)", "$1")
                .replaceAll("(\\d+x\\d+,\\d+,\\d+),\\d+(?![x\\d])", "$1")
                .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME");
    }
}
