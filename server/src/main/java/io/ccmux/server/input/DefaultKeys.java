package io.ccmux.server.input;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The key tables before anybody changed them: prefix, root, copy-mode and copy-mode-vi of tmux 3.7c. */
public final class DefaultKeys {
    private static final int COLUMNS = 4;

    /** All four tables. */
    public static final KeyTables TABLES = tables();

    private DefaultKeys() {}

    private static KeyTables tables() {
        SortedMap<String, SortedMap<Key, Binding>> tables = new TreeMap<>();
        tables.put("prefix", table(PrefixKeys.ROWS));
        tables.put("root", table(RootKeys.ROWS));
        tables.put("copy-mode", table(CopyModeKeys.ROWS));
        tables.put("copy-mode-vi", table(CopyModeViKeys.ROWS));
        return new KeyTables(tables);
    }

    private static SortedMap<Key, Binding> table(String[] rows) {
        SortedMap<Key, Binding> table = new TreeMap<>();
        for (int row = 0; row < rows.length; row += COLUMNS) {
            Key key = Key.parse(rows[row]).orElseThrow();
            Binding before = table.put(key, new Binding(rows[row + 3], rows[row + 1], rows[row + 2].equals("-r")));
            if (before != null) {
                throw new IllegalStateException("bound twice: " + key);
            }
        }
        return Collections.unmodifiableSortedMap(table);
    }
}
