package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What was reported and not yet decided upon. Reports of one iteration of the event loop are handled together in one
 * turn, which is scheduled once: the busier the server, the larger the batch.
 */
public final class Inbox {
    private final Queue<Report> reports = new ArrayDeque<>();
    private final Executor sessionThread;
    private final Executor nextTurn;
    private Runnable turn = this::keep;
    private boolean scheduled;

    /**
     * @param sessionThread runs what it is given on the session thread
     * @param nextTurn      called on the session thread; runs what it is given after the input that is there by then.
     *                      Not the tasks of an event loop: one that always has a task does not look at its sockets for
     *                      many of them, and a flood would keep whoever types waiting
     */
    public Inbox(Executor sessionThread, Executor nextTurn) {
        this.sessionThread = sessionThread;
        this.nextTurn = nextTurn;
    }

    /** From now on there are turns, the first one soon; to be called on the session thread. */
    void onTurn(Runnable action) {
        turn = action;
        wake();
    }

    /** Whatever comes before somebody takes turns is kept for the first one. */
    private void keep() {
        scheduled = false;
    }

    /** To be called on the session thread. */
    public void add(Report report) {
        reports.add(report);
        wake();
    }

    /** From any other thread. */
    public void post(Report report) {
        sessionThread.execute(() -> add(report));
    }

    /** Makes sure that there is a turn soon, if only to read panes. */
    public void wake() {
        if (!scheduled) {
            scheduled = true;
            nextTurn.execute(this::take);
        }
    }

    private void take() {
        turn.run();
    }

    /** Hands all reports over, those that come meanwhile too. */
    void drain(Consumer<Report> receiver) {
        scheduled = false;
        for (var report = reports.poll(); report != null; report = reports.poll()) {
            receiver.accept(report);
        }
    }
}
