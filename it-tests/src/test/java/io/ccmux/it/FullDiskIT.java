package io.ccmux.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full, and then is not any more. */
class FullDiskIT {
    private static final Duration LONG = Duration.ofSeconds(Ccmux.COMMAND_SECONDS);
    private static final int PIECE_BYTES = 64 << 10;

    @TempDir
    private Path directory;
    private Ccmux ccmux;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        ccmux = new Ccmux(directory);
        Files.createDirectories(ccmux.home());
        mounted = status("mount", "-t", "tmpfs", "-o", "size=24m,mode=0700", "none", ccmux.home().toString()) == 0;
        if (!mounted) {
            System.out.println("SKIPPED: FullDiskIT must be allowed to mount a tmpfs");
        }
        assumeTrue(mounted, "mount is not allowed");
        Files.writeString(ccmux.home().resolve("ccmux.conf"),
                "persistence { segment-size = 1MiB, reserve-size = 1MiB }\n");
    }

    @AfterEach
    void end() throws Exception {
        ccmux.close();
        if (mounted) {
            assertEquals(0, status("umount", "-l", ccmux.home().toString()));
        }
    }

    private static int status(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private Path filled() throws IOException {
        Path filler = ccmux.home().resolve("filler");
        byte[] piece = new byte[PIECE_BYTES];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private String status() {
        return ccmux.must("server-status");
    }

    @Test
    void livesOnFromMemoryAndIsDurableAgainWhenThereIsRoom() throws Exception {
        ccmux.must("new-session", "-d", "-s", "work", "-x", "80", "-y", "24");
        ccmux.must("set-option", "-g", "@before", "1");
        Path filler = filled();
        ccmux.must("send-keys", "-t", "work", "seq 1 900000; echo all sa''id", "Enter");
        Awaiting.text(ccmux, "work", "all said");
        await("trouble").atMost(LONG).until(this::status, told -> !told.startsWith("journal: HEALTHY"));
        var client = ccmux.terminal(60, 10, "attach-session", "-t", "work");
        client.awaitStatus(" NOT DURABLE");
        var lost = ccmux.run("set-option", "-g", "@meanwhile", "1");
        assertEquals(1, lost.status(), lost::toString);
        assertTrue(lost.error().startsWith("not durable: "), lost::error);
        var ill = ccmux.run("doctor");
        assertEquals(1, ill.status(), ill::toString);
        assertTrue(ill.out().contains("bad: journal: NOT DURABLE"), ill::out);
        ccmux.must("send-keys", "-t", "work", "echo still ali''ve", "Enter");
        Awaiting.text(ccmux, "work", "still alive");

        Files.delete(filler);
        await("the journal").atMost(LONG).until(this::status, told -> told.startsWith("journal: HEALTHY"));
        client.awaitGone("NOT DURABLE");
        ccmux.must("doctor");
        client.close();
        ccmux.must("set-option", "-g", "@after", "1");
        ccmux.killServer();
        assertEquals("1", ccmux.ask("work", "#{@before}"));
        assertEquals("1", ccmux.ask("work", "#{@meanwhile}"));
        assertEquals("1", ccmux.ask("work", "#{@after}"));
        assertTrue(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "work").contains("still alive"));
    }

    @Test
    void startsFromWhatIsThereWhenTheDiskIsFull() throws Exception {
        ccmux.must("new-session", "-d", "-s", "kept");
        ccmux.killServer();
        Path filler = filled();
        assertEquals("kept\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertTrue(!status().startsWith("journal: HEALTHY"), status());
        Files.delete(filler);
        ccmux.killServer();
        assertEquals("kept\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertTrue(status().startsWith("journal: HEALTHY"), status());
    }

    @Test
    void startsFromWhatIsThereWhenNothingCanBeWritten() throws Exception {
        ccmux.must("new-session", "-d", "-s", "kept");
        ccmux.killServer();
        String state = ccmux.state().toString();
        assertEquals(0, status("mount", "--bind", state, state));
        assertEquals(0, status("mount", "-o", "remount,bind,ro", state));
        var refused = ccmux.run("--strict-recovery", "list-sessions");
        assertEquals("recovery refused: nothing can be written to " + state + "\n[rc=1]", refused.shown());
        assertEquals("kept\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertTrue(status().startsWith("journal: READ_ONLY"), status());
        var lost = ccmux.run("set-option", "-g", "@meanwhile", "1");
        assertEquals(1, lost.status(), lost::toString);
        assertTrue(lost.error().startsWith("not durable: "), lost::error);
        assertEquals(1, ccmux.run("doctor").status());
        ccmux.killServer();
        assertEquals(0, status("umount", "-l", state));
        assertEquals("kept\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertTrue(status().startsWith("journal: HEALTHY"), status());
    }
}
