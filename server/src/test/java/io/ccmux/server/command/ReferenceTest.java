package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What tmux 3.7c lists of itself: all its commands with all their flags, and all its options with their defaults. */
class ReferenceTest {
    private static final Pattern COMMAND = Pattern.compile("(\\S+)(?: \\((\\S+)\\))? (.*)");
    private static final Pattern FLAGS = Pattern.compile("\\[-([A-Za-z0-9|-]+)(?: [^\\]]+)?\\]");
    /** Flags that stand in tmux's usage lines and mean nothing there: {@code -e} and {@code -l} want values. */
    private static final Set<String> MISPRINTS = Set.of();
    /** Ours on purpose, or the user's own. */
    private static final Set<String> OTHER_DEFAULTS = Set.of("history-limit", "default-shell");

    private static List<String> lines(String resource) throws IOException {
        try (var in = ReferenceTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Set<Character> flags(String usage) {
        return FLAGS.matcher(usage).results().flatMapToInt(found -> found.group(1).chars())
                .filter(Character::isLetterOrDigit).mapToObj(flag -> (char) flag)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasEveryCommandWithItsAliasAndFlags() throws IOException {
        var missing = new ArrayList<String>();
        int commands = 0;
        for (String line : lines("commands-3.7c.txt")) {
            var command = COMMAND.matcher(line);
            assertTrue(command.matches(), line);
            commands++;
            String alias = command.group(2) == null ? "" : command.group(2);
            var ours = CommandTable.specs().stream().filter(spec -> spec.name().equals(command.group(1))).findFirst();
            if (ours.isEmpty() || !ours.get().alias().equals(alias)) {
                missing.add(line);
            } else {
                var flags = flags(command.group(3));
                flags.removeAll(flags(ours.get().usage()));
                flags.removeIf(flag -> MISPRINTS.contains(command.group(1) + " " + flag));
                flags.forEach(flag -> missing.add(command.group(1) + " -" + flag));
            }
        }
        assertEquals(List.of(), missing);
        assertEquals(91, commands);
    }

    @Test
    void hasEveryOptionWithItsDefault() throws IOException {
        var bench = new Bench();
        bench.must("new-session", "-d", "-s", "a");
        var ours = new ArrayList<String>();
        ours.addAll(bench.must("show-options", "-s").lines().toList());
        ours.addAll(bench.must("show-options", "-g").lines().toList());
        ours.addAll(bench.must("show-options", "-gw").lines().toList());
        var theirs = new ArrayList<>(lines("options-3.7c.txt"));
        theirs.removeAll(ours);
        theirs.removeIf(line -> OTHER_DEFAULTS.contains(line.split(" ")[0]));
        assertEquals(List.of(), theirs);
    }
}
