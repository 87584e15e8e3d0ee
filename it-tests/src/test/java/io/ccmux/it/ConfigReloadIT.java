package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration, changed while the server lives. */
class ConfigReloadIT {
    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @BeforeEach
    void install() {
        ccmux = new Ccmux(directory);
        ccmux.must("new-session", "-d", "-s", "lives");
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    private void write(String text) throws IOException {
        Files.writeString(ccmux.home().resolve("ccmux.conf"), text);
    }

    @Test
    void obeysWhatIsNewAndSaysWhatWaits() throws IOException {
        write("options { mouse = on }\nkeys { root { F5 = \"new-window\" } }\npersistence { durability = off }\n");
        var told = ccmux.must("config", "reload");
        assertTrue(told.contains("persistence.durability: in force after a restart of the server\n"), told);
        assertEquals("mouse on\n", ccmux.must("show-options", "-g", "mouse"));
        assertTrue(ccmux.must("list-keys", "-T", "root", "F5").contains("new-window"));
        assertTrue(ccmux.must("config", "reload", "--json").contains("\"afterRestart\":[\"durability\"]"));
        write("");
        assertEquals("configuration read\n", ccmux.must("config", "reload"));
        assertEquals("mouse off\n", ccmux.must("show-options", "-g", "mouse"));
    }

    @Test
    void keepsEverythingIfThereIsAMistake() throws IOException {
        write("options { mouse = on }\n");
        ccmux.must("config", "reload");
        write("options {\n  mouse = off\n  base-index = many\n}\n");
        var refused = ccmux.run("config", "reload");
        assertEquals(1, refused.status());
        assertTrue(refused.error().startsWith(ccmux.home().resolve("ccmux.conf") + ":3: "), refused::error);
        assertEquals("mouse on\n", ccmux.must("show-options", "-g", "mouse"));
        assertEquals(1, ccmux.run("config", "check").status());
    }

    @Test
    void readsItAgainOnSighup() throws IOException {
        write("options { status-left = \"read again\" }\n");
        Processes.signal(ccmux.server().orElseThrow(), "HUP");
        Awaiting.format(ccmux, "lives", "#{status-left}", "read again");
        write("options { status-left = \"never\", base-index = many }\n");
        Processes.signal(ccmux.server().orElseThrow(), "HUP");
        org.awaitility.Awaitility.await().until(() -> ccmux.must("show-messages").contains("configuration unchanged"));
        assertEquals("read again", ccmux.ask("lives", "#{status-left}"));
    }

    /** As {@code nohup} and the background of a script start it. */
    @Test
    void readsItOnSighupThoughItWasStartedToIgnoreThat() throws Exception {
        ccmux.must("kill-server");
        var builder = new ProcessBuilder("/bin/sh", "-c",
                "trap '' HUP INT QUIT; exec " + Ccmux.program() + " new-session -d -s lives");
        builder.environment().clear();
        builder.environment().putAll(ccmux.environment());
        assertEquals(0, builder.start().waitFor());
        String ignored = ccmux.must("run-shell", "grep SigIgn /proc/self/status").strip().split("\\s+")[1];
        assertEquals(0, Long.parseUnsignedLong(ignored, 16) & 0b111, ignored);
        write("options { status-left = \"read again\" }\n");
        Processes.signal(ccmux.server().orElseThrow(), "HUP");
        Awaiting.format(ccmux, "lives", "#{status-left}", "read again");
    }

    @Test
    void writesACheckpointWhenAskedTo() {
        ccmux.must("checkpoint", "now");
        assertTrue(ccmux.must("checkpoint", "list").contains("covers serial "));
        ccmux.must("checkpoint", "verify");
    }
}
