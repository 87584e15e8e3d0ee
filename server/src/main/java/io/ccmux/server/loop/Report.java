package io.ccmux.server.loop;

import java.util.List;
import java.util.function.Function;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** What the outside world tells the session thread. */
public sealed interface Report {
    /** A pane's program lives. {@code directory} is where, which may not be where it was asked to. */
    record PaneStarted(PaneId pane, int run, long pid, String terminal, String directory) implements Report {}

    /** A pane's program could not be started, in one line. */
    record PaneFailed(PaneId pane, int run, String message) implements Report {}

    /** A pane's program printed this; the array is the receiver's. */
    record PaneWrote(PaneId pane, int run, byte[] bytes) implements Report {}

    /** A pane's program is gone and all that it printed was reported. {@code ours}: by a signal that we sent. */
    record PaneExited(PaneId pane, int run, int status, int signal, boolean ours) implements Report {}

    /** What runs in the foreground of a pane, and where. */
    record PaneSeen(PaneId pane, String directory, String command) implements Report {}

    /** All panes that were to be looked at have been. */
    record AllSeen(long job) implements Report {}

    /** What a command piped into a pane printed. */
    record Piped(PaneId pane, byte[] bytes) implements Report {}

    record ClientConnected(ClientId client, long pid) implements Report {}

    record ClientSaid(ClientId client, ClientMessage message) implements Report {}

    /** A client that had piled up unread messages has room again. */
    record ClientReady(ClientId client) implements Report {}

    record ClientGone(ClientId client) implements Report {}

    /** Everything up to this serial survives the death of the server. */
    record Written(long serial) implements Report {}

    /** Everything up to this serial survives a power cut. */
    record Synced(long serial) implements Report {}

    /** The disk is in trouble; nothing not yet synced ever will be. */
    record DiskFailed(String message) implements Report {}

    /** The disk seems to be back: the journal may begin anew. */
    record DiskHealed() implements Report {}

    /** The journal has begun anew: replies are durable again. */
    record DiskReturned() implements Report {}

    /** A job that an effect began is done. */
    record JobDone(long job, Outcome outcome) implements Report {}

    /** The time that a timer was set for has come. */
    record Tick(long timer) implements Report {}

    /**
     * The configuration was read again.
     *
     * @param change the events by which a state obeys it; none if there is a mistake in it
     * @param told   lines for {@code show-messages}
     */
    record Reconfigured(Function<Mux, List<Event>> change, List<String> told) implements Report {}

    /** The server is to end, keeping its sessions: SIGTERM, or the end of the system. */
    record StopAsked() implements Report {}
}
