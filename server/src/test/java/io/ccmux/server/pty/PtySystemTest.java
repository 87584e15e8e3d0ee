package io.ccmux.server.pty;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.server.pty.PtyRig.Life;

class PtySystemTest {
    private static final int SIGCONT = 18;
    private final PtyRig rig = new PtyRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void hasItsSizeBeforeTheFirstProgram() {
        for (int run = 1; run <= 20; run++) {
            Life life = rig.spawn(run, new PtySize(100 + run, 40 + run), "/bin/stty", "size");
            assertEquals("exit 0", rig.awaitEnd(life));
            assertEquals((40 + run) + " " + (100 + run) + "\r\n", life.text());
        }
    }

    @Test
    void losesNoTailOverTwoHundredQuickRuns() {
        List<Life> lives = new ArrayList<>();
        for (int run = 1; run <= 200; run++) {
            lives.add(rig.shell(run, "printf 'first\\nlast " + run + "'"));
        }
        for (int run = 1; run <= 200; run++) {
            assertEquals("exit 0", rig.awaitEnd(lives.get(run - 1)));
            assertEquals("first\r\nlast " + run, lives.get(run - 1).text());
        }
    }

    @Test
    void floodsWaitForWhatAKeyBringsAbout() {
        try (var patient = new PtyRig(Duration.ofMinutes(10))) {
            Life flood = patient.shell(1, "exec yes");
            Life shell = patient.shell(2, "stty raw -echo; printf ready; exec cat");
            patient.awaitText(shell, "ready");
            patient.awaitText(flood, "y");
            patient.type(shell, "k");
            patient.awaitText(shell, "k");
            assertEquals(2, patient.firstPrinted());
            int before = flood.bytes;
            await().until(() -> flood.bytes > before + 100_000);
        }
    }

    @Test
    void floodsWaitInVainForAMoment() {
        Life flood = rig.shell(1, "exec yes");
        Life deaf = rig.shell(2, "stty raw -echo; printf ready; exec cat > /dev/null");
        rig.awaitText(deaf, "ready");
        rig.awaitText(flood, "y");
        rig.type(deaf, "k");
        int before = flood.bytes;
        await().until(() -> flood.bytes > before + 100_000);
        assertEquals("ready", deaf.text());
    }

    @Test
    void tellsExitStatusFromSignal() {
        assertEquals("exit 0", rig.awaitEnd(rig.shell(1, "exit 0")));
        assertEquals("exit 7", rig.awaitEnd(rig.shell(2, "exit 7")));
        assertEquals("exit 143", rig.awaitEnd(rig.shell(3, "exit 143")));
        assertEquals("signal 15", rig.awaitEnd(rig.shell(4, "kill -TERM $$")));
        assertEquals("signal 9", rig.awaitEnd(rig.shell(5, "kill -KILL $$")));
        assertEquals("signal 1", rig.awaitEnd(rig.shell(6, "kill -HUP $$")));
    }

    @Test
    void endsThoughSomethingElseKeepsTheTerminal() {
        Life life = rig.shell(1, "setsid sleep 5 & echo done");
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals("done\r\n", life.text());
    }

    @Test
    void keepsWhatIsLeftUnreadForLater() {
        Life life = rig.shell(1, "read go; seq 1 20000; echo end");
        rig.awaitStart(life);
        rig.onLoop(life.pty::pause);
        rig.write(life, "go\n");
        assertEquals("exit 0", rig.awaitEnd(rig.shell(2, "seq 1 20000")));
        assertEquals("", life.text() + life.end);
        rig.onLoop(life.pty::resume);
        assertEquals("exit 0", rig.awaitEnd(life));
        StringBuilder expected = new StringBuilder("go\r\n");
        for (int i = 1; i <= 20000; i++) {
            expected.append(i).append("\r\n");
        }
        assertEquals(expected.append("end\r\n").toString(), life.text());
    }

