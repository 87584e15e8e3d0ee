package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: one clear line, exit status 1, and the server and every pane unharmed. */
class BadInputIT {
    /** A user id that owns nothing here. */
    private static final int STRANGER = 65_534;

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    BadInputIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    private static void assertRefused(Ccmux.Result result, String line) {
        assertEquals(new Ccmux.Result("", line + "\n", 1), result);
    }

    private static void assertOneLine(Ccmux.Result result, String... parts) {
        assertEquals(1, result.status(), result::toString);
        assertEquals("", result.out());
        assertEquals(1, result.error().lines().count(), result::error);
        Stream.of(parts).forEach(part -> assertTrue(result.error().contains(part), result::error));
    }

    @Test
    void refusesWrongCommandsInOneLine() {
        ccmux.must("new-session", "-d", "-s", "it", "-x", "80", "-y", "24");
        ccmux.must("split-window", "-h", "-t", "it");
        String before = ccmux.must("list-panes", "-a", "-F", "#{pane_id} #{pane_pid} #{pane_width}x#{pane_height}");
        assertRefused(ccmux.run("no-such-command"), "unknown command: no-such-command");
        assertRefused(ccmux.run("list-sessions", "-Z"), "command list-sessions: unknown flag -Z");
        assertRefused(ccmux.run("kill-session", "-t", "nope"), "can't find session: nope");
        assertRefused(ccmux.run("kill-pane", "-t", "%99"), "can't find pane: %99");
        assertRefused(ccmux.run("set-option", "-g", "nosuch", "1"), "invalid option: nosuch");
        assertRefused(ccmux.run("set-option", "-g", "history-limit", "x"), "value is invalid: x");
        assertRefused(ccmux.run("select-layout", "-t", "it", "zzzz,80x24,0,0"), "invalid layout: zzzz,80x24,0,0");
        assertRefused(ccmux.run("new-session", "-d", "-x", "0"), "width too small");
        assertRefused(ccmux.run("new-session", "-d", "-x", "100000"), "width too large");
        assertRefused(ccmux.run("new-session", "-d", "-y", "tall"), "height invalid");
        assertRefused(ccmux.run("rename-window"), "command rename-window: too few arguments (need at least 1)");
        assertOneLine(ccmux.run("resize-window", "-t", "it", "-x", "99999999999999999999"));
        assertOneLine(ccmux.run("resize-pane", "-t", "it", "-x", "minus"));
        assertOneLine(ccmux.run("list-windows", ";", "no-such-command"), "unknown command: no-such-command");
        assertOneLine(ccmux.run("source-file", directory.resolve("missing.conf").toString()), "missing.conf");
        assertEquals(before,
                ccmux.must("list-panes", "-a", "-F", "#{pane_id} #{pane_pid} #{pane_width}x#{pane_height}"));
    }

    @Test
    void refusesAWrongCommandLine() {
        var result = ccmux.run("-y");
        assertEquals(1, result.status());
        assertTrue(result.error().startsWith("ccmux: unknown option -- y\nusage: ccmux "), result::error);
        assertOneLine(ccmux.run("-L", "a/b", "list-sessions"), "a/b");
        assertOneLine(ccmux.run("-S", "/tmp/" + "x".repeat(120), "list-sessions"), "File name too long");
    }

    @Test
    void refusesASocketThatIsAPlainFile() throws IOException {
        var path = Files.writeString(directory.resolve("plain"), "precious");
        assertOneLine(ccmux.run("-S", path.toString(), "new-session", "-d"), path.toString());
        assertEquals("precious", Files.readString(path));
        assertOneLine(ccmux.run("-S", path.toString(), "list-sessions"), path.toString());
        ccmux.awaitServers(0);
    }

    @Test
    void refusesADirectoryOfTheSocketThatOthersCanEnter() throws IOException {
        var run = Files.createDirectories(ccmux.socket().getParent());
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertOneLine(ccmux.run("new-session", "-d"), run.toString(), "unsafe permissions");
        ccmux.awaitServers(0);
    }

