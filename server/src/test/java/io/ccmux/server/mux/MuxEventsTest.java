package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The one property that holds recovery, checkpoints and time travel together. */
class MuxEventsTest {
    private static final int SEEDS = 10;
    private static final int STEPS = 100;

    @Test
    void makesTheSameStateFromAnyCutAndTheRest() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var history = new RandomHistory(seed).transactions(STEPS);
            var straight = RandomHistory.empty();
            apply(straight, history, 0, history.size());
            for (int cut : List.of(0, history.size() / 3, history.size() / 2, history.size() - 1, history.size())) {
                var first = RandomHistory.empty();
                apply(first, history, 0, cut);
                var again = RandomHistory.empty();
                first.events().forEach(event -> again.apply(event, RandomHistory.stamp(0)));
                assertSame(first, again, "checkpoint of seed " + seed + " at " + cut);
                apply(again, history, cut, history.size());
                assertSame(straight, again, "seed " + seed + " cut at " + cut);
            }
        }
    }

    @Test
    void isTheSameForTheSameHistory() {
        var history = new RandomHistory(7).transactions(STEPS);
        var one = RandomHistory.empty();
        var other = RandomHistory.empty();
        apply(one, history, 0, history.size());
        apply(other, history, 0, history.size());
        assertSame(one, other, "twice the same");
    }

    /** Names the first event in which two states differ. */
    private static void assertSame(Mux expected, Mux actual, String which) {
        var wanted = Described.all(expected.events());
        var found = Described.all(actual.events());
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            assertEquals(wanted.get(i), found.get(i), which);
        }
        assertEquals(wanted.size(), found.size(), which);
    }

    private static void apply(Mux mux, List<List<Event>> history, int from, int to) {
        for (int i = from; i < to; i++) {
            for (var event : history.get(i)) {
                mux.apply(event, RandomHistory.stamp(i));
            }
        }
    }
}
