package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that other versions wrote: every released one is a file here, made by {@code ccmux backup}. */
class GoldenStateIT {
    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @BeforeEach
    void restore() throws Exception {
        ccmux = new Ccmux(directory);
        Path backup = directory.resolve("backup");
        try (InputStream golden = GoldenStateIT.class.getResourceAsStream("state-1.backup")) {
            Files.copy(golden, backup);
        }
        ccmux.must("restore", backup.toString());
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    @Test
    void readsFormat1() {
        assertEquals("golden\nsecond\n", ccmux.must("list-sessions", "-F", "#{session_name}"));
        assertEquals("renamed\n", ccmux.must("list-windows", "-t", "golden", "-F", "#{window_name}"));
        assertEquals("%0 40x24\n%1 39x24\n", sorted(ccmux.must("list-panes", "-t", "golden", "-F",
                "#{pane_id} #{pane_width}x#{pane_height}")));
        assertEquals("yes", ccmux.ask("golden", "#{@golden}"));
        assertEquals("text", ccmux.must("show-buffer", "-b", "kept"));
        assertTrue(ccmux.must("list-keys", "-T", "root", "F5").contains("list-keys"));
        assertTrue(ccmux.must("capture-pane", "-p", "-e", "-t", "%0").startsWith("\033[31mred\033[39m line"));
        assertTrue(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "%1").startsWith("1\n2\n3\n"));
        ccmux.must("journal", "verify");
        assertEquals("  \"damaged\": false,", ccmux.must("recovery", "--json").lines()
                .filter(line -> line.contains("damaged")).findFirst().orElseThrow());
    }

    private static String sorted(String lines) {
        return String.join("\n", lines.lines().sorted().toList()) + "\n";
    }

    private Map<String, String> files() throws Exception {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(ccmux.state())) {
            for (Path path : paths.filter(Files::isRegularFile).filter(path -> !path.endsWith("server.log")).toList()) {
                files.put(path.toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        }
        return files;
    }

    /** A segment of the next format, its checksum right: somebody has used a newer ccmux. */
    @Test
    void refusesANewerFormatAndTouchesNothing() throws Exception {
        Path segment;
        try (var files = Files.list(ccmux.state().resolve("journal"))) {
            segment = files.filter(file -> file.toString().endsWith(".jnl")).sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[11] = 2;
        var crc = new java.util.zip.CRC32C();
        crc.update(new byte[4]);
        crc.update(bytes, 0, 92);
        java.nio.ByteBuffer.wrap(bytes).putInt(92, (int) crc.getValue());
        Files.write(segment, bytes);
        var before = files();
        var refused = ccmux.run("list-sessions");
        assertEquals(1, refused.status());
        assertEquals(1, refused.error().lines().count(), refused::error);
        assertTrue(refused.error().contains("format 2"), refused::error);
        var after = files();
        after.keySet().removeIf(name -> name.endsWith("LOCK"));
        assertEquals(before, after);
        assertEquals(1, ccmux.run("journal", "stat").status());
        assertEquals(1, ccmux.run("doctor").status());
        ccmux.must("-L", "beside", "new-session", "-d");
    }
}
