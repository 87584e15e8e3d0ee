package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags, their values and the other words that a command was called with. */
final class Arguments {
    /** Once for each time that a flag was given. */
    final List<Character> flags = new ArrayList<>();
    final Map<Character, List<String>> values = new HashMap<>();
    /** {@code --json}: the answer is to be read by a program. */
    boolean json;
    final List<String> words = new ArrayList<>();

    void add(char flag, String value) {
        values.computeIfAbsent(flag, any -> new ArrayList<>()).add(value);
    }

    /** The last value given for a flag. */
    Optional<String> value(char flag) {
        return Optional.ofNullable(values.get(flag)).map(List::getLast);
    }
}
