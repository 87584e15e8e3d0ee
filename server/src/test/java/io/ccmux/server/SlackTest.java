package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class SlackTest {
    private static final long MUCH = 4 << 20;

    private final MockTicker ticker = Ticker.newMockTicker();
    @AutoClose
    private final EmbeddedChannel channel = EmbeddedChannel.builder().ticker(ticker).build();
    private final List<Runnable> deeds = new ArrayList<>();
    private long heapBytes = MUCH;
    private final Slack slack = new Slack(channel.eventLoop(), deeds::add, ticker::nanoTime, () -> heapBytes);

    private int deedsAfter(long millis) {
        ticker.advance(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        return deeds.size();
    }

    @Test
    void leavesLittleAlone() {
        slack.worked(MUCH - 1);
        assertEquals(0, deedsAfter(60_000));
    }

    @Test
    void collectsAndTrimsOnceItIsQuietAndTrimsAgainWhenCompilersAreDoneAndHaveFreedTheirs() {
        slack.worked(MUCH / 2);
        slack.worked(MUCH / 2);
        assertEquals(0, deedsAfter(999));
        assertEquals(2, deedsAfter(1));
        assertEquals(2, deedsAfter(699));
        assertEquals(3, deedsAfter(1));
        assertEquals(3, deedsAfter(5_299));
        assertEquals(4, deedsAfter(1));
        assertEquals(4, deedsAfter(60_000));
    }

    @Test
    void wantsMoreWhereMoreIsHeld() {
        heapBytes = 16 * MUCH;
        slack.worked(2 * MUCH - 1);
        assertEquals(0, deedsAfter(60_000));
        slack.worked(1);
        assertEquals(2, deedsAfter(1_000));
    }

    @Test
    void waitsWhileThereIsWork() {
        slack.worked(MUCH);
        for (int i = 0; i < 20; i++) {
            assertEquals(0, deedsAfter(500));
            slack.worked(1);
        }
        assertEquals(0, deedsAfter(999));
        assertEquals(2, deedsAfter(1));
    }

    @Test
    void owesNothingUntilMuchHasHappenedAgain() {
        slack.begin();
        assertEquals(2, deedsAfter(1_000));
        assertEquals(4, deedsAfter(6_000));
        slack.worked(MUCH - 1);
        assertEquals(4, deedsAfter(60_000));
        slack.worked(1);
        assertEquals(6, deedsAfter(1_000));
    }
}
