package io.ccmux.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * The packaged product with a home of its own: its commands, its server's process, its files.
 *
 * <p>The distribution is the one that the build made, or the one that the system property {@code ccmux.dist} names.
 * Closing ends every process that has this home in its environment or arguments, so nothing outlives a test.
 */
final class Ccmux implements AutoCloseable {
    /** How long a command may take, in seconds: far more than it ever needs, so that a busy machine fails no test. */
    static final long COMMAND_SECONDS = Long.getLong("ccmux.seconds", 60);

    /** What a command printed and how it ended. */
    record Result(String out, String error, int status) {
        /** As in a transcript: all that a terminal would show, and the exit status. */
        String shown() {
            return out + error + "[rc=" + status + "]";
        }
    }

    private final Path home;
    private final Path user;
    private final Map<String, String> environment = new TreeMap<>();

    /** @param directory an empty directory, which becomes the user's home and that of ccmux */
    Ccmux(Path directory) {
        home = directory.resolve("home");
        user = directory.resolve("user");
        try {
            Files.createDirectories(user);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        environment.put("CCMUX_HOME", home.toString());
        environment.put("HOME", user.toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("SHELL", "/bin/sh");
        environment.put("LANG", "C.UTF-8");
        environment.put("TERM", "xterm-256color");
        environment.put("PS1", "$ ");
    }

    static Path distribution() {
        String given = System.getProperty("ccmux.dist", "../client/target/dist");
        return Path.of(given).toAbsolutePath().normalize();
    }

    static String program() {
        return distribution().resolve("bin/ccmux").toString();
    }

    // ---- places ----------------------------------------------------------------------------

    Path state() {
        return home.resolve("state");
    }

    Path socket() {
        return home.resolve("run/default");
    }

    Path home() {
        return home;
    }

    /** The home directory of the user, where commands run. */
    Path user() {
        return user;
    }

    /** Sets a variable for all commands from now on. */
    Ccmux with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    // ---- commands --------------------------------------------------------------------------

    /** Runs a command to its end. */
    Result run(String... words) {
        return run(new byte[0], words);
    }

    Result run(byte[] input, String... words) {
        var process = start(words);
        try {
            var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), Thread::startVirtualThread);
            var error = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), Thread::startVirtualThread);
            write(process, input);
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("ccmux " + String.join(" ", words) + " took more than " + COMMAND_SECONDS
                        + " s; so far: " + out.join() + error.join() + serverLog());
            }
            return new Result(out.join(), error.join(), process.exitValue());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String read(java.io.InputStream from) {
        try (from) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    private static void write(Process process, byte[] input) {
        try (var to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException closed) {
            // The command did not want to read all of it, which is up to it.
            return;
        }
    }

    /** Runs a command that must succeed; returns what it printed. */
    String must(String... words) {
        var result = run(words);
        if (result.status() != 0 || !result.error().isEmpty()) {
            throw new AssertionError(result.error() + "ccmux " + String.join(" ", words) + ": " + result + "\n"
                    + serverLog());
        }
        return result.out();
    }

    /** What a format expands to, without the newline. */
    String ask(String target, String format) {
        return must("display-message", "-p", "-t", target, format).stripTrailing();
    }

    Process start(String... words) {
        var command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(user.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A user runs a command in a terminal of this size. */
    AttachedClient terminal(int columns, int rows, String... words) {
        var command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(words));
        return terminalWith(columns, rows, command);
    }

    /** A user runs whatever command in a terminal of this size. */
    AttachedClient terminalWith(int columns, int rows, List<String> command) {
        return new AttachedClient(environment, user, columns, rows, command);
    }

    /** The server's log, to be shown when a test fails. */
    String serverLog() {
        try {
            var log = state().resolve("server.log");
            return Files.exists(log) ? "\n--- server.log\n" + Files.readString(log) : "\n(no server.log)";
        } catch (IOException unreadable) {
            return "\n(server.log: " + unreadable.getMessage() + ")";
        }
    }

    // ---- the server's process --------------------------------------------------------------

    /** The process id of the server, if it runs. */
    OptionalLong server() {
        var pids = servers();
        if (pids.size() > 1) {
            throw new AssertionError("several servers: " + pids);
        }
        return pids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pids.getFirst());
    }

    /** Waits until there are so many servers: one that refuses to start takes a moment to be gone. */
    void awaitServers(int count) {
        Awaitility.await(count + " servers").atMost(Duration.ofSeconds(COMMAND_SECONDS)).pollDelay(Duration.ZERO)
                .until(() -> servers().size() == count);
    }

    /** A child that the server has just forked looks like the server until it becomes another program. */
    List<Long> servers() {
        var pids = Processes.with(process -> process.arguments().contains("io.ccmux.server.ServerMain")
                && process.arguments().contains(state().toString()));
        return pids.stream().filter(pid -> ProcessHandle.of(pid).flatMap(ProcessHandle::parent)
                .filter(parent -> pids.contains(parent.pid())).isEmpty()).toList();
    }

    /** {@code kill -9}, and waits until the process is gone. */
    void killServer() {
        long pid = server().orElseThrow(() -> new AssertionError("no server runs" + serverLog()));
        Processes.signal(pid, "KILL");
        Processes.awaitEnd(pid);
    }

    @Override
    public void close() {
        Processes.endAll(process -> process.mentions(home.toString()));
    }
}
