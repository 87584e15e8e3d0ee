package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client inside another multiplexer, tmux, which knows other widths of some clusters than ccmux does. */
class OuterTmuxIT {
    private static final int COLUMNS = 90;
    private static final int ROWS = 24;
    private static final String CLUSTERS = """
            family 👩‍👩‍👧 x
            flag 🇩🇪 x
            skin 👍🏽 x
            variation ❤️ x
            keycap 1️⃣ x
            ambiguous ① α x
            thai กำ x
            marks é̂̃ x
            wide 日本語 x
            """;

    @TempDir
    private Path directory;
    @AutoClose
    private Ccmux ccmux;

    @Test
    void keepsBordersWhereTheyAreAndPassesKeysOn() throws IOException {
        assumeTrue(version().startsWith("tmux "), "skipped: tmux is not installed");
        ccmux = new Ccmux(directory);
        Path text = Files.writeString(directory.resolve("clusters"), CLUSTERS);
        ccmux.must("new-session", "-d", "-s", "a", "-x", "" + COLUMNS, "-y", "" + ROWS);
        ccmux.must("split-window", "-h", "-t", "a", "cat " + text + "; cat");
        try {
            tmux("-f", "/dev/null", "new-session", "-d", "-x", "" + COLUMNS, "-y", "" + ROWS,
                    "env -u TMUX " + Ccmux.program() + " attach -t a");
            List<String> rows = await(now -> now.get(8).contains("wide 日本語 x"));
            int border = rows.getFirst().indexOf('│');
            assertTrue(border > 0, rows.getFirst());
            for (String row : rows.subList(0, ROWS - 1)) {
                assertEquals(border, row.indexOf('│'), row);
            }
            for (String row : rows.subList(0, 9)) {
                assertTrue(row.endsWith(" x"), row);
            }
            tmux("send-keys", "come back", "Enter");
            await(now -> now.stream().filter(row -> row.endsWith("│come back")).count() == 2);
            assertTrue(ccmux.must("list-clients", "-F", "#{client_termtype}").startsWith("tmux"));
        } finally {
            Processes.endAll(process -> process.mentions(directory.toString()));
        }
    }

    private List<String> await(Predicate<List<String>> condition) {
        return Awaitility.await().atMost(Duration.ofSeconds(Ccmux.COMMAND_SECONDS))
                .until(() -> List.of(tmux("capture-pane", "-p").split("\n", -1)),
                        rows -> rows.size() >= ROWS && condition.test(rows));
    }

    private String version() {
        try {
            return run("tmux", "-V");
        } catch (UncheckedIOException notThere) {
            return "";
        }
    }

    private String tmux(String... words) {
        var command = new ArrayList<>(List.of("tmux", "-S", directory.resolve("tmux").toString()));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    private String run(String... command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("LANG", "C.UTF-8");
        if (ccmux != null) {
            builder.environment().putAll(ccmux.environment());
        }
        try {
            var process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
