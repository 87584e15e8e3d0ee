package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.ccmux.server.command.Outcome;

/** Jobs under way in the outside world, and who waits for their outcome. */
final class Jobs {
    private final Map<Long, Consumer<Outcome>> waiting = new HashMap<>();
    private long next;

    /** A number for a job, whose outcome goes to the receiver. */
    long begin(Consumer<Outcome> receiver) {
        long job = ++next;
        waiting.put(job, receiver);
        return job;
    }

    void done(long job, Outcome outcome) {
        var receiver = waiting.remove(job);
        if (receiver != null) {
            receiver.accept(outcome);
        }
    }
}
