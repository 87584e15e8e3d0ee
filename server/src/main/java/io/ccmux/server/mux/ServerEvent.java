package io.ccmux.server.mux;

/** What concerns no session, window or pane. */
public sealed interface ServerEvent extends Event {
    /** The numbers that the next things to be made will get. */
    record Numbered(int nextSession, int nextWindow, int nextPane, int nextBuffer) implements ServerEvent {}

    /** {@code select-pane -m}: this pane is the marked one. */
    record Marked(PaneId pane) implements ServerEvent {}

    /** No pane is marked any more. */
    record Unmarked() implements ServerEvent {}

    /** A record of an extension that is here, and that one of its states takes. */
    record Extended(Object record) implements ServerEvent {}

    /** A record of an extension that is not here now; kept as it came. */
    record Extension(int type, int version, byte[] bytes) implements ServerEvent {}
}
