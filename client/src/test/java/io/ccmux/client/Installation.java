package io.ccmux.client;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A distribution of the client in a directory of its own, whose server is {@link StubServer}. */
final class Installation {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    Installation(Path directory) throws IOException {
        this.directory = directory;
        Path server = Files.createDirectories(directory.resolve("dist/bin")).resolve("ccmux-server");
        Files.writeString(server, "#!/bin/sh\nexec '" + java() + "' -cp '" + System.getProperty("java.class.path")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC io.ccmux.client.StubServer \"$@\"\n");
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory.resolve("home"));
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("CCMUX"));
        environment.remove("TMUX");
        environment.put("CCMUX_HOME", directory.resolve("home").toString());
        environment.put("TERM", "xterm-256color");
        environment.put("SHELL", "/bin/sh");
    }

    Path state() {
        return directory.resolve("home/state");
    }

    Path socket() {
        return directory.resolve("home/run/default");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** How often the server was started. */
    List<String> starts() throws IOException {
        return Files.readAllLines(state().resolve("starts"));
    }

    Process start(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(words)).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(directory.toFile()).start();
    }

    /** Runs a command to its end: what it printed, and its exit status in brackets. */
    String run(String input, String... words) throws Exception {
        Process process = start(words);
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "[" + process.waitFor() + "]";
    }

    /** Starts the client in a terminal of its own, of 90 by 30. */
    PtyProcess attach(String... words) throws IOException {
        PtyProcess process = new PtyProcessBuilder(command(words).toArray(String[]::new)).setEnvironment(environment)
                .setDirectory(directory.toString())
                .setInitialColumns(90)
                .setInitialRows(30)
                .start();
        process.setWinSize(new WinSize(90, 30));
        return process;
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:UserThreadWaitAttemptsAtExit=0",
                "--enable-native-access=ALL-UNNAMED", "-D" + ServerLauncher.DISTRIBUTION + "="
                        + directory.resolve("dist"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Ends the servers that were started here. */
    void stop() throws Exception {
        if (Files.exists(socket())) {
            run("", "crash");
        }
    }
}
