package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ControlFunctionTest {
    /** What programs of today expect of a terminal: family, and sequences between spaces. */
    private static final Map<String, String> EXPECTED = Map.of(
            "control character", "07 08 09 0A 0B 0C 0D 0E 0F 18 1A 1B",
            "ESC", "7 8 6 9 = > D E H M N O c n o #8 ( ) * +",
            "CSI",
            "@ A B C D E F G H I J K L M P S T X Z ^ ` a b c d e f g h l m n r s t u x !p \"q \"p $p ?$p $v $x $z"
                    + " ${ '} '~ ?J ?K ?W ?h ?l ?s ?r ?m ?n ?S ?u >u <u =u >c =c >q >m >n >f",
            "ANSI mode", "4 20",
            "private mode",
            "1 3 5 6 7 9 12 25 40 45 47 66 69 1000 1002 1003 1004 1005 1006 1007 1015 1045 1047 1048 1049"
                    + " 2004 2026 2031 2048",
            "OSC", "0 2 4 7 8 9 10 11 12 52 99 104 110 111 112 133 777",
            "DCS", "$q +q t");

    @Test
    void areAllDescribedAndNoneTwice() {
        List<ControlFunction> functions = ControlFunction.all();
        assertTrue(functions.size() > 180, functions.size() + " functions");
        long sequences = functions.stream().map(function -> function.family() + " " + function.sequence()).distinct()
                .count();
        assertEquals(sequences, functions.size());
        functions.forEach(function -> assertFalse(function.what().isBlank() || function.name().isBlank()));
    }

    @Test
    void workAsProgramsExpect() {
        EXPECTED.forEach((family, sequences) -> {
            List<String> working = ControlFunction.all().stream()
                    .filter(function -> function.family().equals(family) && function.status() == Status.WORKS)
                    .map(ControlFunction::sequence).toList();
            List<String> missing = Arrays.stream(sequences.split(" ")).filter(s -> !working.contains(s)).toList();
            assertEquals(List.of(), missing, family);
        });
    }
}
