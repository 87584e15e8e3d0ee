package io.ccmux.server.mux;

import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;

/** A change of the key tables. */
public sealed interface KeyEvent extends Event {
    record Bound(String table, Key key, Binding binding) implements KeyEvent {}

    record Unbound(String table, Key key) implements KeyEvent {}

    /** The table and all its bindings are gone. */
    record TableRemoved(String table) implements KeyEvent {}
}
