package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users see after what they do, whole screens of them: {@code screens.txt} has both.
 *
 * <pre>
 *   == name | COLUMNS ROWS     a server of its own and a user at a terminal of that size
 *   : command                  run from outside
 *   > keys                     pressed by the user, as {@link KeyText} reads them
 *   + COLUMNS ROWS             another user attaches; what follows is theirs
 *   @ 1                        what follows is the first user's
 *   ^                          the server is killed
 *   |a line of the screen      as many as the terminal has
 * </pre>
 *
 * <p>With {@code -Dccmux.screens.print=true} the screens that are there are printed instead of compared.
 */
class ScreensIT {
    private static final long EQUAL_SECONDS = 20;
    private static final long PRINT_MILLIS = 1_500;
    private static final boolean PRINTS = Boolean.getBoolean("ccmux.screens.print");
    private static final List<String> SETTINGS = List.of("new-session", "-s", "it", "sh", ";", "set-option", "-g",
            "default-command", "sh", ";", "set-option", "-gw", "automatic-rename", "off", ";", "set-option", "-g",
            "status-right", "", ";", "set-option", "-g", "display-time", "60000", ";", "set-option", "-g",
            "escape-time", "0", ";", "set-option", "-g", "assume-paste-time", "0");

    @TempDir
    private Path directory;

    private record Section(String name, int columns, int rows, List<String> lines) {}

    private static List<Section> sections() throws IOException {
        var sections = new ArrayList<Section>();
        try (var in = ScreensIT.class.getResourceAsStream("screens.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("== ")) {
                    String[] head = line.substring(3).split(" [|] | ");
                    int last = head.length - 1;
                    sections.add(new Section(line.substring(3, line.indexOf(" | ")), Integer.parseInt(head[last - 1]),
                            Integer.parseInt(head[last]), new ArrayList<>()));
                } else if (!line.startsWith("#") && !line.isEmpty()) {
                    sections.getLast().lines().add(line);
                }
            }
        }
        return sections;
    }

    @TestFactory
    Stream<DynamicTest> areAsExpected() throws IOException {
        return sections().stream().map(section -> DynamicTest.dynamicTest(section.name(), () -> play(section)));
    }

    private void play(Section section) throws IOException {
        try (var ccmux = new Ccmux(Files.createTempDirectory(directory, "section"))) {
            var users = new ArrayList<AttachedClient>();
            try {
                users.add(ccmux.terminal(section.columns(), section.rows(), SETTINGS.toArray(String[]::new)));
                users.getFirst().awaitText("$");
                play(section, ccmux, users);
            } finally {
                users.forEach(AttachedClient::close);
            }
        }
    }

    private static void play(Section section, Ccmux ccmux, List<AttachedClient> users) {
        var user = users.getFirst();
        var expected = new ArrayList<String>();
        String done = "";
        for (String line : section.lines()) {
            String rest = line.substring(Math.min(2, line.length()));
            if (line.charAt(0) != '|') {
                done = line;
            }
            switch (line.charAt(0)) {
                case ':' -> ccmux.must(rest.split(" "));
                case '>' -> KeyText.typed(rest).forEach(user::type);
                case '@' -> user = users.get(Integer.parseInt(rest) - 1);
                case '^' -> ccmux.killServer();
                case '+' -> {
                    String[] size = rest.split(" ");
                    user = ccmux.terminal(Integer.parseInt(size[0]), Integer.parseInt(size[1]), "attach");
                    users.add(user);
                }
                case '|' -> {
                    expected.add(line.substring(1));
                    if (expected.size() == user.lines().size()) {
                        compare(section.name() + ", after " + done, List.copyOf(expected), user);
                        expected.clear();
                    }
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
        assertEquals(List.of(), expected, section.name() + ": lines that are no whole screen");
    }

    private static void compare(String after, List<String> expected, AttachedClient user) {
        if (PRINTS) {
            Awaitility.await().pollDelay(Duration.ofMillis(PRINT_MILLIS)).until(() -> true);
            System.out.println(after + "\n|" + String.join("\n|", user.lines()));
            return;
        }
        try {
            Awaitility.await().atMost(Duration.ofSeconds(EQUAL_SECONDS)).pollInterval(Duration.ofMillis(20))
                    .until(() -> user.lines().equals(expected));
        } catch (ConditionTimeoutException different) {
            assertEquals(String.join("\n", expected), String.join("\n", user.lines()), () -> after + " ("
                    + different.getMessage() + ")");
        }
    }
}
