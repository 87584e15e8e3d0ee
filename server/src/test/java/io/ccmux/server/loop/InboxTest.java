package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Reports and turns. */
class InboxTest {
    private final ArrayDeque<Runnable> thread = new ArrayDeque<>();
    private final Inbox inbox = new Inbox(thread::add, thread::add);
    private final List<Report> handled = new ArrayList<>();

    private void run() {
        for (var deed = thread.poll(); deed != null; deed = thread.poll()) {
            deed.run();
        }
    }

    @Test
    void handlesInOneTurnWhatCameSinceTheLast() {
        inbox.onTurn(() -> inbox.drain(handled::add));
        inbox.add(new Report.Written(1));
        inbox.add(new Report.Written(2));
        assertEquals(1, thread.size());
        run();
        assertEquals(List.of(new Report.Written(1), new Report.Written(2)), handled);
    }

    @Test
    void losesNothingThatCameBeforeThereWereTurns() {
        inbox.post(new Report.Written(1));
        run();
        inbox.onTurn(() -> inbox.drain(handled::add));
        run();
        inbox.add(new Report.Written(2));
        run();
        assertEquals(List.of(new Report.Written(1), new Report.Written(2)), handled);
    }

    @Test
    void takesTheTurnThatWasAskedForBeforeThereWereTurns() {
        inbox.add(new Report.Written(1));
        inbox.onTurn(() -> inbox.drain(handled::add));
        run();
        assertEquals(List.of(new Report.Written(1)), handled);
    }
}
