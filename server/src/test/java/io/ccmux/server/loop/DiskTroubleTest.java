package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ccmux.server.format.Warning;

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
    void aReplyToWhatWasDoneJustBeforeTheDiskCameBackWaitsForIt() {
        bench.report(new Report.DiskFailed("no space left"));
        bench.outside.syncs = false;
        bench.outside.writes = false;
        var seat = bench.run("new-session", "-d", "-s", "a");
        bench.report(new Report.DiskReturned());
        bench.report(new Report.Written(Long.MAX_VALUE));
        assertEquals(-1, seat.status, "it is written, and the disk is sound, but it is not on the medium");
        bench.report(new Report.Synced(Long.MAX_VALUE));
        assertEquals(0, seat.status);
    }

    @Test
    void whoeverIsAttachedSeesIt() {
        var seat = bench.attach(60, 5, "new-session");
        bench.report(new Report.DiskFailed("no space left"));
        assertTrue(seat.line(4).startsWith("not durable: no space left"), seat.line(4));
        bench.report(new Report.DiskReturned());
        assertEquals("durable again", seat.line(4));
        assertTrue(bench.must("show-messages").contains("not durable: no space left"));
    }

    @Test
    void everyScreenWarnsOfItUntilTheDiskIsBack() {
        var seat = bench.attach(60, 5, "new-session");
        bench.must("set-option", "-g", "status-right", "the end");
        bench.must("set-option", "-g", "status-left", "X".repeat(80));
        bench.report(new Report.DiskFailed("no space left"));
        bench.pass(10_000);
        assertTrue(seat.line(4).endsWith(" NOT DURABLE"), seat.line(4));
        var late = bench.attach(60, 5, "attach-session");
        assertTrue(late.line(4).endsWith("the end NOT DURABLE"), late.line(4));
        bench.run("set-option", "-g", "status", "off");
        bench.turns();
        assertTrue(seat.line(4).endsWith(" NOT DURABLE"), "without a status line, too: " + seat.line(4));
        bench.run("set-option", "-g", "status", "on");
        bench.report(new Report.DiskReturned());
        bench.pass(10_000);
        assertTrue(seat.line(4).endsWith("the end"), seat.line(4));
    }

    @Test
    void aStatusLineSaysThatLessIsWantedOfTheJournal() {
        bench.outside.warning = Optional.of(new Warning("relaxed", false));
        var seat = bench.attach(60, 5, "new-session");
        assertTrue(seat.line(4).endsWith(" relaxed"), seat.line(4));
        bench.must("set-option", "-g", "status", "off");
        bench.turns();
        assertEquals("", seat.line(4), "it is not so urgent that it lies over a pane");
    }
}
