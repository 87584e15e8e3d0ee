package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies while programs print and a user watches. */
class CrashIT {
    private static final List<String> PANES = List.of("%0", "%1", "%2");

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    CrashIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    private void threePrintingPanes() {
        ccmux.must("new-session", "-d", "-s", "busy", "-n", "first", "-x", "90", "-y", "30");
        ccmux.must("new-window", "-d", "-n", "second");
        ccmux.must("split-window", "-h", "-t", "busy:second");
        ccmux.must("select-window", "-t", "busy:second");
        PANES.forEach(pane -> ccmux.must("send-keys", "-t", pane, Counting.COMMAND, "Enter"));
    }

    @Test
    void showsTheSameWindowAgainWithAllThatWasSeen() {
        threePrintingPanes();
        try (var user = ccmux.terminal(90, 31, "attach", "-t", "busy")) {
            user.awaitStatus("1:second*");
            user.await("counting", now -> AttachedClient.lines(now).stream()
                    .anyMatch(line -> line.matches("count \\d{2,} \\. *│count \\d{2,} \\.")));
            var seen = PANES.stream().map(pane -> Counting.captured(ccmux, pane)).toList();
            String before = ccmux.must("list-windows", "-a", "-F", "#{window_id} #{window_name} #{window_layout} "
                    + "#{window_flags} #{window_active}");
            long died = ccmux.server().orElseThrow();
            var onScreen = user.lines();
            ccmux.killServer();
            user.await("word of it", now -> now.mainScreen() != now.screen() && AttachedClient.lines(now).getLast()
                    .contains("1:second*") && ccmux.server().isPresent());
            user.awaitText("-- crashed ");
            assertTrue(ccmux.server().orElseThrow() != died);
            assertEquals(before, ccmux.must("list-windows", "-a", "-F",
                    "#{window_id} #{window_name} #{window_layout} #{window_flags} #{window_active}"));
            for (int i = 0; i < PANES.size(); i++) {
                Counting.captured(ccmux, PANES.get(i)).assertContinues(seen.get(i));
            }
            Counting.captured(ccmux, "%1").assertHolds(onScreen, 0);
            Counting.captured(ccmux, "%2").assertHolds(onScreen, 1);
            user.prefix("d");
            assertEquals(0, user.awaitEnd());
            user.awaitText("[server exited unexpectedly, starting it again]");
            assertEquals(user.settingsBefore(), user.settingsAfter());
        }
    }

    @Test
    void givesEveryPaneAShellWhereItWas() throws Exception {
        var place = java.nio.file.Files.createDirectories(directory.resolve("some place"));
        ccmux.must("new-session", "-d", "-s", "here", "-x", "80", "-y", "24");
        ccmux.must("send-keys", "-t", "here", "cd '" + place + "' && echo arr''ived", "Enter");
        Awaiting.text(ccmux, "here", "arrived");
        assertEquals(place.toString(), ccmux.ask("here", "#{pane_current_path}"));
        ccmux.killServer();
        ccmux.must("send-keys", "-t", "here", "pwd; echo ba''ck", "Enter");
        Awaiting.text(ccmux, "here", "back");
        assertTrue(ccmux.must("capture-pane", "-p", "-J", "-t", "here").contains(place + "\n"));
        assertEquals("0", ccmux.ask("here", "#{pane_dead}"));
    }
}
