package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same keys pressed in tmux and in ccmux: both show the same, character by character, and the cursor is in the same
 * place. What is pressed stands in {@code key-sequences.txt}. Skipped where tmux is not installed.
 */
class KeySequencesIT {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;
    private static final long QUIET_MILLIS = 50;
    private static final long EQUAL_SECONDS = 5;
    /** Where copy mode is: tmux 3.7 writes it otherwise than 3.3. */
    private static final Pattern POSITION = Pattern
            .compile(" *(\\d\\d:\\d\\d)? *(\\(\\d+\\+? results\\))? *\\[\\d+/\\d+]( \\(\\d+\\+? results\\))?$");

    @TempDir
    private Path directory;

    private record Step(String name, String keys) {}

    private record Section(String name, List<String> option, List<Step> steps) {}

    private static List<Section> sections() throws IOException {
        var sections = new ArrayList<Section>();
        try (var in = KeySequencesIT.class.getResourceAsStream("key-sequences.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("== ")) {
                    String[] head = line.substring(3).split(" \\| ");
                    sections.add(new Section(head[0], List.of(head[1].split(" ")), new ArrayList<>()));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    int colon = line.indexOf(": ");
                    sections.getLast().steps().add(new Step(line.substring(0, colon), line.substring(colon + 2)));
                }
            }
        }
        return sections;
    }

    @TestFactory
    Stream<DynamicTest> showTheSame() throws IOException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place,
                "tmux"))), "tmux is not installed: there is nothing to compare with");
        return sections().stream().map(section -> DynamicTest.dynamicTest(section.name(), () -> compare(section)));
    }

    private void compare(Section section) throws IOException {
        var place = Files.createTempDirectory(directory, "section");
        try (var ccmux = new Ccmux(place)) {
            var tmux = new ArrayList<>(List.of("tmux", "-L", "it" + ProcessHandle.current().pid(), "-f", "/dev/null"));
            var environment = new HashMap<>(ccmux.environment());
            environment.put("TMUX_TMPDIR", place.toString());
            var setting = settings(section.option());
            try (var theirs = new AttachedClient(environment, ccmux.user(), COLUMNS, ROWS, with(tmux, setting));
                    var ours = ccmux.terminal(COLUMNS, ROWS, setting.toArray(String[]::new))) {
                theirs.awaitText("$");
                ours.awaitText("$");
                for (var step : section.steps()) {
                    press(step, theirs, ours);
                }
            } finally {
                Processes.endAll(process -> process.mentions(place.toString()));
            }
        }
    }

    private static List<String> with(List<String> command, List<String> more) {
        var words = new ArrayList<>(command);
        words.addAll(more);
        return words;
    }

    private static List<String> settings(List<String> option) {
        return List.of("new-session", "-s", "it", "sh", ";", "set-option", "-g", "status", "off", ";", "set-option",
                "-g", "escape-time", "0", ";", "set-option", "-g", "assume-paste-time", "0", ";", "set-option", "-g",
                "default-command", "sh", ";", "set-option", "-g",
                "display-time", "60000", ";", "set-option", "-gw", "automatic-rename", "off", ";", "set-option", "-gw",
                option.get(0), option.get(1));
    }

    private static void press(Step step, AttachedClient theirs, AttachedClient ours) {
        for (String key : KeyText.typed(step.keys())) {
            theirs.type(key);
            ours.type(key);
            quiet(theirs, ours);
        }
        try {
            Awaitility.await().atMost(Duration.ofSeconds(EQUAL_SECONDS)).pollInterval(Duration.ofMillis(20))
                    .until(() -> same(theirs, ours));
        } catch (ConditionTimeoutException different) {
            assertEquals(shown(theirs), shown(ours), () -> "after " + step + " (" + different.getMessage() + ")");
        }
    }

    /** A cursor that is hidden is nowhere: tmux 3.3 hides it where it draws one. */
    private static boolean same(AttachedClient theirs, AttachedClient ours) {
        String there = theirs.cursor();
        String here = ours.cursor();
        return lines(theirs).equals(lines(ours)) && (there.isEmpty() || here.isEmpty() || there.equals(here));
    }

    /** Waits until neither has shown anything new for a moment: what was pressed was seen. */
    private static void quiet(AttachedClient theirs, AttachedClient ours) {
        Awaitility.await().during(Duration.ofMillis(QUIET_MILLIS)).atMost(Duration.ofSeconds(EQUAL_SECONDS))
                .pollInterval(Duration.ofMillis(20)).until(new Still(theirs, ours)::holds);
    }

    /** Whether both show what they showed when this was asked the time before. */
    private static final class Still {
        private final AttachedClient theirs;
        private final AttachedClient ours;
        private String before = "";

        Still(AttachedClient theirs, AttachedClient ours) {
            this.theirs = theirs;
            this.ours = ours;
        }

        boolean holds() {
            String now = shown(theirs) + shown(ours);
            boolean same = now.equals(before);
            before = now;
            return same;
        }
    }

    private static List<String> lines(AttachedClient client) {
        var lines = new ArrayList<>(client.lines());
        lines.set(0, POSITION.matcher(lines.getFirst()).replaceFirst("").stripTrailing());
        return lines;
    }

    private static String shown(AttachedClient client) {
        return String.join("\n", lines(client)) + "\ncursor " + client.cursor() + "\n";
    }
}
