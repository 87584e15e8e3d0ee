package io.ccmux.config;

import java.util.List;

/**
 * A row of {@link PersistenceTable}: what a setting is called, what it takes, and when a change of it is obeyed.
 *
 * @param preset what is in force where nothing is said, as one would write it
 * @param live   whether {@code config reload} puts it in force; otherwise the next start does
 * @param help   one line for the pages and the default file
 */
public record Setting(String name, Kind kind, String preset, boolean live, String help) {
    /** What a setting takes. */
    public sealed interface Kind {
        /** One of some words. */
        record Choice(List<String> words) implements Kind {}

        /** A time, kept in milliseconds, at least {@code minimum} and at most {@code maximum} as they are written. */
        record Time(String minimum, String maximum) implements Kind {}

        /** A size, kept in bytes, at least {@code minimum} and at most {@code maximum} as they are written. */
        record Size(String minimum, String maximum) implements Kind {}
    }

    /** What it takes, for people. */
    public String values() {
        return switch (kind) {
            case Kind.Choice(var words) -> String.join(", ", words);
            case Kind.Time(String minimum, String maximum) -> minimum + " to " + maximum;
            case Kind.Size(String minimum, String maximum) -> minimum + " to " + maximum;
        };
    }
}
