package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state directory has one server at most, whatever is tried. */
class OneServerIT {
    private static final int AT_ONCE = 8;

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    OneServerIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    private List<Process> eightAtOnce() {
        return IntStream.range(0, AT_ONCE).mapToObj(i -> ccmux.start("new-session", "-d", "-s", "s" + i)).toList();
    }

    @Test
    void isStartedOnceByEightFirstCommands() throws Exception {
        for (var command : eightAtOnce()) {
            assertEquals(0, command.waitFor());
        }
        ccmux.awaitServers(1);
        assertEquals(IntStream.range(0, AT_ONCE).mapToObj(i -> "s" + i).toList(),
                ccmux.must("list-sessions", "-F", "#{session_name}").lines().sorted().toList());
    }

    @Test
    void isRecoveredOnceByEightCommands() throws Exception {
        ccmux.must("new-session", "-d", "-s", "kept");
        ccmux.killServer();
        for (var command : eightAtOnce()) {
            assertEquals(0, command.waitFor());
        }
        ccmux.awaitServers(1);
        assertEquals(AT_ONCE + 1, ccmux.must("list-sessions").lines().count());
    }

    @Test
    void refusesASecondOneOnTheSameState() throws Exception {
        ccmux.must("new-session", "-d", "-s", "first");
        long server = ccmux.server().orElseThrow();
        var second = server("--socket", directory.resolve("elsewhere").toString(), "--state",
                ccmux.state().toString());
        assertEquals("", second.error());
        assertTrue(second.out().matches("error: .*\n"), second::out);
        assertEquals(1, second.status());
        ccmux.awaitServers(1);
        assertEquals(List.of(server), ccmux.servers());
        assertEquals("first\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
    }

    private Ccmux.Result server(String... arguments) throws IOException, InterruptedException {
        var words = new java.util.ArrayList<>(List.of(Ccmux.distribution().resolve("bin/ccmux-server").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(ccmux.environment());
        var process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ccmux.Result(out, error, process.waitFor());
    }

    /** The server makes its socket anew; what must never be is a second server. */
    @Test
    void staysTheOnlyOneWhenItsSocketIsDeleted() throws Exception {
        ccmux.must("new-session", "-d", "-s", "watched");
        long server = ccmux.server().orElseThrow();
        try (var user = ccmux.terminal(80, 24, "attach")) {
            user.awaitStatus("[watched]");
            Files.delete(ccmux.socket());
            assertEquals(1, ccmux.must("list-sessions").lines().count());
            ccmux.awaitServers(1);
            assertEquals(List.of(server), ccmux.servers());
            user.type("echo still ali''ve\r");
            user.awaitText("still alive");
        }
    }

    @Test
    void isTheOneOfItsProgramsThoughItsHomeWasNamedFromElsewhere() {
        ccmux.with("CCMUX_HOME", "../home");
        ccmux.must("new-session", "-d", "-c", "/");
        assertEquals(ccmux.home() + "\n", ccmux.must("run-shell", "echo $CCMUX_HOME"));
    }

    /** Java says a page about such a directory, and ends; the shell that starts it says a line of its own. */
    @Test
    void isReachedFromADirectoryThatWasRemoved() throws IOException {
        ccmux.must("new-session", "-d", "-s", "there");
        Path gone = Files.createDirectory(directory.resolve("gone"));
        assertEquals("there\n", ccmux.must("run-shell", "cd " + gone + " && rmdir " + gone + " && exec "
                + Ccmux.program() + " list-sessions -F '##{session_name}' 2> /dev/null"));
    }

    @Test
    void keepsNamedServersApart() {
        ccmux.must("new-session", "-d", "-s", "usual");
        ccmux.must("-L", "other", "new-session", "-d", "-s", "unusual");
        assertEquals("usual\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertEquals("unusual\n", ccmux.must("-L", "other", "list-sessions", "-F", "#{session_name}"));
        ccmux.must("-L", "other", "kill-server");
        assertEquals("usual\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
    }
}
