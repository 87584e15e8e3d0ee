package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.server.terminal.Modes;

/** However a client ends, its terminal is as it found it: settings of the line, screen, modes, what stood there. */
class TerminalRestoredIT {
    @TempDir
    private Path directory;
    private Ccmux ccmux;
    private AttachedClient user;
    private Modes before;

    @BeforeEach
    void attach() {
        ccmux = new Ccmux(directory);
        user = ccmux.terminal(80, 24, "new-session", "-s", "it");
        user.awaitText(AttachedClient.LINE_BEFORE);
        before = user.modes();
        user.awaitStatus("[it]");
        ccmux.must("set-option", "-g", "mouse", "on");
        user.await("the mouse", now -> now.modes().mouse() != Modes.MouseTracking.OFF);
    }

    @AfterEach
    void end() {
        user.close();
        ccmux.close();
    }

    private void assertRestored(int status, String said) {
        assertEquals(status, user.awaitEnd());
        user.awaitText(said);
        user.awaitText(AttachedClient.LINE_BEFORE);
        assertEquals(user.settingsBefore(), user.settingsAfter());
        assertEquals(before, user.modes());
        assertFalse(user.alternate());
    }

    @Test
    void afterDetaching() {
        user.prefix("d");
        assertRestored(0, "[detached (from session it)]");
    }

    @Test
    void afterTheLastShellExited() {
        user.type("exit\r");
        assertRestored(0, "[exited]");
    }

    @Test
    void afterSigterm() {
        user.signal("TERM");
        assertRestored(1, "[terminated]");
    }

    @Test
    void afterSighup() {
        user.signal("HUP");
        assertRestored(1, "[lost tty]");
    }

    @Test
    void afterTheServerWasEnded() {
        ccmux.must("kill-server");
        assertRestored(1, "[server exited]");
    }

    @Test
    void afterTheServerWasStopped() {
        ccmux.must("stop-server");
        assertRestored(1, "[server exited]");
    }

    /** The client starts the server again three times in a minute, and then gives up. */
    @Test
    void afterTheServerCrashedTooOften() {
        for (int crash = 1; crash <= 3; crash++) {
            ccmux.killServer();
            user.await("the server again", now -> ccmux.server().isPresent() && now.alternate()
                    && AttachedClient.lines(now).getLast().contains("[it]"));
            user.type("echo cra''sh" + crash + "\r");
            user.awaitText("crash" + crash);
        }
        ccmux.killServer();
        assertRestored(1, "[server exited unexpectedly]");
    }
}
