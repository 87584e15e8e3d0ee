package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back after the server was killed, stopped or ended. */
class RecoveryIT {
    /** Colours and attributes, wide and combining characters, a title; then the alternate screen with a margin. */
    private static final String PICTURE = "printf '\\033]2;a title\\007\\033[1;3;31mred\\033[m \\033[48;5;27mblue"
            + "\\033[m \\033[38;2;1;2;3mrgb\\033[4:3mcurly\\033[m 漢字 e\\314\\201 \\033[7mreverse\\033[m\\n'; "
            + "i=0; while [ $i -lt 60 ]; do printf '\\033[%dmhistory %d\\033[m\\n' $((31 + i % 7)) $i; i=$((i+1)); "
            + "done; printf '\\033[?1049h\\033[2J\\033[5;10Halternate \\033[32mgreen\\033[m\\033[?1h\\033=\\033[?2004h"
            + "\\033[?1002h\\033[?1006h\\033[3;8r\\033[6;7H\\033[?25l'; exec cat";

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    RecoveryIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    /** Two sessions, four windows, six panes, with something of everything that can be remembered. */
    private void furnish() {
        ccmux.must("new-session", "-d", "-s", "work", "-n", "edit", "-x", "100", "-y", "30", PICTURE);
        ccmux.must("set-option", "-gw", "respawn", "none");
        ccmux.must("split-window", "-h", "-l", "37", "-t", "work:edit", "seq -f 'line %g' 1 200; exec cat");
        ccmux.must("split-window", "-v", "-t", "work:edit", "echo third; exec cat");
        ccmux.must("new-window", "-n", "zoomed", "-t", "work", "echo one; exec cat");
        ccmux.must("split-window", "-t", "work:zoomed", "echo two; exec cat");
        ccmux.must("resize-pane", "-Z", "-t", "work:zoomed");
        ccmux.must("new-window", "-d", "-t", "work:7", "echo seven; exec cat");
        ccmux.must("new-session", "-d", "-s", "other", "-x", "61", "-y", "17", "-c", "/tmp", "echo other; exec cat");
        ccmux.must("rename-window", "-t", "other", "übrig");
        ccmux.must("select-window", "-t", "work:edit");
        ccmux.must("select-pane", "-t", "work:edit.1");
        ccmux.must("set-option", "-g", "@mine", "user's own");
        ccmux.must("set-option", "-t", "work", "status-left", "[#S] #{?window_zoomed_flag,Z,}");
        ccmux.must("set-option", "-w", "-t", "work:zoomed", "mode-keys", "vi");
        ccmux.must("bind-key", "-n", "F5", "display-message", "five");
        ccmux.must("set-environment", "-t", "work", "PROJECT", "ccmux");
        ccmux.must("set-buffer", "-b", "named", "a\nbuffer\twith all\\sorts");
        ccmux.must("set-buffer", "second");
        Awaiting.text(ccmux, "work:edit.0", "alternate green");
        Awaiting.text(ccmux, "work:edit.1", "line 200");
        Awaiting.text(ccmux, "work:7", "seven");
        Awaiting.text(ccmux, "work:edit.2", "third");
        Awaiting.text(ccmux, "work:zoomed.0", "one");
        Awaiting.text(ccmux, "work:zoomed.1", "two");
        Awaiting.text(ccmux, "other", "other");
    }

    @Test
    void bringsBackEverythingAfterKill9() {
        furnish();
        var before = Picture.of(ccmux);
        long pid = ccmux.server().orElseThrow();
        ccmux.killServer();
        before.assertSame(Picture.of(ccmux));
        assertNotEquals(pid, ccmux.server().orElseThrow());
        ccmux.killServer();
        before.assertSame(Picture.of(ccmux));
    }

    @Test
    void bringsBackEverythingAfterStopServer() throws IOException {
        furnish();
        var before = Picture.of(ccmux);
        ccmux.must("stop-server");
        String manifest = Files.readString(ccmux.state().resolve("MANIFEST"));
        assertTrue(manifest.contains("\nclean "), "not all was written when the command returned: " + manifest);
        before.assertSame(Picture.of(ccmux));
    }

