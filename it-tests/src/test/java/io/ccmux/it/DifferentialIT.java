package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * One list of command lines, {@code differential.txt}, given to tmux 3.3a and to ccmux, each by one client in control
 * mode: what they print and how they end is the same, but for what {@code differential-allowed.txt} lists.
 *
 * <pre>
 *   # why the answers that follow differ
 *   $ show-options -gqv escape-time
 *   &lt; [0] 500
 *   &gt; [0] 10
 * </pre>
 */
class DifferentialIT {
    private static final String VERSION = "tmux 3.3a";
    private static final int CASES_MIN = 500;
    private static final String[] CONTROL = {"-C", "new-session", "-s", "a", "-x", "80", "-y", "24", "cat"};

    @TempDir
    private Path directory;

    @Test
    void answersAsTmuxDoes() throws IOException {
        assumeTrue(VERSION.equals(tmuxVersion()), "skipped: " + VERSION + " is not installed");
        var allowed = allowed();
        var wrong = new ArrayList<Executable>();
        var used = new HashSet<String>();
        int cases = 0;
        try (var ccmux = new Ccmux(directory);
                var ours = new ControlPeer(ccmux.start(CONTROL));
                var theirs = new ControlPeer(tmux())) {
            for (String line : lines("differential.txt")) {
                if (!line.isEmpty() && !line.startsWith("# ")) {
                    cases++;
                    String tmux = plain(theirs.run(line).toString());
                    String answer = plain(ours.run(line).toString());
                    String difference = "$ " + line + "\n< " + tmux + "\n> " + answer;
                    if (!answer.equals(tmux) && allowed.containsKey(difference)) {
                        used.add(difference);
                    } else if (!answer.equals(tmux)) {
                        wrong.add(() -> assertEquals("< " + tmux, "> " + answer, line));
                    }
                }
            }
        } finally {
            Processes.endAll(process -> process.mentions(directory.toString()));
        }
        System.out.println(cases + " command lines: " + (cases - used.size() - wrong.size()) + " alike, " + used.size()
                + " allowed to differ, " + wrong.size() + " wrong");
        assertTrue(cases >= CASES_MIN);
        wrong.add(() -> assertEquals(allowed.keySet(), used, "differences that are allowed and do not occur"));
        assertAll(wrong);
    }

    private Process tmux() {
        var command = new ArrayList<>(List.of("tmux", "-L", "ccmux-differential", "-f", "/dev/null"));
        command.addAll(List.of(CONTROL));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("TMUX_TMPDIR", directory.toString(), "HOME",
                directory.resolve("user").toString(), "PATH",
                System.getenv("PATH"), "SHELL", "/bin/sh", "LANG", "C.UTF-8", "TERM", "xterm-256color"));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String tmuxVersion() {
        try {
            var process = new ProcessBuilder("tmux", "-V").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notInstalled) {
            return "";
        }
    }

    /** Ids count differently after failures; checksums and times follow from what is compared anyway. */
    private static String plain(String answer) {
        return answer.replaceAll("([@%$])\\d+", "$1N").replaceAll("\\b[0-9a-f]{4},(\\d+x\\d+,\\d+,\\d+)", "$1")
                .replaceAll("(\\d+x\\d+,\\d+,\\d+),\\d+(?![x\\d])", "$1").replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME");
    }

    private static List<String> lines(String resource) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/io/ccmux/it", resource));
    }

    /** The differences that are allowed, with their reasons. */
    private static Map<String, String> allowed() throws IOException {
        var allowed = new HashMap<String, String>();
        String reason = "";
        var entry = new StringBuilder();
        for (String line : lines("differential-allowed.txt")) {
            if (line.startsWith("# ")) {
                reason = line.substring(2);
            } else if (line.startsWith("$ ") || line.startsWith("< ")) {
                entry.append(line).append('\n');
            } else if (line.startsWith("> ")) {
                allowed.put(entry + line, reason);
                entry.setLength(0);
            }
        }
        return allowed;
    }
}
