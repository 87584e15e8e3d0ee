package io.ccmux.server.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ccmux.config.Argument;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;

class DefaultKeysTest {
    @Test
    void areThoseOfTmux() {
        assertEquals(275, DefaultKeys.TABLES.tables().values().stream().mapToInt(table -> table.size()).sum());
        assertEquals("split-window -h", command("prefix", "%"));
        assertEquals("resize-pane -L 5", command("prefix", "M-Left"));
        assertTrue(DefaultKeys.TABLES.binding("prefix", Key.UP).orElseThrow().repeat());
        assertEquals("select-pane -t = \\; send-keys -M", command("root", "MouseDown1Pane"));
        assertEquals("send-keys -X begin-selection", command("copy-mode-vi", "Space"));
    }

    /** The list is what {@code list-keys} of tmux 3.7c printed. */
    @Test
    void areThoseOfTmuxOneByOne() throws IOException, WordsException {
        var different = new ArrayList<String>();
        for (String line : tmux()) {
            var words = Words.parse(line, Surroundings.NONE).commands().getFirst().arguments().stream()
                    .map(Argument::text).toList();
            int table = words.indexOf("-T") + 1;
            var binding = DefaultKeys.TABLES.binding(words.get(table), Key.parse(words.get(table + 1)).orElseThrow());
            String wanted = line.substring(line.indexOf(' ', line.indexOf(words.get(table) + " ") + words.get(table)
                    .length() + 1) + 1).strip();
            boolean same = binding.isPresent() && wanted.endsWith(binding.get().command())
                    && binding.get().repeat() == words.contains("-r");
            if (!same) {
                different.add(line + " | " + binding);
            }
        }
        assertEquals(List.of(), different);
    }

    private static List<String> tmux() throws IOException {
        try (var in = DefaultKeysTest.class.getResourceAsStream("keys-tmux-3.7c.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void readBackAsTheyAreWritten() {
        bindings().forEach(binding -> {
            try {
                var script = Words.parse(binding.command(), Surroundings.NONE);
                var commands = script.commands().stream().flatMap(c -> Words.ofArguments(c.arguments()).stream());
                assertEquals(binding.command(), Words.print(commands.toList()));
            } catch (WordsException e) {
                throw new AssertionError(binding.command(), e);
            }
        });
    }

    @Test
    void haveANoteForEveryKeyAfterThePrefix() {
        DefaultKeys.TABLES.table("prefix").forEach((key, binding) -> assertFalse(binding.note().isEmpty(), key.name()));
    }

    private static Stream<Binding> bindings() {
        return DefaultKeys.TABLES.tables().values().stream().flatMap(table -> table.values().stream());
    }

    private static String command(String table, String key) {
        return DefaultKeys.TABLES.binding(table, Key.parse(key).orElseThrow()).orElseThrow().command();
    }
}