    @Test
    void bringsBackEverythingAfterSigterm() {
        furnish();
        var before = Picture.of(ccmux);
        long pid = ccmux.server().orElseThrow();
        Processes.signal(pid, "TERM");
        Processes.awaitEnd(pid);
        before.assertSame(Picture.of(ccmux));
        assertTrue(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "other").contains("other"));
    }

    @Test
    void saysWhatHappenedAndWhen() {
        ccmux.must("new-session", "-d", "-s", "shell", "-x", "80", "-y", "24");
        ccmux.must("send-keys", "-t", "shell", "echo before the cra''sh", "Enter");
        Awaiting.text(ccmux, "shell", "before the crash");
        ccmux.killServer();
        Awaiting.capture(ccmux, "shell", "a separator", shown -> shown
                .matches("(?s).*before the crash\n.*-- crashed \\d+ \\p{L}+ \\d\\d:\\d\\d:\\d\\d, "
                        + "restored \\d+ \\p{L}+ \\d\\d:\\d\\d:\\d\\d --\n.*"));
        ccmux.must("send-keys", "-t", "shell", "echo a sh''ell", "Enter");
        Awaiting.text(ccmux, "shell", "a shell");
    }

    @Test
    void holdsACommandUntilEnterIsPressed() {
        var runs = directory.resolve("runs");
        String command = "echo ran >> " + runs + "; echo has ru''n; exec cat";
        ccmux.must("new-session", "-d", "-s", "held", "-x", "200", "-y", "24", command);
        Awaiting.text(ccmux, "held", "has run");
        ccmux.killServer();
        Awaiting.text(ccmux, "held", "press Enter to run: " + command);
        assertEquals("ran\n", read(runs));
        try (var user = ccmux.terminal(200, 25, "attach")) {
            user.awaitText("press Enter to run: " + command);
            user.type("x");
            user.type("\r");
            Awaiting.capture(ccmux, "held", "two runs", shown -> shown.split("has run\n", -1).length == 3);
        }
        assertEquals("ran\nran\n", read(runs));
        ccmux.must("send-keys", "-t", "held", "echoed by cat", "Enter");
        Awaiting.capture(ccmux, "held", "cat", shown -> shown.split("echoed by cat\n", -1).length == 3);
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void endsTheSessionsWithKillServer() {
        ccmux.must("new-session", "-d", "-s", "gone");
        long pid = ccmux.server().orElseThrow();
        ccmux.must("kill-server");
        Processes.awaitEnd(pid);
        var none = ccmux.run("list-sessions");
        assertEquals(1, none.status());
        assertTrue(none.error().matches("(error connecting to|no server running on) " + ccmux.socket() + ".*\n"),
                none::error);
        assertTrue(ccmux.server().isEmpty());
        ccmux.must("new-session", "-d", "-s", "new");
        assertEquals("new\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
    }

    @Test
    void startsForAnyCommandWhenThereIsAStateToRecover() {
        ccmux.must("new-session", "-d", "-s", "kept");
        for (String[] command : new String[][]{{"has-session", "-t", "kept"}, {"list-windows", "-a"},
            {"show-options", "-g"}, {"list-keys"}, {"display-message", "-p", "#{session_name}"},
            {"send-keys", "-t", "kept", "x"}}) {
            ccmux.killServer();
            ccmux.must(command);
            assertEquals("kept\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        }
        ccmux.killServer();
        assertEquals(1, ccmux.run("-N", "list-sessions").status());
        assertTrue(ccmux.server().isEmpty());
    }

    @Test
    void forgetsWhatWasKilledBeforeTheCrash() {
        ccmux.must("new-session", "-d", "-s", "stays");
        ccmux.must("new-session", "-d", "-s", "goes");
        ccmux.must("kill-session", "-t", "goes");
        ccmux.killServer();
        assertEquals("stays\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertEquals(List.of("$0"), ccmux.must("list-sessions", "-F", "#{session_id}").lines().toList());
        ccmux.must("new-session", "-d", "-s", "next");
        assertEquals("$2", ccmux.ask("next", "#{session_id}"));
    }
}
