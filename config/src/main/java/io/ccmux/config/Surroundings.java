package io.ccmux.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What command lines may refer to while they are read.
 *
 * @param variable the value of an environment variable
 * @param home the home directory of a user, of the own one for an empty name
 * @param condition whether the format after {@code %if} is true
 */
public record Surroundings(Function<String, Optional<String>> variable, Function<String, Optional<String>> home,
        Predicate<String> condition) {
    /** No variables, no homes, and every condition false. */
    public static final Surroundings NONE = new Surroundings(name -> Optional.empty(), user -> Optional.of("~" + user),
            format -> false);
}
