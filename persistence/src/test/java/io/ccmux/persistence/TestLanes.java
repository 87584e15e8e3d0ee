package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The lanes on one thread and in virtual time: a test says when a task runs, or lets a seed say it. */
public final class TestLanes implements Lanes {
    private final Deque<Runnable> journal = new ArrayDeque<>();
    private final Deque<Runnable> sync = new ArrayDeque<>();
    private final Deque<Runnable> checkpoint = new ArrayDeque<>();
    private final List<Delayed> later = new ArrayList<>();
    /** The lanes at which a task is just being run: no other runs there meanwhile. */
    private final Set<Deque<Runnable>> busy = Collections.newSetFromMap(new IdentityHashMap<>());
    private long millis;

    /** What is to run at a time; in the order in which it was asked for. */
    private record Delayed(long due, Runnable task) {}

    /** A state directory whose threads are these lanes. */
    public Persistence open(PersistenceSettings settings, Storage storage, Server server) throws IOException {
        Random salts = new Random(server.seed);
        return Persistence.open(settings, storage, new Persistence.Machinery(server.registry, this, salts::nextLong),
                server.replay, server.listener);
    }

    /** Who opens it: what records it knows, where they go, who is told, and a seed for all that is random. */
    public record Server(RecordRegistry registry, Replay replay, JournalListener listener, long seed) {}

    @Override
    public void journal(Runnable task) {
        journal.add(task);
    }

    @Override
    public void sync(Runnable task) {
        sync.add(task);
    }

    @Override
    public Runnable later(Runnable task, long delay) {
        Delayed delayed = new Delayed(millis + delay, task);
        later.add(delayed);
        return () -> later.remove(delayed);
    }

    @Override
    public long nanos() {
        return millis * 1_000_000;
    }

    @Override
    public void checkpoint(Runnable task) {
        checkpoint.add(task);
    }

    /** Runs one task of one lane, if that has one; or the next delay is over. */
    public void step(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> run(journal);
            case 1 -> run(sync);
            case 2 -> run(checkpoint);
            default -> passTime(random.nextInt(300));
        }
    }

    /** Lets the delays that there are now be over. */
    void passTime() {
        passTime(later.stream().mapToLong(Delayed::due).max().orElse(millis) - millis);
    }

    /** Lets time go on. */
    public void passTime(long delay) {
        long end = millis + delay;
        for (Delayed next = next(end); next != null; next = next(end)) {
            millis = Math.max(millis, next.due);
            next.task.run();
        }
        millis = end;
    }

    private Delayed next(long end) {
        Delayed next = later.stream().min(Comparator.comparingLong(Delayed::due)).filter(delayed -> delayed.due <= end)
                .orElse(null);
        later.remove(next);
        return next;
    }

    /** Runs what there is and what follows from it, delays aside. */
    public void settle() {
        while (!idle()) {
            run(journal);
            run(sync);
            run(checkpoint);
        }
    }

    /** The same, while the medium does not answer. */
    void settleWithoutSync() {
        while (!journal.isEmpty() || !checkpoint.isEmpty()) {
            run(journal);
            run(checkpoint);
        }
    }

    /** The same, while the journal lane has no time. */
    void settleWithoutJournal() {
        while (!sync.isEmpty() || !checkpoint.isEmpty()) {
            run(sync);
            run(checkpoint);
        }
    }

    boolean idle() {
        return journal.isEmpty() && sync.isEmpty() && checkpoint.isEmpty();
    }

    /** Whether a delay runs. */
    boolean waiting() {
        return !later.isEmpty();
    }

    private void run(Deque<Runnable> lane) {
        if (!lane.isEmpty() && busy.add(lane)) {
            try {
                lane.remove().run();
            } finally {
                busy.remove(lane);
            }
        }
    }

    @Override
    public void finish() {
        settle();
        later.clear();
    }
}
