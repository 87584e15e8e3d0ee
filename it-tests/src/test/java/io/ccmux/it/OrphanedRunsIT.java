package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ends of a system: everything dies, the programs before the server or after it, and everything comes back. */
class OrphanedRunsIT {
    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @BeforeEach
    void install() {
        ccmux = new Ccmux(directory);
        ccmux.must("new-session", "-d", "-s", "work", "-x", "100", "-y", "30");
        ccmux.must("set-option", "-g", "-w", "respawn", "shell");
        ccmux.must("split-window", "-h", "-t", "work", "exec sleep 10000");
        ccmux.must("new-window", "-n", "second", "-t", "work", "exec cat");
        ccmux.must("new-session", "-d", "-s", "other", "exec sleep 10000");
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    private String layout() {
        return ccmux.must("list-panes", "-a", "-F", "#{session_name} #{window_index} #{window_layout} "
                + "#{pane_id} #{pane_index}");
    }

    /** The programs of all panes, then the server. */
    private List<Long> everybody() {
        var pids = new ArrayList<>(ccmux.must("list-panes", "-a", "-F", "#{pane_pid}").lines().map(Long::parseLong)
                .toList());
        pids.add(ccmux.server().orElseThrow());
        return pids;
    }

    private static void end(List<Long> pids, String signal) {
        var words = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> words.add(pid.toString()));
        try {
            new ProcessBuilder(words).start().waitFor();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        Processes.awaitEnd(pids.getLast());
    }

    /** The kernel kills a control group in no order that one could rely on. */
    @RepeatedTest(3)
    void comeBackAfterTheirControlGroupWasKilled() {
        String before = layout();
        var pids = everybody();
        long server = pids.getLast();
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Collections.shuffle(pids, new Random(seed));
        pids.remove(server);
        pids.add(server);
        end(pids, "KILL");
        assertEquals(before, layout());
    }

    /** What {@code systemctl stop} and a shutdown do. */
    @Test
    void comeBackAfterEverybodyWasAskedToEnd() {
        String before = layout();
        end(everybody(), "TERM");
        assertEquals(before, layout());
    }

    @Test
    void comeBackAfterTheirTerminalsWereHungUp() {
        String before = layout();
        var pids = everybody();
        end(pids.subList(0, pids.size() - 1), "HUP");
        Processes.signal(pids.getLast(), "TERM");
        Processes.awaitEnd(pids.getLast());
        assertEquals(before, layout());
    }

    @Test
    void areBuriedWhenTheServerLivesOn() {
        long sleeping = Long.parseLong(ccmux.ask("work:0.1", "#{pane_pid}"));
        Processes.signal(sleeping, "TERM");
        Awaiting.format(ccmux, "work:0", "#{window_panes}", "1");
    }
}
