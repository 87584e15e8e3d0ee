package io.ccmux.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Where one server lives: its socket, its state and the configuration it reads unless told otherwise.
 *
 * <pre>
 *                  $CCMUX_HOME set       else
 *  configuration   H/ccmux.conf          ${XDG_CONFIG_HOME:-~/.config}/ccmux/ccmux.conf
 *  state           H/state               ${XDG_STATE_HOME:-~/.local/state}/ccmux
 *  socket          H/run/default         $XDG_RUNTIME_DIR/ccmux/default, or ${TMPDIR:-/tmp}/ccmux-UID/default
 *
 *  -L NAME         socket NAME beside "default"; state directory "-NAME": H/state-NAME
 *  -S PATH         socket PATH; state directory "-" and the path with % for /: H/state-%tmp%a%socket
 *  neither, but in a pane of ccmux: the socket that $CCMUX names, as if by -S
 * </pre>
 *
 * <p>A path given by {@code -S} or {@code $CCMUX} that is the socket of a name means the server of that name.
 */
public record SocketPath(Path socket, Path state, Path configuration) {
    /** The longest path of a socket, in bytes: what fits {@code sun_path} with its terminating zero. */
    public static final int PATH_BYTES_MAX = 107;
    /** The name of the server when none is given. */
    public static final String DEFAULT_NAME = "default";

    private static final String PRIVATE = "rwx------";
    private static final int OTHERS_BITS = 077;

    /**
     * Finds the places of a server.
     *
     * @param environment of the client
     * @param name what {@code -L} says
     * @param path what {@code -S} says; wins over the name
     * @throws IOException in one line, when no socket can be there
     */
    public static SocketPath of(Map<String, String> environment, Optional<String> name, Optional<String> path)
            throws IOException {
        Places places = Places.of(environment);
        Optional<String> given = path;
        if (given.isEmpty() && name.isEmpty()) {
            given = outerSocket(environment);
        }
        SocketPath found = given.isPresent()
                ? places.at(Path.of(given.get()).toAbsolutePath().normalize())
                : places.named(checkedName(name.orElse(DEFAULT_NAME)));
        int bytes = found.socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PATH_BYTES_MAX) {
            throw new IOException("error connecting to " + found.socket + " (File name too long)");
        }
        return found;
    }

    /** Makes the directory of the socket, if there is none, and checks it. */
    public void prepareSocketDirectory(Map<String, String> environment) throws IOException {
        if (isInOwnDirectory(environment)) {
            createPrivate(socket.getParent());
        }
        checkSocketDirectory(environment);
    }

    /**
     * Refuses a directory of the socket that others can enter; one that does not exist is well. The directory of a path
     * given by hand is taken as it is.
     */
    public void checkSocketDirectory(Map<String, String> environment) throws IOException {
        if (isInOwnDirectory(environment) && Files.exists(socket.getParent(), LinkOption.NOFOLLOW_LINKS)) {
            checkPrivate(socket.getParent());
        }
    }

    private boolean isInOwnDirectory(Map<String, String> environment) throws IOException {
        return Places.of(environment).run().equals(socket.getParent());
    }

    /** Makes a directory and those above it for the eyes of this user only, whatever the umask is. */
    public static void createPrivate(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            var mode = PosixFilePermissions.fromString(PRIVATE);
            try {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode));
            } catch (FileSystemException refused) {
                throw new IOException("couldn't create directory " + directory + " (" + reason(refused) + ")", refused);
            }
            Files.setPosixFilePermissions(directory, mode);
        }
    }

    /** Java has no words for the most frequent reasons. */
    private static String reason(FileSystemException refused) {
        if (refused instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (refused instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        return refused instanceof FileAlreadyExistsException ? "Not a directory" : refused.getReason();
    }

    /** Refuses a directory that is a link, belongs to somebody else or can be entered by others. */
    static void checkPrivate(Path directory) throws IOException {
        Map<String, Object> found = Files.readAttributes(directory, "unix:isDirectory,uid,mode",
                LinkOption.NOFOLLOW_LINKS);
        if (!found.get("isDirectory").equals(true)) {
            throw new IOException(directory + " is not a directory");
        }
        if (!found.get("uid").equals(userId()) || ((Integer) found.get("mode") & OTHERS_BITS) != 0) {
            throw new IOException("directory " + directory + " has unsafe permissions");
        }
    }

    /** The number of the user this process runs as: it owns what {@code /proc/self} leads to; the link is root's. */
    public static int userId() throws IOException {
        Path self = Path.of("/proc/self");
        Path owned = Files.exists(self) ? self : Path.of(System.getProperty("user.home"));
        return (Integer) Files.getAttribute(owned, "unix:uid");
    }

    private static String checkedName(String name) throws IOException {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IOException("invalid socket name: " + name);
        }
        return name;
    }

    /** The socket in {@code CCMUX=socket,pid,session}, as panes have it in their environment. */
    private static Optional<String> outerSocket(Map<String, String> environment) {
        String value = environment.getOrDefault("CCMUX", "");
        int session = value.lastIndexOf(',');
        int pid = session < 0 ? -1 : value.lastIndexOf(',', session - 1);
        return pid > 0 ? Optional.of(value.substring(0, pid)) : Optional.empty();
    }

    /** The places of the server without a name, from which all others follow. */
    private record Places(Path run, Path state, Path configuration) {
        static Places of(Map<String, String> environment) throws IOException {
            String own = environment.getOrDefault("CCMUX_HOME", "");
            if (!own.isEmpty()) {
                Path home = Path.of(own).toAbsolutePath().normalize();
                return new Places(home.resolve("run"), home.resolve("state"), home.resolve("ccmux.conf"));
            }
            String home = environment.getOrDefault("HOME", "");
            Path user = Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
            Path config = base(environment, "XDG_CONFIG_HOME").orElse(user.resolve(".config"));
            Path state = base(environment, "XDG_STATE_HOME").orElse(user.resolve(".local/state"));
            return new Places(run(environment), state.resolve("ccmux"), config.resolve("ccmux/ccmux.conf"));
        }

        private static Path run(Map<String, String> environment) throws IOException {
            Optional<Path> runtime = base(environment, "XDG_RUNTIME_DIR");
            if (runtime.isPresent() && Files.isDirectory(runtime.get())) {
                return runtime.get().resolve("ccmux");
            }
            return base(environment, "TMPDIR").orElse(Path.of("/tmp")).resolve("ccmux-" + userId());
        }

        /** A base directory; the XDG specification has a relative one ignored. */
        private static Optional<Path> base(Map<String, String> environment, String variable) {
            String value = environment.getOrDefault(variable, "");
            return value.startsWith("/") ? Optional.of(Path.of(value).normalize()) : Optional.empty();
        }

        SocketPath named(String name) {
            return new SocketPath(run.resolve(name), name.equals(DEFAULT_NAME) ? state : beside(name), configuration);
        }

        SocketPath at(Path socket) {
            if (run.equals(socket.getParent())) {
                return named(socket.getFileName().toString());
            }
            return new SocketPath(socket, beside(socket.toString().replace('/', '%')), configuration);
        }

        private Path beside(String name) {
            return state.resolveSibling(state.getFileName() + "-" + name);
        }
    }
}
