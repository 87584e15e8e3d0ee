package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bells, activity and silence, and what ends when nobody is left. */
class AlertsTest {
    private final LoopBench bench = new LoopBench();

    @BeforeEach
    void startWithTwoWindows() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        bench.must("new-window", "-d", "-t", "a:1");
        bench.must("set-hook", "-g", "alert-activity", "set -ga @log activity");
        bench.must("set-hook", "-g", "alert-silence", "set -ga @log silence");
        bench.must("set-hook", "-g", "alert-bell", "set -ga @log bell");
    }

    private String flags(int window) {
        return bench.must("display-message", "-p", "-t", "a:" + window, "#{window_raw_flags}").strip();
    }

    private String log() {
        return bench.must("show-options", "-gqv", "@log").strip();
    }

    @Test
    void markAWindowThatPrintsUntilItIsLookedAt() {
        bench.print(1, "quiet");
        assertEquals("", flags(1));
        bench.must("set-option", "-g", "monitor-activity", "on");
        bench.print(1, "loud");
        bench.print(1, "loud");
        assertEquals("#", flags(1));
        assertEquals("activity", log());
        bench.must("select-window", "-t", "a:1");
        assertEquals("*", flags(1));
    }

    @Test
    void markAWindowThatIsSilentForTooLong() {
        bench.must("set-option", "-wt", "a:1", "monitor-silence", "10");
        bench.pass(6_000);
        bench.print(1, "still here");
        bench.pass(6_000);
        assertEquals("", flags(1));
        bench.pass(5_000);
        assertEquals("~", flags(1));
        assertEquals("silence", log());
        bench.pass(30_000);
        assertEquals("silence", log());
    }

    @Test
    void tellOfABellByMessage() {
        bench.must("set-option", "-g", "visual-bell", "on");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.print(1, "\007");
        assertEquals("Bell in window 1", seat.line(23));
        assertEquals("!", flags(1));
        bench.print(0, "\007");
        assertEquals("Bell in current window", seat.line(23));
        bench.must("set-option", "-g", "bell-action", "none");
        bench.pass(2_000);
        bench.print(1, "\007");
        assertTrue(seat.line(23).startsWith("[a]"), seat.line(23));
    }

    @Test
    void areOverForWhomeverAttaches() {
        bench.print(0, "\007");
        assertEquals("!*", flags(0));
        bench.attach(80, 24, "attach-session", "-t", "a");
        assertEquals("*", flags(0));
    }

    @Test
    void unattachedSessionsEndIfTheyShall() {
        var seat = bench.attach(80, 24, "new-session", "-s", "b");
        bench.must("set-option", "-t", "b", "destroy-unattached", "on");
        bench.must("detach-client", "-s", "b");
        assertEquals("a\n", bench.must("list-sessions", "-F", "#S"));
        assertEquals("[detached (from session b)]", seat.bye);
    }

    @Test
    void clientsOfAnEndedSessionGoWhereTheyShall() {
        bench.must("new-session", "-d", "-s", "b");
        bench.must("new-session", "-d", "-s", "c");
        bench.must("set-option", "-g", "detach-on-destroy", "previous");
        bench.must("set-option", "-t", "c", "detach-on-destroy", "on");
        var seat = bench.attach(80, 24, "attach-session", "-t", "b");
        bench.must("kill-session", "-t", "b");
        assertEquals("a\n", bench.must("list-clients", "-F", "#{client_session}"));
        bench.must("kill-session", "-t", "a");
        assertEquals("c\n", bench.must("list-clients", "-F", "#{client_session}"));
        bench.must("kill-session", "-t", "c");
        assertEquals("[exited]", seat.bye);
    }

    @Test
    void theServerEndsWithItsLastClientIfItShall() {
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.must("set-option", "-s", "exit-unattached", "on");
        assertEquals(false, bench.outside.stopped);
        bench.must("detach-client", "-s", "a");
        bench.close(seat);
        assertEquals(true, bench.outside.stopped);
        assertEquals(1, bench.mux.sessions().size());
    }
}
