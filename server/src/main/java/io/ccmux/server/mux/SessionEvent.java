package io.ccmux.server.mux;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happens to a session and its list of windows. */
public sealed interface SessionEvent extends Event {
    SessionId session();

    /** A session without windows yet. {@code group} is empty for a session of its own. */
    record Created(SessionId session, String name, String directory, long createdMicros, String group)
            implements
                SessionEvent {}

    record Renamed(SessionId session, String name) implements SessionEvent {}

    /** The session and its hold on its windows are gone; windows that no session holds go with it. */
    record Closed(SessionId session) implements SessionEvent {}

    record Linked(SessionId session, int index, WindowId window) implements SessionEvent {}

    record Unlinked(SessionId session, int index) implements SessionEvent {}

    record Selected(SessionId session, int index) implements SessionEvent {}

    /** Two windows change places, of one session or of two; who looks at which place stays. */
    record Swapped(SessionId session, int index, SessionId other, int otherIndex) implements SessionEvent {}

    /**
     * The whole list of windows anew, after a move, a swap or a renumbering.
     *
     * @param last indexes of earlier current windows, the latest first
     */
    record Arranged(SessionId session, SortedMap<Integer, WindowId> windows, int current, List<Integer> last)
            implements
                SessionEvent {
        public Arranged {
            windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
            last = List.copyOf(last);
        }
    }

    /** A client attached; its stamp is the session's last attachment. */
    record Attached(SessionId session) implements SessionEvent {}

    /** When the session was last used, for checkpoints. */
    record Used(SessionId session, long attachedMicros) implements SessionEvent {}

    /** The alerts of a window in this session: a set of {@link Session#BELL}, ACTIVITY, SILENCE. */
    record Alerted(SessionId session, int index, int alerts) implements SessionEvent {}

    /** Where new windows of the session start. */
    record Relocated(SessionId session, String directory) implements SessionEvent {}

    /** The session joins, or with an empty name leaves, a group of sessions that share their windows. */
    record Grouped(SessionId session, String group) implements SessionEvent {}

    /** Copies of the variables that {@code update-environment} names, taken from a client. */
    record Furnished(SessionId session, Map<String, String> environment) implements SessionEvent {}
}
