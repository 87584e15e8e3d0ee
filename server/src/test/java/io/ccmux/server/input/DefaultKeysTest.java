package io.ccmux.server.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

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
