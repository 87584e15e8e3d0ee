package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who is not root, where the tests are run by root, to whom the kernel forbids nothing. */
class OtherUserIT {
    /** Everywhere {@code nobody}. */
    private static final int USER = 65_534;
    private static final String SETPRIV = "/usr/bin/setpriv";

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    OtherUserIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    @BeforeEach
    void giveHome() throws IOException {
        assumeTrue(Files.getAttribute(directory, "unix:uid").equals(0), "skipped: only root can be somebody else");
        assumeTrue(Files.isExecutable(Path.of(SETPRIV)), "skipped: setpriv is not installed");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setAttribute(directory, "unix:uid", USER);
        Files.setAttribute(ccmux.user(), "unix:uid", USER);
        assumeTrue(as(List.of("/bin/sh", "-c", "test -x " + Ccmux.program())).equals("0"),
                "skipped: others cannot reach " + Ccmux.program());
    }

    /** What a program of that user prints, and its exit status. */
    private String as(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(SETPRIV, "--reuid", "" + USER, "--regid", "" + USER, "--clear-groups"));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ccmux.environment());
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + process.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String run(String... words) throws IOException {
        var command = new ArrayList<>(List.of(Ccmux.program()));
        command.addAll(List.of(words));
        return as(command);
    }

    @Test
    void hasAServerThatComesBack() throws IOException {
        assertEquals("0", run("new-session", "-d", "-s", "mine"));
        assertEquals(USER + "\n0", run("run-shell", "id -u"));
        ccmux.killServer();
        assertEquals("mine\n0", run("list-sessions", "-F", "#{session_name}"));
        assertEquals("0", run("stop-server"));
    }

    @Test
    void letsNobodyElseIn() throws IOException {
        assertEquals("0", run("new-session", "-d", "-s", "mine"));
        try (var root = new Ccmux(directory.resolve("root"))) {
            assertEquals("access not allowed\n[rc=1]",
                    root.run("-S", ccmux.socket().toString(), "list-sessions").shown());
        }
        assertEquals("mine\n0", run("list-sessions", "-F", "#{session_name}"));
    }

    @Test
    void findsNothingOfRootsInAStateThatRootCannotUse() throws IOException {
        try (var root = new Ccmux(directory.resolve("root"))) {
            Files.createDirectories(root.state());
            Files.setAttribute(root.state(), "unix:uid", USER);
            assertEquals("state directory belongs to user " + USER + ", not to user 0: " + root.state() + "\n[rc=1]",
                    root.run("new-session", "-d").shown());
            assertTrue(Files.notExists(root.state().resolve("server.log")));
        }
    }

    @Test
    void isToldOfProgramsThatAreAnotherUsers() throws IOException {
        Path program = directory.resolve("theirs");
        Files.copy(Path.of("/bin/cat"), program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setAttribute(program, "unix:mode", 04755);
        assertEquals("0", run("new-session", "-d", "-s", "mine", "cd / && exec sh"));
        assertEquals("0", run("send-keys", "-t", "mine", program.toString(), "Enter"));
        Awaitility.await().atMost(Duration.ofSeconds(Ccmux.COMMAND_SECONDS)).until(() -> run("display-message", "-p",
                "-t", "mine", "#{pane_current_command} #{pane_current_path}"), "theirs /\n0"::equals);
    }

    @Test
    void isServedFromMemoryWhereNoStateCanBeMade() throws IOException {
        Files.createDirectory(ccmux.home());
        Files.createDirectory(ccmux.home().resolve("run"), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(ccmux.home().resolve("run"), "unix:uid", USER);
        String trouble = "state directory cannot be made: " + ccmux.state();
        assertEquals("not durable: " + trouble + "\n1", run("new-session", "-d", "-s", "mine"));
        assertEquals("mine\n0", run("list-sessions", "-F", "#{session_name}"));
        String status = run("server-status");
        assertTrue(status.startsWith("journal: READ_ONLY (" + trouble + ")\n"), status);
        assertTrue(status.contains("disk: 0 MiB left for " + ccmux.state()), status);
    }
}
