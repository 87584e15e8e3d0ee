package io.ccmux.server.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Persistence;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/**
 * The journal as the session thread speaks to it: in events, and in checkpoints of the one state that they make. All of
 * it belongs to that thread, which takes an image of the state and leaves it to another to write it.
 */
public final class EventJournal {
    private final Persistence persistence;
    private final Mux mux;

    /** @param mux what the journal made when it was opened, and what all that is appended is applied to */
    public EventJournal(Persistence persistence, Mux mux) {
        this.persistence = persistence;
        this.mux = mux;
    }

    /** Adds a transaction to the batch of this turn; returns the serial of its last record. */
    public long append(long micros, List<Event> events) {
        if (events.size() == 1) {
            return persistence.append(micros, List.of(EventTypes.record(events.getFirst())));
        }
        var records = new ArrayList<Object>(events.size());
        events.forEach(event -> records.add(EventTypes.record(event)));
        return persistence.append(micros, records);
    }

    /** Hands the batch over. {@code replyWaits}: somebody waits until it is synced. */
    public void submit(boolean replyWaits) {
        if (replyWaits) {
            persistence.submitForReply();
        } else {
            persistence.submit();
        }
    }

    /** Completes when a checkpoint of the present state can be relied on. */
    public CompletableFuture<Checkpoint> checkpoint(long micros) {
        return persistence.checkpoint(micros, state());
    }

    /** Completes when the journal has begun anew with a checkpoint of the present state. */
    public CompletableFuture<Checkpoint> rejoin(long micros) {
        return persistence.rejoin(micros, state());
    }

    /**
     * Completes when nothing of these panes is on disk that is older than a checkpoint of the present state, or nothing
     * at all if there are none.
     */
    public CompletableFuture<Checkpoint> forget(long micros, Set<PaneId> panes) {
        return panes.isEmpty()
                ? persistence.forget(micros, state())
                : persistence.redact(micros, state(), new Forgetting(panes));
    }

    /** Ends with a last checkpoint. */
    public void stop(long micros) throws IOException {
        persistence.stop(new Persistence.Ending(mux.sessions().isEmpty(), micros, state()));
    }

    private Iterator<Object> state() {
        var events = mux.image();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public Object next() {
                return EventTypes.record(events.next());
            }
        };
    }
}
