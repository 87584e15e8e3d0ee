package io.ccmux.server.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** Every name that tmux's formats know is known here: the list is that of its manual, with what came until 3.7c. */
class VariablesTest {

    @Test
    void allNamesOfTmuxAreKnown() throws IOException {
        try (var list = VariablesTest.class.getResourceAsStream("variables-tmux.txt")) {
            var missing = new TreeSet<>(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            missing.removeAll(Variables.names());
            assertEquals(new TreeSet<String>(), missing);
        }
    }

    @Test
    void jsonNumbersAreNumbersOnlyIfWrittenSo() {
        var values = new java.util.LinkedHashMap<String, String>();
        values.put("a", "12");
        values.put("b", "-3");
        values.put("c", "007");
        values.put("d", "");
        values.put("e", "\"\\\n\u001b");
        assertEquals("{\"a\":12,\"b\":-3,\"c\":\"007\",\"d\":\"\",\"e\":\"\\\"\\\\\\u000a\\u001b\"}",
                JsonLines.object(values));
        assertEquals("[]", JsonLines.array(java.util.List.of()));
    }
}
