package io.ccmux.server.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All variables of formats by name: the rows of the tables of each kind of object. */
public final class Variables {
    /** A row: a name, and what makes its value; an empty one if the subject has no such object. */
    record Row(String name, Function<Subject, String> value) {}

    private static final Map<String, Function<Subject, String>> ROWS = collect();

    private Variables() {}

    /** The names of all variables, for the page that explains them. */
    public static SortedSet<String> names() {
        return new TreeSet<>(ROWS.keySet());
    }

    /** The value of the variable; none if there is no variable of that name. */
    static Optional<String> value(String name, Subject subject) {
        return Optional.ofNullable(ROWS.get(name)).map(row -> row.apply(subject));
    }

    private static Map<String, Function<Subject, String>> collect() {
        Map<String, Function<Subject, String>> rows = new HashMap<>();
        Stream.of(ServerVariables.ROWS, ClientVariables.ROWS, SessionVariables.ROWS, WindowVariables.ROWS,
                PaneVariables.ROWS).flatMap(List::stream).forEach(row -> {
                    if (rows.put(row.name(), row.value()) != null) {
                        throw new IllegalStateException("variable listed twice: " + row.name());
                    }
                });
        return Map.copyOf(rows);
    }

    static String seconds(long micros) {
        return String.valueOf(micros / 1_000_000);
    }
}
