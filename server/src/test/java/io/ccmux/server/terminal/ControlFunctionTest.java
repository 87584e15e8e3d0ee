package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ControlFunctionTest {
    @Test
    void areAllDescribedAndNoneTwice() {
        List<ControlFunction> functions = ControlFunction.all();
        assertTrue(functions.size() > 150, functions.size() + " functions");
        long sequences = functions.stream().map(function -> function.family() + " " + function.sequence()).distinct()
                .count();
        assertEquals(sequences, functions.size());
        functions.forEach(function -> assertFalse(function.what().isBlank() || function.name().isBlank()));
    }
}
