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

    /** The kinds of things that are listed, each with the variables that tell of one. */
    public enum Kind {
        SESSION(names(SessionVariables.ROWS)), //
        WINDOW(names(WindowVariables.ROWS, "session_id", "session_name")), //
        PANE(names(PaneVariables.ROWS, "window_id", "window_index", "session_id", "session_name")), //
        CLIENT(names(ClientVariables.ROWS, "session_id", "session_name")), //
        BUFFER(List.of("buffer_name", "buffer_size", "buffer_created", "buffer_sample")), //
        KEY(List.of("key_table", "key_string", "key_command", "key_note", "key_repeat")), //
        COMMAND(List.of("command_list_name", "command_list_alias", "command_list_usage"));

        private final List<String> names;

        Kind(List<String> names) {
            this.names = names;
        }

        public List<String> names() {
            return names;
        }

        private static List<String> names(List<Row> rows, String... more) {
            return Stream.concat(Stream.of(more), rows.stream().map(Row::name).filter(name -> !name.endsWith("_format"))
                    .sorted()).toList();
        }
    }

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
                PaneVariables.ROWS, ContextVariables.ROWS).flatMap(List::stream).forEach(row -> {
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