    @Test
    void writesMoreThanTheTerminalTakesAtOnce() {
        Life life = rig.shell(1, "stty raw -echo; echo ready; head -c 1000000 | cksum");
        rig.awaitStart(life);
        rig.awaitText(life, "ready");
        byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 'x');
        assertEquals(bytes.length, rig.write(life, bytes));
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals("ready\n" + cksum(bytes) + " 1000000\n", life.text());
    }

    @Test
    void refusesWhatTheQueueHasNoRoomForAndTellsWhenItHas() {
        Life life = rig.shell(1, "stty raw -echo; echo ready; kill -STOP $$; head -c 1100000 | wc -c");
        rig.awaitStart(life);
        rig.awaitText(life, "ready");
        await().until(() -> Files.readString(Path.of("/proc/" + life.pty.pid() + "/stat")).contains(") T "));
        int taken = rig.write(life, new byte[3 << 20]);
        assertTrue(taken >= Pty.QUEUE_BYTES_MAX && taken < Pty.QUEUE_BYTES_MAX + (256 << 10), "took " + taken);
        rig.onLoop(() -> life.pty.kill(SIGCONT));
        await().until(() -> life.writableTimes == 1);
        rig.write(life, new byte[512 << 10]);
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals("ready\n1100000\n", life.text());
    }

    @Test
    void resizesAndSignalsTheForeground() {
        Life life = rig.shell(1, "trap 'stty size; exit 5' WINCH; echo ready; while :; do read line; done");
        rig.awaitStart(life);
        rig.awaitText(life, "ready");
        rig.onLoop(() -> life.pty.resize(new PtySize(132, 43)));
        assertEquals("exit 5", rig.awaitEnd(life));
        assertEquals("ready\r\n43 132\r\n", life.text());
    }

    @Test
    void hangsUpWithAHangUpSignal() {
        Life life = rig.shell(1, "echo ready; while :; do read line; done");
        rig.awaitStart(life);
        rig.awaitText(life, "ready");
        rig.onLoop(() -> life.pty.hangUp());
        assertEquals("signal 1", rig.awaitEnd(life));
    }

    @Test
    void killsTheProcessGroup() {
        Life life = rig.shell(1, "echo ready; sleep 60; echo not reached");
        rig.awaitStart(life);
        rig.awaitText(life, "ready");
        rig.onLoop(() -> life.pty.kill(15));
        assertEquals("signal 15", rig.awaitEnd(life));
    }

    @Test
    void givesTheEnvironmentExactly(@TempDir Path directory) {
        Life life = rig.spawn(new PtyRequest(1, List.of("env"), directory.toString(),
                Map.of("PATH", "/nowhere:/usr/bin:/bin", "WORD", "a b=c"), PtyRig.SIZE));
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals(List.of("PATH=/nowhere:/usr/bin:/bin", "WORD=a b=c"), life.text().lines().sorted().toList());
    }

    @Test
    void givesNothingButTheTerminal() {
        // The last one takes the shell's place: a shell that starts a program blocks signals for a moment.
        Life life = rig.shell(1, "ls /proc/$$/fd; ulimit -c >/dev/null; exec grep SigBlk /proc/self/status");
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals("0  1  2", life.text().lines().findFirst().orElse(""));
        assertTrue(life.text().contains("SigBlk:\t0000000000000000"), life.text());
    }

    @Test
    void runsInTheNearestDirectoryThatIsThere(@TempDir Path directory) {
        Life life = rig.spawn(new PtyRequest(1, List.of("pwd"), directory.resolve("gone/for/good").toString(),
                Map.of("PATH", "/usr/bin:/bin"), PtyRig.SIZE));
        assertEquals("exit 0", rig.awaitEnd(life));
        assertEquals(directory + "\r\n", life.text());
        assertEquals(directory.toString(), life.directory);
    }

    @Test
    void saysWhyAProgramCannotBeStarted(@TempDir Path directory) throws IOException {
        assertEquals("/nowhere/at all: No such file or directory",
                rig.awaitEnd(rig.spawn(1, PtyRig.SIZE, "/nowhere/at all")));
        assertEquals("nosuchprogram: No such file or directory",
                rig.awaitEnd(rig.spawn(2, PtyRig.SIZE, "nosuchprogram")));
        assertEquals("/etc/passwd: Permission denied", rig.awaitEnd(rig.spawn(3, PtyRig.SIZE, "/etc/passwd")));
        assertEquals(directory + ": Permission denied",
                rig.awaitEnd(rig.spawn(4, PtyRig.SIZE, directory.toString())));
    }

    @Test
    void leaksNoDescriptorAndNoThread() throws IOException {
        rig.awaitEnd(rig.shell(1000, "exit 0"));
        long descriptors = descriptors();
        for (int run = 1; run <= 60; run++) {
            rig.awaitEnd(rig.shell(run, "echo " + run));
        }
        rig.awaitEnd(rig.spawn(2000, PtyRig.SIZE, "/nowhere"));
        assertEquals(descriptors, descriptors());
        await().atMost(Duration.ofSeconds(10)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("ccmux-reaper")));
    }

    @Test
    void readsManyInTurnsAndAllOfEach() {
        try (PtyRig many = new PtyRig(16 << 10)) {
            List<Life> lives = new ArrayList<>();
            for (int run = 1; run <= 12; run++) {
                lives.add(many.shell(run, "read go; seq 1 30000"));
            }
            lives.forEach(many::awaitStart);
            lives.forEach(life -> many.write(life, "go\n"));
            String whole = many.awaitEnd(lives.getFirst()) + lives.getFirst().text();
            for (Life life : lives) {
                assertEquals("exit 0", many.awaitEnd(life));
                assertEquals(whole, life.end + life.text());
            }
        }
    }

    @Test
    void knowsWhatRunsInTheForeground(@TempDir Path directory) throws IOException {
        Path real = directory.toRealPath();
        Life life = rig.spawn(new PtyRequest(1, List.of("/bin/sh", "-ic", "cd " + real + "; sleep 60"), "/",
                Map.of("PATH", "/usr/bin:/bin"), PtyRig.SIZE));
        rig.awaitStart(life);
        await().until(() -> Foreground.of(life.pty.pid()).map(Foreground::command).orElse("").equals("sleep"));
        assertEquals(real.toString(), Foreground.of(life.pty.pid()).orElseThrow().directory());
    }

    @Test
    void knowsTheNameThatAProgramOfJavaGivesItself(@TempDir Path directory) throws IOException {
        Path java = Files.createSymbolicLink(directory.resolve("java"), Path.of("/bin/sh"));
        Life life = rig.spawn(new PtyRequest(1, List.of(java.toString(), "-c",
                "read go; printf 'ccmux: client' > /proc/$$/comm; echo renamed; read end"), "/",
                Map.of("PATH", "/usr/bin:/bin"), PtyRig.SIZE));
        rig.awaitStart(life);
        await().until(() -> Foreground.of(life.pty.pid()).map(Foreground::command).orElse("").equals("java"));
        rig.write(life, "go\n");
        rig.awaitText(life, "renamed");
        assertEquals("ccmux", Foreground.of(life.pty.pid()).orElseThrow().command());
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    /** POSIX cksum: CRC-32 over the bytes and their count. */
    private static long cksum(byte[] bytes) {
        int crc = 0;
        for (byte b : bytes) {
            crc = step(crc, b);
        }
        for (int length = bytes.length; length != 0; length >>>= 8) {
            crc = step(crc, (byte) length);
        }
        return ~crc & 0xffffffffL;
    }

    private static int step(int crc, byte b) {
        int next = crc ^ (b & 0xff) << 24;
        for (int bit = 0; bit < 8; bit++) {
            next = next < 0 ? next << 1 ^ 0x04c11db7 : next << 1;
        }
        return next;
    }
}
