package io.ccmux.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values set at one place, and the places asked when a value is not set there. Immutable: setting a value makes
 * other options. Whoever changes a parent puts the new one below its children with {@link #over}.
 *
 * <pre>
 *   pane --over--> window --over--> global window options --over--> the defaults of {@link OptionTable}
 *                 session --over--> global session options --over--> ...
 * </pre>
 */
public final class Options {
    /** Nothing set, no parent: every option has its default. */
    public static final Options EMPTY = new Options(Collections.emptySortedMap(), Optional.empty());

    private static final OptionValue NOTHING = new OptionValue.Text("");

    private final SortedMap<String, OptionValue> own;
    private final Optional<Options> parent;

    private Options(SortedMap<String, OptionValue> own, Optional<Options> parent) {
        this.own = own;
        this.parent = parent;
    }

    /** These values with nothing behind them but the defaults. */
    public static Options of(Map<String, OptionValue> values) {
        return new Options(Collections.unmodifiableSortedMap(new TreeMap<>(values)), Optional.empty());
    }

    /** The same values, falling back to {@code behind}. */
    public Options over(Options behind) {
        return new Options(own, Optional.of(behind));
    }

    public Options with(String name, OptionValue value) {
        SortedMap<String, OptionValue> changed = new TreeMap<>(own);
        changed.put(name, value);
        return new Options(Collections.unmodifiableSortedMap(changed), parent);
    }

    /** The value is what the parent, or the table, says again. */
    public Options without(String name) {
        SortedMap<String, OptionValue> changed = new TreeMap<>(own);
        changed.remove(name);
        return new Options(Collections.unmodifiableSortedMap(changed), parent);
    }

    /** What is set here and nowhere else, by name. */
    public SortedMap<String, OptionValue> own() {
        return own;
    }

    /** The value in force; empty for a user option nobody set and for a name nobody knows. */
    public Optional<OptionValue> value(String name) {
        Options place = this;
        while (true) {
            OptionValue value = place.own.get(name);
            if (value != null) {
                return Optional.of(value);
            }
            if (place.parent.isEmpty()) {
                return name.startsWith("@") ? Optional.empty() : OptionTable.exact(name).map(Option::preset);
            }
            place = place.parent.get();
        }
    }

    /** The value as text: items of an array with a space between them, nothing for a user option nobody set. */
    public String string(String name) {
        return switch (value(name).orElse(NOTHING)) {
            case OptionValue.Text(String text) -> text;
            case OptionValue.Items(var items) -> String.join(" ", items.values());
        };
    }

    public int number(String name) {
        return Integer.parseInt(string(name));
    }

    public boolean flag(String name) {
        return string(name).equals("on");
    }

    /** One of the words the option takes. */
    public String choice(String name) {
        return string(name);
    }

    /** The items of an array by index; none for a name nobody knows. */
    public SortedMap<Integer, String> array(String name) {
        return value(name).orElse(NOTHING) instanceof OptionValue.Items(var items)
                ? items
                : Collections.emptySortedMap();
    }

    /** Equal when the same is set at the same place: what is behind does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && own.equals(options.own);
    }

    @Override
    public int hashCode() {
        return own.hashCode();
    }

    @Override
    public String toString() {
        return own.toString();
    }
}
