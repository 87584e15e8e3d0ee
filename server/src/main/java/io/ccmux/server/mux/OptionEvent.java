package io.ccmux.server.mux;

import io.ccmux.config.OptionValue;

/** An option given a value (the whole of it, also when one item of an array changes), or none of its own any more. */
public sealed interface OptionEvent extends Event {
    Holder holder();

    String name();

    record Assigned(Holder holder, String name, OptionValue value) implements OptionEvent {}

    record Removed(Holder holder, String name) implements OptionEvent {}

    /** Whose option it is. */
    sealed interface Holder {
        record Server() implements Holder {}

        record AllSessions() implements Holder {}

        record AllWindows() implements Holder {}

        record OfSession(SessionId session) implements Holder {}

        record OfWindow(WindowId window) implements Holder {}

        record OfPane(PaneId pane) implements Holder {}
    }
}
