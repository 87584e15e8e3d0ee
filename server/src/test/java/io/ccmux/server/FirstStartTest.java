package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    private Path home;

    private String offer(List<Path> files) {
        var arguments = new ServerArguments(home.resolve("socket"), home.resolve("state"),
                Optional.of(home.resolve("ccmux.conf")), files, false, false, false);
        return FirstStart.offer(arguments, Map.of("HOME", home.toString()));
    }

    @Test
    void offersTheTmuxConfThatIsThere() throws IOException {
        assertEquals("", offer(List.of()));
        Files.createDirectories(home.resolve(".config/tmux"));
        Files.writeString(home.resolve(".config/tmux/tmux.conf"), "");
        assertEquals(home.resolve(".config/tmux/tmux.conf").toString(), offer(List.of()));
        Files.writeString(home.resolve(".tmux.conf"), "");
        assertEquals(home.resolve(".tmux.conf").toString(), offer(List.of()));
    }

    @Test
    void offersNothingToWhomeverHasAConfiguration() throws IOException {
        Files.writeString(home.resolve(".tmux.conf"), "");
        assertEquals("", offer(List.of(home.resolve("other.conf"))));
        Files.writeString(home.resolve("ccmux.conf"), "");
        assertEquals("", offer(List.of()));
    }
}
