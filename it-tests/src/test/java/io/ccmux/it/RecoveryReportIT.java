package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users are told of a recovery, with and without a server. */
class RecoveryReportIT {
    @AutoClose
    private final Ccmux ccmux;

    RecoveryReportIT(@TempDir Path directory) {
        ccmux = new Ccmux(directory);
    }

    private void killedServer() {
        ccmux.must("new-session", "-d", "-s", "kept");
        ccmux.must("split-window", "-t", "kept", "tail -f /dev/null");
        ccmux.must("set-option", "-g", "@first", "1");
        ccmux.must("set-option", "-g", "@second", "2");
        ccmux.killServer();
    }

    /** Damages a record in the middle of the journal, which later ones prove to have been there. */
    private void damage() throws IOException {
        List<Path> segments;
        try (var files = Files.list(ccmux.state().resolve("journal"))) {
            segments = files.filter(file -> file.toString().endsWith(".jnl")).sorted().toList();
        }
        byte[] bytes = Files.readAllBytes(segments.getFirst());
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("@first");
        bytes[at] ^= 1;
        Files.write(segments.getFirst(), bytes);
    }

    @Test
    void tellsWhatBecameOfEveryPane() {
        assertEquals(1, ccmux.run("recovery").status());
        killedServer();
        ccmux.must("list-sessions");
        Awaiting.format(ccmux, "%0", "#{pane_dead}", "0");
        var told = ccmux.must("recovery");
        assertTrue(told.contains(", after a crash\n"), told);
        assertTrue(told.contains("pane %1: held, tail -f /dev/null\n"), told);
        assertTrue(told.contains("pane %0: "), told);
        var json = ccmux.must("recovery", "--json");
        assertTrue(json.contains("\"unclean\": true"), json);
        ccmux.killServer();
        assertEquals(json, ccmux.must("recovery", "--json"));
        assertTrue(ccmux.server().isEmpty());
    }

    @Test
    void tellsOfLossWhenSomebodyAttaches() throws IOException {
        killedServer();
        damage();
        try (var user = ccmux.terminal(120, 24, "attach")) {
            user.awaitText("recovery: journal/");
        }
        var told = ccmux.run("recovery");
        assertEquals(1, told.status());
        assertTrue(told.out().contains("\ncase D, loss: "), told.out());
        assertTrue(told.out().contains("\nput aside: quarantine/"), told.out());
    }

    @Test
    void startsNoServerIfLossIsNotWanted() throws IOException {
        killedServer();
        damage();
        var refused = ccmux.run("--strict-recovery", "list-sessions");
        assertEquals(1, refused.status());
        assertTrue(refused.error().startsWith("recovery refused: "), refused::error);
        ccmux.awaitServers(0);
        assertTrue(Files.notExists(ccmux.state().resolve("quarantine")));
        ccmux.must("list-sessions");
        ccmux.killServer();
        ccmux.must("--strict-recovery", "list-sessions");
    }
}
