package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ccmux install} puts below a prefix, and {@code ccmux uninstall} takes away again. */
class InstallIT {
    @TempDir
    private Path directory;
    private Ccmux ccmux;
    private Path prefix;

    @BeforeEach
    void prepare() {
        ccmux = new Ccmux(directory.resolve("it")).with("CCMUX_TRAINING", "1");
        prefix = directory.resolve("a prefix");
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    private static int status(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(Ccmux.COMMAND_SECONDS, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Test
    void installsAndTakesAwayWhatItInstalled() throws IOException, InterruptedException {
        Files.createDirectories(prefix.resolve("share/man/man1"));
        Files.createFile(prefix.resolve("share/man/man1/other.1"));
        assertTrue(ccmux.must("install", prefix.toString()).contains("installed: " + prefix + "/bin/ccmux"));
        var installed = prefix.resolve("bin/ccmux");
        assertEquals(0, status(List.of(installed.toString(), "-V")));
        for (String page : List.of("man/man1/ccmux.1", "bash-completion/completions/ccmux",
                "zsh/site-functions/_ccmux", "fish/vendor_completions.d/ccmux.fish", "systemd/user/ccmux.service")) {
            assertTrue(Files.size(prefix.resolve("share").resolve(page)) > 0, page);
        }
        ccmux.must("install", prefix.toString());
        ccmux.must("uninstall", prefix.toString());
        try (var left = Files.walk(prefix)) {
            assertEquals(List.of(prefix.resolve("share/man/man1/other.1")), left.filter(Files::isRegularFile)
                    .toList());
        }
    }

    @Test
    void hidesNobodysFile() throws IOException {
        Files.createDirectories(prefix.resolve("bin"));
        Files.createFile(prefix.resolve("bin/ccmux"));
        var result = ccmux.run("install", prefix.toString());
        assertEquals("ccmux: " + prefix + "/bin/ccmux is there already and is not ours\n", result.error());
        assertEquals(1, result.status());
        assertEquals(0, Files.size(prefix.resolve("bin/ccmux")));
        assertFalse(ccmux.run("uninstall", directory.resolve("nowhere").toString()).status() == 0);
    }
}
