package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Notice;

/**
 * The one place where events become true: into the journal's batch, then into the state. The batch leaves at the end of
 * the turn, so a mistake in {@code apply}, which ends the server, takes the event that it was made on with it.
 */
final class Ledger {
    private final Mux mux;
    private final Outside outside;
    private final List<Notice> notices = new ArrayList<>();
    private final Occasions occasions;
    private long appended;
    private boolean unsubmitted;
    private boolean replyWaits;

    Ledger(Mux mux, Outside outside, long appended) {
        this.mux = mux;
        this.occasions = new Occasions(mux);
        this.outside = outside;
        this.appended = appended;
    }

    /** Makes the events one transaction and part of the state; returns the serial that stands for them. */
    long commit(List<Event> events) {
        if (events.isEmpty()) {
            return appended;
        }
        long micros = outside.micros();
        appended = outside.append(micros, events);
        unsubmitted = true;
        int before = occasions.count();
        for (var event : events) {
            occasions.watch(event, () -> notices.addAll(mux.apply(event, micros)));
        }
        occasions.sort(before);
        return appended;
    }

    /** The serial of the last event that is part of the state. */
    long appended() {
        return appended;
    }

    /** What happened by that, for hooks and for clients in control mode. */
    Occasions occasions() {
        return occasions;
    }

    /** A reply waits for what was committed in this turn. */
    void awaitReply() {
        replyWaits = true;
    }

    /** What came to light since the last call. */
    List<Notice> takeNotices() {
        if (notices.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    /** Whether something came to light or happened that nobody was told of. */
    boolean unsettled() {
        return !notices.isEmpty() || occasions.count() > 0;
    }

    /** Hands the turn's transactions to the journal. */
    void submit() {
        if (unsubmitted || replyWaits) {
            outside.submit(replyWaits);
            unsubmitted = false;
            replyWaits = false;
        }
    }
}
