package io.ccmux.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketPathTest {
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/ada"));

    @TempDir
    private Path directory;

    @Test
    void keepsEverythingBelowCcmuxHome() throws IOException {
        environment.put("CCMUX_HOME", "/srv/mux/");
        environment.put("XDG_STATE_HOME", "/elsewhere");
        SocketPath found = find("", "");
        assertEquals(Path.of("/srv/mux/run/default"), found.socket());
        assertEquals(Path.of("/srv/mux/state"), found.state());
        assertEquals(Path.of("/srv/mux/ccmux.conf"), found.configuration());
    }

    @Test
    void followsTheBaseDirectories() throws IOException {
        environment.put("XDG_CONFIG_HOME", "/c");
        environment.put("XDG_STATE_HOME", "/s");
        environment.put("XDG_RUNTIME_DIR", directory.toString());
        SocketPath found = find("", "");
        assertEquals(directory.resolve("ccmux/default"), found.socket());
        assertEquals(Path.of("/s/ccmux"), found.state());
        assertEquals(Path.of("/c/ccmux/ccmux.conf"), found.configuration());
    }

    @Test
    void fallsBackToTheHomeAndTheTemporaryDirectory() throws IOException {
        environment.put("XDG_RUNTIME_DIR", "/does/not/exist");
        environment.put("XDG_STATE_HOME", "relative");
        SocketPath found = find("", "");
        assertEquals(Path.of("/tmp/ccmux-" + SocketPath.userId() + "/default"), found.socket());
        assertEquals(Path.of("/home/ada/.local/state/ccmux"), found.state());
        assertEquals(Path.of("/home/ada/.config/ccmux/ccmux.conf"), found.configuration());
        environment.put("TMPDIR", directory.toString());
        assertEquals(directory.resolve("ccmux-" + SocketPath.userId() + "/default"), find("", "").socket());
    }

    @Test
    void givesANameItsOwnSocketAndState() throws IOException {
        environment.put("CCMUX_HOME", "/h");
        SocketPath found = find("work", "");
        assertEquals(Path.of("/h/run/work"), found.socket());
        assertEquals(Path.of("/h/state-work"), found.state());
        assertEquals(find("", ""), find("default", ""));
    }

    @Test
    void givesASocketPathItsOwnState() throws IOException {
        environment.put("CCMUX_HOME", "/h");
        SocketPath found = find("ignored", "/var/a/../sock");
        assertEquals(Path.of("/var/sock"), found.socket());
        assertEquals(Path.of("/h/state-%var%sock"), found.state());
    }

    @Test
    void knowsTheSocketOfANameGivenAsAPath() throws IOException {
        environment.put("CCMUX_HOME", "/h");
        assertEquals(find("work", ""), find("", "/h/run/work"));
        assertEquals(find("", ""), find("", "/h/run/default"));
    }

    @Test
    void staysWithTheServerOfThePaneItRunsIn() throws IOException {
        environment.put("CCMUX_HOME", "/h");
        environment.put("CCMUX", "/h/run/a,b,4711,3");
        assertEquals(Path.of("/h/run/a,b"), find("", "").socket());
        assertEquals(Path.of("/h/run/other"), find("other", "").socket());
        environment.put("CCMUX", "nonsense");
        assertEquals(Path.of("/h/run/default"), find("", "").socket());
    }

    @Test
    void refusesNamesAndPathsThatCannotBe() {
        environment.put("CCMUX_HOME", "/h");
        assertEquals("invalid socket name: a/b", refusal("a/b", ""));
        assertEquals("invalid socket name: ..", refusal("..", ""));
        String longPath = "/" + "x".repeat(SocketPath.PATH_BYTES_MAX);
        assertEquals("error connecting to " + longPath + " (File name too long)", refusal("", longPath));
    }

    @Test
    void makesThePrivateDirectoryOfTheSocket() throws IOException {
        environment.put("CCMUX_HOME", directory.resolve("home").toString());
        SocketPath found = find("", "");
        found.prepareSocketDirectory(environment);
        found.prepareSocketDirectory(environment);
        Path run = found.socket().getParent();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(run)));
    }

    @Test
    void saysWhyADirectoryCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        environment.put("CCMUX_HOME", file.toString());
        SocketPath found = find("", "");
        assertEquals("couldn't create directory " + file + "/run (Not a directory)",
                assertThrows(IOException.class, () -> found.prepareSocketDirectory(environment)).getMessage());
        assertEquals("couldn't create directory /proc/no/such (No such file or directory)",
                assertThrows(IOException.class, () -> SocketPath.createPrivate(Path.of("/proc/no/such"))).getMessage());
    }

    @Test
    void refusesADirectoryThatOthersCanEnterOrThatIsALink() throws IOException {
        environment.put("CCMUX_HOME", directory.toString());
        Path run = Files.createDirectory(directory.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-x---"));
        SocketPath found = find("", "");
        IOException open = assertThrows(IOException.class, () -> found.prepareSocketDirectory(environment));
        assertEquals("directory " + run + " has unsafe permissions", open.getMessage());
        Files.delete(run);
        Files.createSymbolicLink(run, Files.createDirectory(directory.resolve("target")));
        IOException link = assertThrows(IOException.class, () -> found.prepareSocketDirectory(environment));
        assertEquals(run + " is not a directory", link.getMessage());
    }

    private SocketPath find(String name, String path) throws IOException {
        return SocketPath.of(environment, given(name), given(path));
    }

    private String refusal(String name, String path) {
        return assertThrows(IOException.class, () -> find(name, path)).getMessage();
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
