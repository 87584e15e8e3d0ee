package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shell commands in formats. */
class FormatJobsTest {
    private final LoopBench bench = new LoopBench();
    private int runs;

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a");
        bench.outside.shell = command -> "first\nrun " + ++runs + " of " + command + "\n";
    }

    @Test
    void givesTheLastLineOfTheRunBefore() {
        assertEquals("\n", bench.must("display-message", "-p", "#(date)"));
        assertEquals("run 1 of date\n", bench.must("display-message", "-p", "#(date)"));
        assertEquals(1, runs);
        bench.pass(1_500);
        assertEquals("run 1 of date\n", bench.must("display-message", "-p", "#(date)"));
        assertEquals("run 2 of date\n", bench.must("display-message", "-p", "#(date)"));
    }

    @Test
    void expandsTheCommandAndWhatItPrintsButRunsNothingFromThere() {
        bench.outside.shell = command -> "#{session_name} #(rm) 5%H";
        bench.must("display-message", "-p", "#(echo #{session_name})");
        assertEquals("a  5%H\n", bench.must("display-message", "-p", "#(echo #{session_name})"));
        assertEquals("echo a", bench.outside.shells.getFirst().command());
        assertEquals(1, bench.outside.shells.size());
    }

    @Test
    void showsInTheStatusLineAndIsRunAgainAtItsInterval() {
        bench.must("set-option", "-g", "status-right", "#(load)");
        bench.must("set-option", "-g", "status-interval", "5");
        var seat = bench.attach(60, 5, "attach-session");
        assertTrue(seat.line(4).endsWith("run 1 of load"), seat.line(4));
        bench.pass(5_100);
        bench.pass(100);
        assertTrue(seat.line(4).endsWith("run 2 of load"), seat.line(4));
        bench.pass(1_000);
        assertEquals(2, runs);
    }

    @Test
    void runsNoMoreCommandsThanItsLimit() {
        for (int i = 0; i < 600; i++) {
            bench.must("display-message", "-p", "#(number " + i + ")");
        }
        assertEquals(512, runs);
    }

    @Test
    void runsNothingForAStateThatIsReplayed() {
        var again = new LoopBench();
        bench.must("set-option", "-g", "status-right", "#(load)");
        bench.outside.journal.forEach(event -> again.mux.apply(event, 0));
        assertEquals(0, again.outside.shells.size());
    }
}
