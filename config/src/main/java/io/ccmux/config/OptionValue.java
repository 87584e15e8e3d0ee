package io.ccmux.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of an option: one text, or texts by index. */
public sealed interface OptionValue {

    /** A single value in canonical form, as {@code show-options -v} prints it but for quoting. */
    record Text(String text) implements OptionValue {}

    /** The values of an array option; indexes may have gaps. */
    record Items(SortedMap<Integer, String> items) implements OptionValue {
        public static final Items NONE = new Items(Collections.emptySortedMap());

        public Items {
            items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        }

        static Items of(String... texts) {
            SortedMap<Integer, String> items = new TreeMap<>();
            for (String text : texts) {
                items.put(items.size(), text);
            }
            return new Items(items);
        }

        public Items with(int index, String text) {
            SortedMap<Integer, String> changed = new TreeMap<>(items);
            changed.put(index, text);
            return new Items(changed);
        }

        public Items without(int index) {
            SortedMap<Integer, String> changed = new TreeMap<>(items);
            changed.remove(index);
            return new Items(changed);
        }

        /** With one more text at the lowest free index. */
        public Items append(String text) {
            int index = 0;
            for (Map.Entry<Integer, String> item : items.entrySet()) {
                if (item.getKey() != index) {
                    break;
                }
                index++;
            }
            return with(index, text);
        }
    }
}
