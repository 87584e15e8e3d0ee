package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SpecTest {
    private final Spec spec = new Spec("split-window", "splitw",
            "[-bdeh] [-c directory] [-e environment] [command ...]");

    private Arguments parse(String... words) throws CommandException {
        return spec.parse(List.of(words));
    }

    @Test
    void readsFlagsTogetherAndApart() throws CommandException {
        var arguments = parse("splitw", "-bd", "-h", "-c/tmp", "-e", "A=b", "-eC=d", "vi", "-h");
        assertEquals(List.of('b', 'd', 'h'), arguments.flags);
        assertEquals(Optional.of("/tmp"), arguments.value('c'));
        assertEquals(List.of("A=b", "C=d"), arguments.values.get('e'));
        assertEquals(List.of("vi", "-h"), arguments.words);
    }

    @Test
    void endsFlagsAtTwoDashesAndAtOne() throws CommandException {
        assertEquals(List.of("-h"), parse("splitw", "--", "-h").words);
        assertEquals(List.of("-", "-h"), parse("splitw", "-", "-h").words);
    }

    @Test
    void namesWhatIsWrong() {
        assertEquals("command split-window: unknown flag -z",
                assertThrows(CommandException.class, () -> parse("splitw", "-z")).getMessage());
        assertEquals("command split-window: -c expects an argument",
                assertThrows(CommandException.class, () -> parse("splitw", "-c")).getMessage());
        var bind = new Spec("bind-key", "bind", "[-nr] [-T key-table] key [command [argument ...]]");
        assertEquals("command bind-key: too few arguments (need at least 1)",
                assertThrows(CommandException.class, () -> bind.parse(List.of("bind-key"))).getMessage());
    }
}
