package io.ccmux.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserShellTest {
    @TempDir
    private Path directory;

    private Path program(String name) throws IOException {
        return Files.setPosixFilePermissions(Files.createFile(directory.resolve(name)),
                PosixFilePermissions.fromString("rwx------"));
    }

    private static String of(Object shell) throws IOException {
        return UserShell.of(Map.of("SHELL", shell.toString()));
    }

    @Test
    void isWhatTheEnvironmentNames() throws IOException {
        Path shell = program("myshell");
        assertEquals(shell.toString(), of(shell));
    }

    @Test
    void isAnotherOneWhereThatCannotBeRun() throws IOException {
        String other = UserShell.of(Map.of());
        assertEquals(other, of("/nonexistent"));
        assertEquals(other, of("relative"));
        assertEquals(other, of(directory));
        assertEquals(other, of("zero\0"));
        assertEquals(other, of(Files.createFile(directory.resolve("plain"))));
        assertEquals(other, of(""));
    }

    @Test
    void isNeverCcmux() throws IOException {
        Path shell = program("ccmux");
        assertNotEquals(shell.toString(), of(shell));
    }

    @Test
    void isFoundInTheListOfUsers() throws IOException {
        Path users = Files.writeString(directory.resolve("passwd"), """
                root:x:0:0:root:/root:/bin/bash
                broken
                ada:x:1000:1000:Ada \u00e4:/home/ada:/usr/bin/fish
                """);
        assertEquals(Optional.of("/usr/bin/fish"), UserShell.listed(users, 1000));
        assertEquals(Optional.empty(), UserShell.listed(users, 1));
        assertEquals(Optional.empty(), UserShell.listed(directory.resolve("none"), 1000));
    }
}
