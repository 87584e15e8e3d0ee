package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.ccmux.server.command.Outcome;

/** Jobs under way in the outside world, and who waits for their outcome. */
final class Jobs {
    private final Map<Long, Consumer<Outcome>> waiting = new HashMap<>();
    private final SortedMap<Long, String> commands = new TreeMap<>();
    private long next;

    /** A number for a job, whose outcome goes to the receiver. */
    long begin(Consumer<Outcome> receiver) {
        long job = ++next;
        waiting.put(job, receiver);
        return job;
    }

    /** The same for a job that runs a shell command. */
    long begin(String command, Consumer<Outcome> receiver) {
        long job = begin(receiver);
        commands.put(job, command);
        return job;
    }

    /** Shell commands under way, the oldest first. */
    List<String> commands() {
        return List.copyOf(commands.values());
    }

    void done(long job, Outcome outcome) {
        var receiver = waiting.remove(job);
        commands.remove(job);
        if (receiver != null) {
            receiver.accept(outcome);
        }
    }
}
