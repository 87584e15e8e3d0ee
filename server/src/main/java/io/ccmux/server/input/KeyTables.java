package io.ccmux.server.input;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every key of every key table does. Immutable: binding a key makes other tables. */
public record KeyTables(SortedMap<String, SortedMap<Key, Binding>> tables) {
    public static final KeyTables EMPTY = new KeyTables(Collections.emptySortedMap());

    public KeyTables {
        SortedMap<String, SortedMap<Key, Binding>> copy = new TreeMap<>();
        tables.forEach((name, table) -> copy.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(table))));
        tables = Collections.unmodifiableSortedMap(copy);
    }

    /** What the key does in that table; nothing when the table does not exist. */
    public Optional<Binding> binding(String table, Key key) {
        return Optional.ofNullable(table(table).get(key));
    }

    /** The keys of a table in the order in which they are listed; none when it does not exist. */
    public SortedMap<Key, Binding> table(String name) {
        return tables.getOrDefault(name, Collections.emptySortedMap());
    }

    public boolean exists(String table) {
        return tables.containsKey(table);
    }

    public KeyTables with(String table, Key key, Binding binding) {
        SortedMap<Key, Binding> changed = new TreeMap<>(table(table));
        changed.put(key, binding);
        return replaced(table, changed);
    }

    /** Without the key; a table that loses its last key is gone. */
    public KeyTables without(String table, Key key) {
        SortedMap<Key, Binding> changed = new TreeMap<>(table(table));
        changed.remove(key);
        return changed.isEmpty() ? withoutTable(table) : replaced(table, changed);
    }

    public KeyTables withoutTable(String table) {
        SortedMap<String, SortedMap<Key, Binding>> changed = new TreeMap<>(tables);
        changed.remove(table);
        return new KeyTables(changed);
    }

    private KeyTables replaced(String table, SortedMap<Key, Binding> keys) {
        SortedMap<String, SortedMap<Key, Binding>> changed = new TreeMap<>(tables);
        changed.put(table, keys);
        return new KeyTables(changed);
    }
}
