package io.ccmux.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesTheFlagsBeforeTheFirstWord() throws UsageException {
        Arguments arguments = Arguments.parse("-2u", "-L", "work", "-f", "a", "-fb", "ls", "-F", "#{x}", "-V");
        assertEquals(EnumSet.of(Arguments.Flag.COLOURS_256, Arguments.Flag.UTF8), arguments.flags());
        assertEquals(Optional.of("work"), arguments.value('L'));
        assertEquals(Optional.empty(), arguments.value('S'));
        assertEquals(List.of("a", "b"), arguments.configurations());
        assertEquals(List.of("ls", "-F", "#{x}", "-V"), arguments.words());
    }

    @Test
    void takesAValueThatSticksToItsFlag() throws UsageException {
        Arguments arguments = Arguments.parse("-2Lwork", "-S/tmp/s", "-T", "256,RGB");
        assertEquals(Optional.of("work"), arguments.value('L'));
        assertEquals(Optional.of("/tmp/s"), arguments.value('S'));
        assertEquals(Optional.of("256,RGB"), arguments.value('T'));
        assertTrue(arguments.words().isEmpty());
    }

    @Test
    void endsTheFlagsAtTwoDashes() throws UsageException {
        assertEquals(List.of("-x", "--"), Arguments.parse("-u", "--", "-x", "--").words());
        assertEquals(List.of("-"), Arguments.parse("-").words());
    }

    @Test
    void countsTheFlagsOfControlMode() throws UsageException {
        assertEquals(EnumSet.of(Arguments.Flag.CONTROL), Arguments.parse("-C").flags());
        assertTrue(Arguments.parse("-CC").has(Arguments.Flag.CONTROL_RAW));
    }

    @Test
    void knowsHelp() throws UsageException {
        assertTrue(Arguments.parse("--help").has(Arguments.Flag.HELP));
        assertTrue(Arguments.parse("-h").has(Arguments.Flag.HELP));
        assertFalse(Arguments.parse("ls", "--help").has(Arguments.Flag.HELP));
    }

    @Test
    void refusesUnknownFlagsAndMissingValues() {
        assertEquals("ccmux: unknown option -- z", refusal("-uz"));
        assertEquals("ccmux: unknown option -- -", refusal("--nonsense"));
        assertEquals("ccmux: option requires an argument -- L", refusal("-L"));
    }

    private static String refusal(String... line) {
        return assertThrows(UsageException.class, () -> Arguments.parse(line)).getMessage();
    }
}
