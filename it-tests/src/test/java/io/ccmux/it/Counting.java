package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The output of a program that counts in colours, as a pane shows it. However often the server was killed, the numbers
 * it printed in one go have no gap, and a later look begins with all that an earlier one saw.
 *
 * @param lines of the pane from the beginning of its history, colours as escape sequences
 */
record Counting(List<String> lines) {
    /** Prints {@code count N .} for ever, ten lines at a time, each in a colour that follows from its number. */
    static final String COMMAND = "echo; i=0; while :; do j=0; while [ $j -lt 10 ]; do "
            + "printf '\\033[3%dmcount %d .\\033[m\\n' $((i % 7 + 1)) $i; i=$((i + 1)); j=$((j + 1)); done; "
            + "sleep 0.02; done";
    private static final Pattern SHOWN = Pattern.compile("count (\\d+) \\. *");
    private static final Pattern LINE = Pattern.compile("\\033\\[3([1-7])mcount (\\d+) \\..*");

    static Counting captured(Ccmux ccmux, String pane) {
        return new Counting(ccmux.must("capture-pane", "-p", "-e", "-S", "-", "-t", pane).lines().toList());
    }

    /** Checks that the highest number which a client saw left (0) or right (1) of a border is there. */
    void assertHolds(List<String> screen, int column) {
        long shown = screen.stream().map(line -> line.split("│")).filter(parts -> parts.length == 2)
                .map(parts -> SHOWN.matcher(parts[column])).filter(found -> found.matches())
                .mapToLong(found -> Long.parseLong(found.group(1))).max().orElseThrow();
        assertTrue(last() >= shown, () -> "recovered up to " + last() + ", but a client saw\n"
                + String.join("\n", screen));
    }

    /** The highest number that was printed, -1 if none was. */
    long last() {
        return lines.stream().map(LINE::matcher).filter(found -> found.matches())
                .mapToLong(found -> Long.parseLong(found.group(2))).max().orElse(-1);
    }

    /** Checks that numbers go up by one from 0, each in its colour, beginning anew only after a separator. */
    void assertGapFree() {
        long expected = -1;
        for (String line : lines) {
            var found = LINE.matcher(line);
            if (line.startsWith("-- crashed ")) {
                expected = -1;
            } else if (found.matches()) {
                long number = Long.parseLong(found.group(2));
                assertTrue(expected < 0 ? number == 0 : number == expected,
                        "gap: " + expected + " expected, found " + line + "\n" + String.join("\n", lines));
                assertEquals(number % 7 + 1, Long.parseLong(found.group(1)), "the colour of " + number);
                expected = number + 1;
            }
        }
    }

    /** Checks that all that was seen earlier is still there, line by line, and nothing is missing after it. */
    void assertContinues(Counting earlier) {
        assertTrue(earlier.last() >= 0, "nothing was counted yet");
        assertGapFree();
        int whole = Math.max(0, lastNumbered(earlier.lines));
        assertEquals(earlier.lines.subList(0, whole), lines.subList(0, Math.min(whole, lines.size())));
        assertTrue(last() >= earlier.last(), () -> "seen up to " + earlier.last() + ", recovered up to " + last());
    }

    private static int lastNumbered(List<String> lines) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            last = LINE.matcher(lines.get(i)).matches() ? i : last;
        }
        return last;
    }
}
