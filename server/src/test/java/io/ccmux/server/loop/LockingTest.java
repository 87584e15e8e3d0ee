package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.ccmux.protocol.ClientMessage;

/** Terminals given to the program that locks them. */
class LockingTest {
    private final LoopBench bench = new LoopBench();
    private final LoopBench.Seat one = bench.attach(80, 24, "new-session", "-s", "a");
    private final LoopBench.Seat two = bench.attach(60, 20, "new-session", "-s", "b");

    private String suspended() {
        return bench.must("list-clients", "-F", "#{client_session}#{m:*suspended*,#{client_flags}}").replace("\n", " ");
    }

    @Test
    void lockOneAllOfASessionOrAll() {
        bench.must("set-option", "-g", "lock-command", "vlock");
        bench.must("lock-session", "-t", "b");
        assertEquals(List.of(), one.locked);
        assertEquals(List.of("vlock"), two.locked);
        assertEquals("a0 b1 ", suspended());
        bench.must("lock-server");
        assertEquals(List.of("vlock"), one.locked);
        bench.say(two, new ClientMessage.Woken());
        assertEquals("a1 b0 ", suspended());
    }

    @Test
    void lockASessionNobodyTypesIn() {
        bench.must("set-option", "-t", "a", "lock-after-time", "10");
        bench.pass(9_000);
        assertEquals(List.of(), one.locked);
        bench.type(one, "x");
        bench.pass(9_000);
        assertEquals(List.of(), one.locked);
        bench.pass(2_000);
        assertEquals(List.of("lock -np"), one.locked);
        bench.pass(20_000);
        assertEquals(1, one.locked.size());
        assertEquals(List.of(), two.locked);
    }

    @Test
    void doNotCountForTheSizeOfWindowsMeanwhile() {
        bench.pass(1_000);
        bench.attach(40, 10, "attach-session", "-t", "a");
        assertEquals("40x9",
                bench.must("display-message", "-p", "-t", "a:", "#{window_width}x#{window_height}").strip());
        bench.must("lock-client", "-t", bench.must("list-clients", "-t", "a", "-f", "#{==:#{client_width},40}", "-F",
                "#{client_name}").strip());
        assertEquals("80x23", bench.must("display-message", "-p", "-t", "a:", "#{window_width}x#{window_height}")
                .strip());
    }
}