    @Test
    void refusesADirectoryOfTheSocketThatBelongsToSomebodyElse() throws IOException {
        assumeTrue(isRoot());
        var run = Files.createDirectories(ccmux.socket().getParent());
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(run, "unix:uid", STRANGER);
        assertOneLine(ccmux.run("new-session", "-d"), run.toString(), "unsafe permissions");
        ccmux.awaitServers(0);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    @Test
    void refusesAStateDirectoryThatIsNone() throws IOException {
        Files.createDirectories(ccmux.home());
        Files.writeString(ccmux.state(), "a file");
        assertOneLine(ccmux.run("new-session", "-d"), ccmux.state().toString());
        ccmux.awaitServers(0);
    }

    /** As root, who may write anywhere, the home is one that no directory can be made in. */
    @Test
    void refusesAStateDirectoryThatCannotBeWritten() throws IOException {
        Path home = isRoot() ? Path.of("/proc/ccmux") : directory.resolve("locked");
        if (!isRoot()) {
            Files.createDirectory(home, PosixFilePermissions.asFileAttribute(PosixFilePermissions
                    .fromString("r-x------")));
        }
        assertOneLine(ccmux.with("CCMUX_HOME", home.toString()).run("new-session", "-d"), home.toString());
        ccmux.awaitServers(0);
    }

    @Test
    void refusesANewerFormatAndTouchesNothing() throws IOException {
        ccmux.must("new-session", "-d", "-s", "kept");
        ccmux.must("stop-server");
        ccmux.server().ifPresent(Processes::awaitEnd);
        var manifest = ccmux.state().resolve("MANIFEST");
        var text = Files.readString(manifest).replaceFirst("(?m)^format \\d+$", "format 99");
        String body = text.substring(0, text.indexOf("crc "));
        var crc = new CRC32C();
        crc.update(new byte[Integer.BYTES]);
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(manifest, body + "crc " + String.format("%08x", crc.getValue()) + "\n");
        String before = listing();
        assertOneLine(ccmux.run("list-sessions"), "99");
        assertOneLine(ccmux.run("new-session", "-d"), "99");
        assertEquals(before, listing());
        ccmux.awaitServers(0);
    }

    /** The files of the state with size and time of change, the log of refusals left out. */
    private String listing() throws IOException {
        try (var tree = Files.walk(ccmux.state())) {
            return tree.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().matches(
                    "server.log|LOCK")).sorted().map(BadInputIT::facts).reduce("", String::concat);
        }
    }

    private static String facts(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void survivesGarbageOnTheSocket() throws IOException {
        long seed = System.nanoTime();
        System.getLogger("BadInputIT").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        var random = new Random(seed);
        try (var user = ccmux.terminal(80, 24, "new-session", "-s", "it")) {
            user.awaitStatus("[it]");
            long server = ccmux.server().orElseThrow();
            String pane = ccmux.ask("it", "#{pane_pid}");
            for (int i = 0; i < 200; i++) {
                send(garbage(random, i), random.nextBoolean());
            }
            assertEquals(server, ccmux.server().orElseThrow(), () -> "seed " + seed + ccmux.serverLog());
            assertEquals(pane, ccmux.ask("it", "#{pane_pid}"));
            user.type("echo un''harmed\r");
            user.awaitText("unharmed");
        }
    }

    /** Random bytes; a huge length; half a frame; nothing at all. */
    private static byte[] garbage(Random random, int kind) {
        byte[] bytes = new byte[switch (kind % 4) {
            case 0 -> 1 + random.nextInt(4096);
            case 1 -> 8;
            case 2 -> 3;
            default -> 0;
        }];
        random.nextBytes(bytes);
        if (kind % 4 == 1) {
            ByteBuffer.wrap(bytes).putInt(random.nextBoolean() ? Integer.MAX_VALUE : -1);
        }
        return bytes;
    }

    private void send(byte[] bytes, boolean waits) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(ccmux.socket()));
            try {
                channel.write(ByteBuffer.wrap(bytes));
                if (waits && bytes.length > 8) {
                    channel.shutdownOutput();
                    while (channel.read(ByteBuffer.allocate(1024)) >= 0) {
                        // What the server says before it closes is of no interest, that it closes is.
                        continue;
                    }
                }
            } catch (IOException closed) {
                // The server may close before it has read everything.
                return;
            }
        }
    }
}
