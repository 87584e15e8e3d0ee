package io.ccmux.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachTest {
    @TempDir
    private Path directory;
    private Installation ccmux;
    private PtyProcess client;
    private final StringBuffer seen = new StringBuffer();

    @BeforeEach
    void attach() throws Exception {
        ccmux = new Installation(directory);
        client = ccmux.attach();
        Thread.ofPlatform().daemon().start(this::watch);
        awaitSeen("<attached by  at 90x30 on xterm-256color>");
    }

    @AfterEach
    void end() throws Exception {
        client.destroy();
        ccmux.stop();
    }

    @Test
    void makesTheTerminalRawAndLeavesItAsItWas() throws Exception {
        await().until(() -> !modes().contains(" icanon") && modes().contains("-echo"));
        type("\3");
        awaitSeen("<key ^C, ");
        type("d");
        awaitSeen("<restored>[detached (from session d)]");
        assertEquals(0, client.waitFor());
    }

    @Test
    void carriesKeysAndAcknowledgesFrames() throws Exception {
        type("\r");
        awaitSeen("<key CR, ");
        await().until(() -> {
            type("a");
            return seen.indexOf("<key a, 20 frames drawn>") >= 0;
        });
        assertEquals(-1, seen.indexOf("instead of"), seen::toString);
    }

    @Test
    void tellsTheNewSize() throws Exception {
        client.setWinSize(new WinSize(132, 43));
        awaitSeen("<size 132x43>");
    }

    @Test
    void startsTheServerAgainAfterACrashAndComesBack() throws Exception {
        for (int crash = 1; crash <= 3; crash++) {
            type("k");
            awaitSeen("<restored>[server exited unexpectedly, starting it again]");
            awaitSeen("<attached by attach-session -t $7 at 90x30 on xterm-256color>");
            seen.setLength(0);
            type("x");
            awaitSeen("<key x, ");
        }
        type("k");
        awaitSeen("<restored>[server exited unexpectedly]");
        assertEquals(1, client.waitFor());
        assertEquals(4, ccmux.starts().size());
        Files.delete(ccmux.socket());
    }

    @Test
    void endsAnUnfinishedFrameBeforeItRestores() throws Exception {
        type("p");
        awaitSeen("<part>");
        type("d");
        awaitSeen("\030<restored>[detached");
    }

    @Test
    void becomesTheCommandItIsTold() throws Exception {
        type("e");
        awaitSeen("<restored>executed");
        assertEquals(5, client.waitFor());
    }

    @Test
    void leavesTheTerminalWhenItIsTerminated() throws Exception {
        signal("TERM");
        awaitSeen("<restored>[terminated]");
        assertEquals(1, client.waitFor());
    }

    @Test
    void leavesTheTerminalWhenItIsHungUp() throws Exception {
        signal("HUP");
        awaitSeen("<restored>[lost tty]");
        assertEquals(1, client.waitFor());
    }

    @Test
    void stopsAndGoesOn() throws Exception {
        type("s");
        awaitSeen("<restored>");
        await().until(() -> state().equals("T"));
        signal("CONT");
        awaitSeen("<woken>");
        await().until(() -> !modes().contains(" icanon"));
        type("a");
        awaitSeen("<key a, ");
    }

    private void watch() {
        byte[] bytes = new byte[4096];
        try {
            for (int count = client.getInputStream().read(bytes); count >= 0; count = client.getInputStream()
                    .read(bytes)) {
                seen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            return;
        }
    }

    private void awaitSeen(String text) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertTrue(seen.indexOf(text) >= 0, () -> text + " in " + seen));
    }

    private void type(String keys) throws IOException {
        client.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(client.pid())).start().waitFor();
    }

    /** The state of the client's process, T when stopped. */
    private String state() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + client.pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    }

    /** What {@code stty -a} says of the client's terminal, in one line. */
    private String modes() throws IOException {
        Process stty = new ProcessBuilder("stty", "-a", "-F", "/proc/" + client.pid() + "/fd/0").start();
        String modes = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(modes.contains("echo"), modes);
        return " " + modes.replace('\n', ' ');
    }
}
