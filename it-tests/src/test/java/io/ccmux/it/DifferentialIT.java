package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
 * Lists of command lines, {@code differential.txt} and {@code differential-keys.txt}, given to tmux 3.3a and to ccmux,
 * each by one client in control mode: what they print and how they end is the same, but for what
 * {@code differential-allowed.txt} lists.
 *
 * <pre>
 *   # why the answers that follow differ
 *   $ show-options -gqv escape-time
 *   &lt; [0] 500
 *   &gt; [0] 10
 * </pre>
 */
class DifferentialIT {
    private static final int CASES_MIN = 500;
    private static final String[] CONTROL = {"-C", "new-session", "-s", "a", "-x", "80", "-y", "24", "cat"};

    @TempDir
    private Path directory;

    @Test
    void answersAsTmuxDoes() throws IOException {
        compare("differential.txt", allowed());
    }

    @Test
    void takesKeysAndGoesOnAsTmuxDoes() throws IOException {
        compare("differential-keys.txt", Map.of());
    }

    private void compare(String list, Map<String, String> allowed) throws IOException {
        Oracle.mustBeThere();
        var wrong = new ArrayList<Executable>();
        var used = new HashSet<String>();
        int cases = 0;
        try (var ccmux = new Ccmux(directory);
                var ours = new ControlPeer(ccmux.start(CONTROL));
                var theirs = new Oracle(directory).control(CONTROL)) {
            for (String line : lines(list)) {
                if (!line.isEmpty() && !line.startsWith("# ")) {
                    cases++;
                    String tmux = Oracle.plain(theirs.run(line).toString());
                    String answer = Oracle.plain(ours.run(line).toString());
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
