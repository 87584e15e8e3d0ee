package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;

/**
 * The one place where events become true: into the journal's batch, then into the state. The batch leaves at the end of
 * the turn, so a mistake in {@code apply}, which ends the server, takes the event that it was made on with it.
 */
final class Ledger {
    private static final String OFF_THE_RECORD = "-- off the record --";

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
    long commit(List<Event> decided) {
        if (decided.isEmpty()) {
            return appended;
        }
        long micros = outside.micros();
        var events = mux.extended(decided, micros);
        var remembered = remembered(events);
        if (!remembered.isEmpty()) {
            appended = outside.append(micros, remembered);
            unsubmitted = true;
        }
        int before = occasions.count();
        for (var event : events) {
            occasions.watch(event, () -> notices.addAll(mux.apply(event, micros)));
        }
        occasions.settle(before);
        return appended;
    }

    /** All of them, except what is in paste buffers if that shall not be journaled. */
    private List<Event> remembered(List<Event> events) {
        for (var event : events) {
            if (fillsBuffer(event) && !mux.serverOptions().flag("journal-buffers")) {
                return events.stream().filter(one -> !fillsBuffer(one)).toList();
            }
        }
        return events;
    }

    private static boolean fillsBuffer(Event event) {
        return event instanceof BufferEvent && !(event instanceof BufferEvent.Removed);
    }

    /** Shows output of a pane that nobody shall remember; where that begins, the journal says so. */
    void whisper(Pane pane, byte[] bytes) {
        boolean begins = !pane.offTheRecord();
        long micros = outside.micros();
        occasions.watch(new PaneEvent.Output(pane.id(), bytes), () -> {
            pane.whisper(bytes, micros);
            pane.terminal().takeNotices().forEach(notice -> notices.add(new Notice.FromTerminal(pane.id(), notice)));
        });
        if (begins) {
            commit(List.of(new PaneEvent.OffTheRecord(pane.id(), OFF_THE_RECORD)));
        }
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
