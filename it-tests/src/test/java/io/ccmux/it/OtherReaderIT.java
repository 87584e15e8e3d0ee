package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader that docs/on-disk-format.md shows, in another language, finds in a journal what ours finds. */
class OtherReaderIT {
    private static final Path PAGE = Path.of("../docs/on-disk-format.md");
    private static final Pattern RECORD = Pattern
            .compile("\\{\"file\":\"[a-z]+/([0-9a-f]{16})\\.[a-z]{3}\",\"offset\":\\d+,"
                    + "\"serial\":(\\d+),\"transaction\":(\\d+),\"type\":(\\d+),\"name\":\"[^\"]*\",\"version\":(\\d+),"
                    + "\"flags\":(\\d+),\"micros\":\\d+,\"bytes\":(\\d+),.*");

    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @BeforeEach
    void install() throws IOException {
        ccmux = new Ccmux(directory);
        Files.createDirectories(ccmux.home());
        Files.writeString(ccmux.home().resolve("ccmux.conf"), "persistence { segment-size = 1MiB }\n");
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    private static boolean runs(String... words) throws IOException, InterruptedException {
        boolean there = new ProcessBuilder("sh", "-c", "command -v " + String.join(" > /dev/null && command -v ", words)
                + " > /dev/null").start().waitFor() == 0;
        if (!there) {
            System.out.println("SKIPPED: OtherReaderIT needs " + String.join(" and ", words));
        }
        return there;
    }

    /** A journal of several segments, of records of many types, in use. */
    private void filled() {
        ccmux.must("new-session", "-d", "-s", "full", "-x", "120", "-y", "40",
                "seq 1 700000; echo all sa''id; exec cat");
        Awaiting.text(ccmux, "full", "all said");
        ccmux.must("checkpoint", "now");
        ccmux.must("split-window", "-h", "-t", "full", "exec cat");
        ccmux.must("set-option", "-g", "@mine", "漢字");
        ccmux.must("set-buffer", "x".repeat(5_000));
        ccmux.killServer();
        ccmux.must("rename-session", "-t", "full", "fuller");
        ccmux.must("checkpoint", "now");
        ccmux.must("new-window", "-d", "exec cat");
    }

    private static String line(String json) {
        Matcher record = RECORD.matcher(json);
        assertTrue(record.matches(), json);
        return Long.parseLong(record.group(1), 16) + " " + record.group(2) + " " + record.group(3) + " "
                + record.group(4) + " " + record.group(5) + " " + record.group(6) + " " + record.group(7);
    }

    /** What ours finds in the checkpoints, the oldest first. */
    private List<String> checkpoints() {
        List<String> names = ccmux.must("checkpoint", "list").lines()
                .map(line -> line.substring("checkpoints/".length(), line.indexOf(".cpt"))).toList();
        return names.reversed().stream()
                .flatMap(name -> ccmux.must("checkpoint", "show", "--json", name).lines())
                .map(json -> "checkpoint " + line(json)).toList();
    }

    @Test
    void findsWhatOursFinds() throws Exception {
        assumeTrue(runs("python3", "zstd"));
        filled();
        ccmux.must("stop-server");
        ccmux.awaitServers(0);
        String page = Files.readString(PAGE);
        int from = page.indexOf("```python\n") + "```python\n".length();
        Path reader = directory.resolve("reader.py");
        Files.writeString(reader, page.substring(from, page.indexOf("```", from)));
        var process = new ProcessBuilder("python3", reader.toString(), ccmux.state().toString())
                .redirectErrorStream(true).start();
        List<String> theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", theirs));
        List<String> ours = ccmux.must("journal", "dump", "--json").lines().map(OtherReaderIT::line).toList();
        assertEquals(ours, theirs.stream().filter(line -> !line.startsWith("checkpoint ")).toList());
        assertEquals(checkpoints(), theirs.stream().filter(line -> line.startsWith("checkpoint ")).toList());
        assertTrue(ours.size() > 100, () -> ours.size() + " records");
        assertTrue(ours.stream().map(record -> record.split(" ")[0]).distinct().count() > 2, "segments");
    }
}
