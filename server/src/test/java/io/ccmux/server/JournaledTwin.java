package io.ccmux.server;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Durability;
import io.ccmux.persistence.JournalListener;
import io.ccmux.persistence.Persistence;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.journal.EventJournal;
import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.OutsideTwin;
import io.ccmux.server.loop.Report;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.pty.NativeThread;

/** The outside in memory, but for its journal, which is a real one on whatever storage it was opened. */
class JournaledTwin extends OutsideTwin {
    private final Persistence persistence;
    private final EventJournal journal;

    JournaledTwin(Inbox inbox, Persistence persistence, Mux mux) {
        super(inbox);
        this.persistence = persistence;
        this.journal = new EventJournal(persistence, mux);
    }

    /** What persistence tells goes to the session thread. */
    static final class Told implements JournalListener {
        private final Inbox inbox;
        private volatile long synced;

        Told(Inbox inbox) {
            this.inbox = inbox;
        }

        /** The highest serial that was said to be on the medium. */
        long synced() {
            return synced;
        }

        @Override
        public void written(long serial) {
            inbox.post(new Report.Written(serial));
        }

        @Override
        public void synced(long serial) {
            synced = Math.max(synced, serial);
            inbox.post(new Report.Synced(serial));
        }

        @Override
        public void failed(IOException cause) {
            inbox.post(new Report.DiskFailed(String.valueOf(cause.getMessage())));
        }

        @Override
        public void checkpointThread() {
            NativeThread.yieldToOthers();
        }

        @Override
        public void healed() {
            inbox.post(new Report.DiskHealed());
        }
    }

    final Persistence persistence() {
        return persistence;
    }

    final EventJournal journal() {
        return journal;
    }

    @Override
    public long append(long stamp, List<Event> events) {
        return journal.append(stamp, events);
    }

    @Override
    public void submit(boolean replyWaits) {
        journal.submit(replyWaits);
    }

    @Override
    public boolean repliesAwaitSync() {
        return persistence.durability() == Durability.STRICT;
    }

    @Override
    public boolean keepsUp() {
        return persistence.keepsUp();
    }

    @Override
    public boolean checkpointDue() {
        return persistence.checkpointDue();
    }

    @Override
    public void checkpoint(long job) {
        done(job, journal.checkpoint(micros()));
    }

    @Override
    public void forget(Set<PaneId> panes, long job) {
        done(job, journal.forget(micros(), panes));
    }

    private void done(long job, CompletableFuture<Checkpoint> checkpoint) {
        checkpoint.whenComplete((done, failure) -> inbox.post(new Report.JobDone(job,
                failure == null ? new Outcome.Done() : new Outcome.Failed(failure.getMessage()))));
    }

    @Override
    public void rejoin() {
        journal.rejoin(micros()).whenComplete((done, failure) -> {
            if (failure == null) {
                inbox.post(new Report.DiskReturned());
            }
        });
    }
}
