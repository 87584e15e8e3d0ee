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
        /**
         * One of some words.
         *
         * @param fixed those that a start puts in force and out of force, whatever else is live
         */
        record Choice(List<String> words, List<String> fixed) implements Kind {}

        /** A time, kept in milliseconds, at least {@code minimum} and at most {@code maximum} as they are written. */
        record Time(String minimum, String maximum) implements Kind {}

        /** A size, kept in bytes, at least {@code minimum} and at most {@code maximum} as they are written. */
        record Size(String minimum, String maximum) implements Kind {}
    }

    /** Whether {@code config reload} puts a change from one value to another in force. */
    public boolean live(Object before, Object after) {
        return live && switch (kind) {
            case Kind.Choice(var words, var fixed) ->
                fixed.stream().noneMatch(word -> word.equals(before) || word.equals(after));
            case Kind.Time time -> true;
            case Kind.Size size -> true;
        };
    }

    /** What it takes, for people. */
    public String values() {
        return switch (kind) {
            case Kind.Choice(var words, var fixed) -> String.join(", ", words);
            case Kind.Time(String minimum, String maximum) -> minimum + " to " + maximum;
            case Kind.Size(String minimum, String maximum) -> minimum + " to " + maximum;
        };
    }
}
