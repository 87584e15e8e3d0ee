package io.ccmux.server.mux;

import java.util.Optional;

/** A change of the variables that new panes get; those without a session are for all. */
public sealed interface EnvironmentEvent extends Event {
    Optional<SessionId> session();

    String name();

    /** Hidden variables are known to formats but not given to panes. */
    record Assigned(Optional<SessionId> session, String name, String value, boolean hidden)
            implements
                EnvironmentEvent {}

    /** {@code set-environment -r}: panes shall not get this variable at all. */
    record Withheld(Optional<SessionId> session, String name) implements EnvironmentEvent {}

    /** {@code set-environment -u}: nothing is said about this variable any more. */
    record Forgotten(Optional<SessionId> session, String name) implements EnvironmentEvent {}
}
