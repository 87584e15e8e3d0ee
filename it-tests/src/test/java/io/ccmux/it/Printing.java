package io.ccmux.it;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pane whose program counts, in every life of the server anew. Whatever was seen of it must be in the pane after a
 * crash, and the numbers of each life have no gap.
 *
 * <pre>
 *  c17 0 .      life 17, number 0; the dot says that the line is whole
 * </pre>
 */
final class Printing {
    private static final Pattern LINE = Pattern.compile("c(\\d+) (\\d+) \\.");

    private final String pane;
    /** The last number that was seen of a life. */
    private final TreeMap<Integer, Long> seen = new TreeMap<>();
    private long lines;
    private long looks;

    Printing(String pane) {
        this.pane = pane;
    }

    String pane() {
        return pane;
    }

    /** The words of the command that makes the pane's shell count. */
    List<String> start(int life) {
        return List.of("send-keys", "-t", pane, "echo; i=0; while :; do j=0; while [ $j -lt 20 ]; do echo \"c" + life
                + " $i .\"; i=$((i+1)); j=$((j+1)); done; sleep 0.02; done", "Enter");
    }

    /** Looks at what the pane shows; returns whether the server was still there. */
    boolean look(Speaker speaker) {
        var result = speaker.run(List.of("capture-pane", "-p", "-t", pane));
        result.ifPresent(shown -> shown.out().lines().map(LINE::matcher).filter(Matcher::matches)
                .forEach(found -> seen.merge(life(found), number(found), Math::max)));
        return result.isPresent();
    }

    private static int life(Matcher line) {
        return Integer.parseInt(line.group(1));
    }

    private static long number(Matcher line) {
        return Long.parseLong(line.group(2));
    }

    /** Checks all that the pane holds, and then lets it forget that. */
    void verify(Speaker speaker) {
        var last = new TreeMap<Integer, Long>();
        String shown = speaker.must("capture-pane", "-p", "-S", "-", "-t", pane);
        for (String line : shown.lines().toList()) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                long expected = last.getOrDefault(life(found), -1L) + 1;
                if (number(found) != expected || !last.tailMap(life(found), false).isEmpty()) {
                    throw new AssertionError(pane + ": " + line + " where " + expected + " was expected\n" + shown);
                }
                last.put(life(found), number(found));
                lines++;
            }
        }
        seen.forEach((life, number) -> {
            if (last.getOrDefault(life, -1L) < number) {
                throw new AssertionError(pane + ": seen c" + life + " " + number + ", recovered up to "
                        + last.get(life));
            }
        });
        looks += seen.size();
        seen.clear();
        speaker.must("send-keys", "-R", "-t", pane);
        speaker.must("clear-history", "-t", pane);
    }

    /** How many lives were looked at before they were cut off. */
    long looks() {
        return looks;
    }

    /** How many numbered lines were found so far. */
    long lines() {
        return lines;
    }
}
