package io.ccmux.client;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.LaunchEnvironment;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the client finds itself: its environment, its directory and what its standard streams are.
 *
 * @param environment as it was before the launcher
 * @param directory the working directory, by the name the user's shell has for it
 * @param inputTty the terminal that is standard input, or ""
 * @param outputTty the terminal that is standard output, or ""
 */
record Surroundings(Map<String, String> environment, String directory, String inputTty, String outputTty) {
    private static final String[] TTY_PREFIXES = {"/dev/pts/", "/dev/tty", "/dev/console"};

    static Surroundings ofThisProcess() {
        Map<String, String> environment = LaunchEnvironment.ofThisProcess();
        return new Surroundings(environment, workingDirectory(environment), tty(0), tty(1));
    }

    boolean inTerminal() {
        return !inputTty.isEmpty();
    }

    /** What the server is told of this client. */
    ClientMessage.Identify identify(Arguments arguments, WindowSize size, boolean startedServer) {
        String term = environment.getOrDefault("TERM", "");
        String features = arguments.value('T').orElse("");
        if (arguments.has(Arguments.Flag.COLOURS_256)) {
            features = features.isEmpty() ? "256" : "256," + features;
        }
        int flags = bit(ClientFlag.UTF8, arguments.has(Arguments.Flag.UTF8) || isUtf8())
                | bit(ClientFlag.INPUT_TERMINAL, inTerminal())
                | bit(ClientFlag.OUTPUT_TERMINAL, !outputTty.isEmpty())
                | bit(ClientFlag.CONTROL, arguments.has(Arguments.Flag.CONTROL))
                | bit(ClientFlag.CONTROL_RAW, arguments.has(Arguments.Flag.CONTROL_RAW))
                | bit(ClientFlag.STARTED_SERVER, startedServer);
        return new ClientMessage.Identify(directory,
                new TerminalFacts(inputTty, term, size, features), flags, bounded());
    }

    private static int bit(ClientFlag flag, boolean given) {
        return given ? flag.bit() : 0;
    }

    /** The environment as far as a message takes it. */
    private Map<String, String> bounded() {
        Map<String, String> bounded = new LinkedHashMap<>();
        int left = MessageTable.ENVIRONMENT_BYTES_MAX;
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            int bytes = bytes(entry.getKey()) + bytes(entry.getValue());
            if (bytes <= left && bounded.size() < MessageTable.ENVIRONMENT_MAX) {
                bounded.put(entry.getKey(), entry.getValue());
                left -= bytes;
            }
        }
        return bounded;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As tmux decides it: by the first locale variable that is set, or because an outer multiplexer draws. */
    private boolean isUtf8() {
        if (environment.containsKey("CCMUX") || environment.containsKey("TMUX")) {
            return true;
        }
        for (String variable : new String[]{"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(variable, "").toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("UTF-8") || locale.contains("UTF8");
            }
        }
        return false;
    }

    /** {@code $PWD} if it is a name of the working directory (it may lead through links), else its real path. */
    private static String workingDirectory(Map<String, String> environment) {
        String real = System.getProperty("user.dir");
        String named = environment.getOrDefault("PWD", "");
        if (named.equals(real) || !named.startsWith("/")) {
            return real;
        }
        try {
            return Files.isSameFile(Path.of(named), Path.of(real)) ? named : real;
        } catch (IOException gone) {
            return real;
        }
    }

    /** The terminal behind a standard stream; a glance at /proc is cheaper than loading a native library for it. */
    private static String tty(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.exists(Path.of("/proc/self/fd"))) {
            return RawTerminal.tty(descriptor);
        }
        try {
            String target = Files.readSymbolicLink(link).toString();
            for (String prefix : TTY_PREFIXES) {
                if (target.startsWith(prefix) && !target.endsWith(" (deleted)")) {
                    return target;
                }
            }
            return "";
        } catch (IOException closed) {
            return "";
        }
    }
}
