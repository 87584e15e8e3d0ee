package io.ccmux.client;

import io.ccmux.protocol.SocketPath;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the server, or starts it: exactly one, however many clients try at the same time.
 *
 * <p>A server is started as
 *
 * <pre>
 *  bin/ccmux-server [--foreground] --socket PATH --state DIRECTORY (--config FILE | --file FILE ...) [--verbose]
 *                   [--strict-recovery]
 * </pre>
 *
 * <p>with its standard error appended to {@code server.log} in the state directory. {@code --config} is the usual
 * configuration, which need not exist; {@code --file} one that the user named, which must. On standard output it says
 * one line: {@code ready} when it listens, or {@code error: REASON} when it never will.
 */
final class ServerLauncher {
    /** Set by the launcher: the directory of the distribution. */
    static final String DISTRIBUTION = "ccmux.dist";

    private static final String READY = "ready";
    private static final String ERROR = "error: ";
    private static final String RECOVER = "recover";
    /** How Java ends when memory runs out. */
    private static final int OUT_OF_MEMORY_STATUS = 3;
    private static final int STARTS_MAX = 5;
    /** Length in bytes at which the log is put aside, once. */
    private static final long LOG_BYTES_MAX = 1 << 20;

    private final SocketPath place;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private boolean started;

    ServerLauncher(SocketPath place, Arguments arguments, Surroundings surroundings) {
        this.place = place;
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /** Whether this client started the server it is connected to. */
    boolean started() {
        return started;
    }

    /**
     * Connects; starts the server when there is none and {@code mayStart}, or a state to recover.
     *
     * @throws IOException in one line, as tmux says it
     */
    Connection connect(boolean mayStart) throws IOException {
        place.checkSocketDirectory(surroundings.environment());
        Optional<Connection> found = tryConnect();
        if (found.isPresent()) {
            return found.get();
        }
        if (arguments.has(Arguments.Flag.NO_START) || !mayStart && !recovers()) {
            throw noServer();
        }
        return connectOrStart();
    }

    /** Runs the server in the place of this client until it ends; the result is its exit status. */
    int runInForeground() throws IOException {
        place.prepareSocketDirectory(surroundings.environment());
        prepareState();
        return Shell.await(server().inheritIO().start());
    }

    /** Runs a tool, which finds the server's places by itself, to its end; the result is its exit status. */
    int runTool() throws IOException {
        List<String> command = command("ccmux-tool");
        command.add("--");
        command.addAll(arguments.words());
        return Shell.await(new ProcessBuilder(command).inheritIO().start());
    }

    private Connection connectOrStart() throws IOException {
        place.prepareSocketDirectory(surroundings.environment());
        Path lock = place.socket().resolveSibling(place.socket().getFileName() + ".lock");
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(lock, options, mode); var _ = channel.lock()) {
            Optional<Connection> found = tryConnect();
            if (found.isPresent()) {
                return found.get();
            }
            start();
            started = true;
            return tryConnect().orElseThrow(() -> new IOException("server exited unexpectedly"));
        }
    }

    private Optional<Connection> tryConnect() throws IOException {
        try {
            return Optional.of(Connection.open(place.socket()));
        } catch (SocketException refused) {
            if (exists() && !Files.isReadable(place.socket())) {
                throw new IOException("error connecting to " + place.socket() + " (Permission denied)", refused);
            }
            return Optional.empty();
        }
    }

    private IOException noServer() {
        return new IOException(exists()
                ? "no server running on " + place.socket()
                : "error connecting to " + place.socket() + " (No such file or directory)");
    }

    private boolean exists() {
        return Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean recovers() throws IOException {
        Path manifest = place.state().resolve("MANIFEST");
        if (!Files.exists(manifest)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(manifest, StandardCharsets.ISO_8859_1)) {
            return RECOVER.equals(reader.readLine());
        }
    }

    /** Starts the server. One that runs out of memory while it recovers gets twice as much the next time. */
    private void start() throws IOException {
        prepareState();
        Path log = place.state().resolve("server.log");
        int starts = 1;
        while (!starts(log)) {
            if (starts++ == STARTS_MAX) {
                throw new IOException("server ran out of memory, see " + log);
            }
        }
    }

    /** False if it had too little memory. */
    private boolean starts(Path log) throws IOException {
        Process server = server().directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectError(preparedLog(log))
                .start();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.equals(READY) && !line.startsWith(ERROR)) {
                // Java itself says why it ends.
                line = said.readLine();
            }
            if (line == null) {
                if (Shell.await(server) == OUT_OF_MEMORY_STATUS) {
                    return false;
                }
                throw new IOException("server exited unexpectedly, see " + log);
            }
            if (!line.equals(READY)) {
                throw new IOException(line.substring(ERROR.length()));
            }
            return true;
        }
    }

    /** The server to be. Programs in its panes get its {@code CCMUX_HOME}, and work elsewhere. */
    private ProcessBuilder server() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().computeIfPresent("CCMUX_HOME",
                (name, home) -> home.isEmpty() ? home : Path.of(home).toAbsolutePath().normalize().toString());
        return builder;
    }

    private List<String> command() throws IOException {
        List<String> command = command("ccmux-server");
        if (arguments.has(Arguments.Flag.FOREGROUND)) {
            command.add(1, "--foreground");
        }
        if (arguments.has(Arguments.Flag.VERBOSE)) {
            command.add("--verbose");
        }
        if (arguments.has(Arguments.Flag.STRICT_RECOVERY)) {
            command.add("--strict-recovery");
        }
        return command;
    }

    /** A program of the distribution, and where this server lives. */
    private List<String> command(String program) throws IOException {
        String distribution = System.getProperty(DISTRIBUTION, "");
        if (distribution.isEmpty()) {
            throw new IOException("cannot start a server: -D" + ServerLauncher.DISTRIBUTION + " is not set");
        }
        List<String> command = new ArrayList<>(List.of(distribution + "/bin/" + program));
        command.addAll(List.of("--socket", place.socket().toString(), "--state", place.state().toString()));
        if (arguments.configurations().isEmpty()) {
            command.addAll(List.of("--config", place.configuration().toString()));
        }
        for (String file : arguments.configurations()) {
            command.addAll(List.of("--file", Path.of(surroundings.directory()).resolve(file).toString()));
        }
        return command;
    }

    /**
     * Makes the state directory. One that is a link or another user's is refused before anything is written there, such
     * as a log that its owner could not write; one that cannot be made is none of our business: the server lives from
     * memory then, and says so.
     */
    private void prepareState() throws IOException {
        Path state = place.state();
        if (Files.exists(state, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("state directory is not a directory of its own: " + state);
        }
        try {
            SocketPath.createPrivate(state);
        } catch (IOException refused) {
            return;
        }
        Object owner = Files.getAttribute(state, "unix:uid");
        if (!owner.equals(SocketPath.userId())) {
            throw new IOException("state directory belongs to user " + owner + ", not to user " + SocketPath.userId()
                    + ": " + state);
        }
    }

    /** Where the server's log goes; nowhere if the directory cannot be written, for it is served all the same. */
    private ProcessBuilder.Redirect preparedLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX && Files.isWritable(log.getParent())) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log) && Files.isWritable(log.getParent())) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.isWritable(log)
                ? ProcessBuilder.Redirect.appendTo(log.toFile())
                : ProcessBuilder.Redirect.DISCARD;
    }
}
