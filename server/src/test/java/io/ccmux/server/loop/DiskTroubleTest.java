package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What callers are told while the disk is in trouble, and after. */
class DiskTroubleTest {
    private final LoopBench bench = new LoopBench();

    @Test
    void whoWaitsForTheDiskIsToldThatItFailed() {
        bench.outside.syncs = false;
        var seat = bench.run("new-session", "-d", "-s", "a");
        assertEquals(-1, seat.status, "it waits");
        bench.report(new Report.DiskFailed("no space left"));
        assertEquals(1, seat.status);
        assertEquals("not durable: no space left\n", seat.error.toString());
    }

    @Test
    void changesAreMadeAndAreSaidNotToBeDurable() {
        bench.report(new Report.DiskFailed("no space left"));
        var seat = bench.run("new-session", "-d", "-s", "a");
        assertEquals(1, seat.status);
        assertEquals("not durable: no space left\n", seat.error.toString());
        assertTrue(bench.must("list-sessions").startsWith("a:"), "whoever only asks is answered");
    }

    @Test
    void repliesAreDurableAgainAndWaitAgainWhenTheDiskIsBack() {
        bench.report(new Report.DiskFailed("no space left"));
        bench.report(new Report.DiskHealed());
        bench.must("new-session", "-d", "-s", "a");
        bench.outside.syncs = false;
        var seat = bench.run("rename-session", "-t", "a", "b");
        assertEquals(-1, seat.status, "it waits");
        bench.report(new Report.Synced(Long.MAX_VALUE));
        assertEquals(0, seat.status);
    }

    @Test
    void whoeverIsAttachedSeesIt() {
        var seat = bench.attach(60, 5, "new-session");
        bench.report(new Report.DiskFailed("no space left"));
        assertEquals("not durable: no space left", seat.line(4));
        bench.report(new Report.DiskReturned());
        assertEquals("durable again", seat.line(4));
        assertTrue(bench.must("show-messages").contains("not durable: no space left"));
    }
}
