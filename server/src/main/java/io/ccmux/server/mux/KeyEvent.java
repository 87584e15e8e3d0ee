package io.ccmux.server.mux;

import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.KeyTables;

/** A change of the key tables. */
public sealed interface KeyEvent extends Event {
    record Bound(String table, Key key, Binding binding) implements KeyEvent {}

    record Unbound(String table, Key key) implements KeyEvent {}

    /** The table and all its bindings are gone. */
    record TableRemoved(String table) implements KeyEvent {}

    /** What tables are after it. */
    default KeyTables on(KeyTables keys) {
        return switch (this) {
            case Bound bound -> keys.with(bound.table, bound.key, bound.binding);
            case Unbound unbound -> keys.without(unbound.table, unbound.key);
            case TableRemoved removed -> keys.withoutTable(removed.table);
        };
    }
}
