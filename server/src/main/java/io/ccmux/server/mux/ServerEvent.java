package io.ccmux.server.mux;

import java.util.List;

/** What concerns no session, window or pane. */
public sealed interface ServerEvent extends Event {
    /** The numbers that the next things to be made will get. */
    record Numbered(int nextSession, int nextWindow, int nextPane, int nextBuffer) implements ServerEvent {}

    /** {@code select-pane -m}: this pane is the marked one. */
    record Marked(PaneId pane) implements ServerEvent {}

    /** No pane is marked any more. */
    record Unmarked() implements ServerEvent {}

    /** What one server has to tell the next. */
    sealed interface Continued extends ServerEvent {}

    /** A server runs in another boot of the machine than the one before: process ids of then mean nothing now. */
    record Booted(String boot) implements Continued {}

    /** What these panes have printed is to go from the disk; all of the past, if none are named. */
    record ForgettingBegan(int number, List<PaneId> panes) implements Continued {
        public ForgettingBegan {
            panes = List.copyOf(panes);
        }
    }

    /** It is gone, or whoever asked for it was told that it is not. */
    record ForgettingEnded(int number) implements Continued {}

    /** A record of an extension that is here, and that one of its states takes. */
    record Extended(Object record) implements ServerEvent {}

    /** A record of an extension that is not here now; kept as it came. */
    record Extension(int type, int version, byte[] bytes) implements ServerEvent {}
}
