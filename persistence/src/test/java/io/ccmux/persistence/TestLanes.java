package io.ccmux.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The lanes on one thread: a test says when a task runs, or lets a seed say it. */
final class TestLanes implements Lanes {
    private final Deque<Runnable> journal = new ArrayDeque<>();
    private final Deque<Runnable> sync = new ArrayDeque<>();
    private final Deque<Runnable> checkpoint = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();

    @Override
    public void journal(Runnable task) {
        journal.add(task);
    }

    @Override
    public void sync(Runnable task) {
        sync.add(task);
    }

    @Override
    public Runnable syncLater(Runnable task, long millis) {
        later.add(task);
        return () -> later.remove(task);
    }

    @Override
    public void checkpoint(Runnable task) {
        checkpoint.add(task);
    }

    /** Runs one task of one lane, if that has one; a delay may be over at any time. */
    void step(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> run(journal);
            case 1 -> run(sync);
            case 2 -> run(checkpoint);
            default -> passTime();
        }
    }

    /** Lets all delays be over. */
    void passTime() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        sync.addAll(due);
    }

    /** Runs what there is and what follows from it, delays aside. */
    void settle() {
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

    boolean idle() {
        return journal.isEmpty() && sync.isEmpty() && checkpoint.isEmpty();
    }

    /** Whether a delay runs. */
    boolean waiting() {
        return !later.isEmpty();
    }

    private static void run(Deque<Runnable> lane) {
        if (!lane.isEmpty()) {
            lane.remove().run();
        }
    }

    @Override
    public void finish() {
        settle();
        later.clear();
    }
}
