package io.ccmux.server.tool;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** All tools: one row each. */
public final class ToolTable {
    /**
     * A tool and how it is called.
     *
     * @param name  one or two words
     * @param usage flags and words; a flag with a value has it in its brackets
     * @param help  what it does, in one line
     */
    public record Row(String name, String usage, String help, Tool tool) {
        /** Whether these words ask for it. */
        private boolean is(List<String> words) {
            return words.size() >= names() && String.join(" ", words.subList(0, names())).equals(name);
        }

        private int names() {
            return name.split(" ").length;
        }
    }

    // @formatter:off
    private static final List<Row> ROWS = List.of(
            new Row("recovery", "[--json]", "what the last start found and did", new RecoveryTool()));
    // @formatter:on

    private ToolTable() {}

    public static List<Row> rows() {
        return ROWS;
    }

    /** Does what the words ask for; returns the exit status. */
    public static int run(Workplace place, List<String> words) throws IOException, ToolException {
        for (Row row : ROWS) {
            if (row.is(words)) {
                var rest = words.subList(row.names(), words.size());
                if (rest.contains("--help")) {
                    place.print("usage: ccmux " + row.name + " " + row.usage + "\n" + row.help);
                    return 0;
                }
                return row.tool.run(place, ToolWords.parse(row.usage, rest));
            }
        }
        String first = words.isEmpty() ? "" : words.getFirst();
        String known = ROWS.stream().filter(row -> row.name.startsWith(first + " "))
                .map(row -> row.name.substring(first.length() + 1)).collect(Collectors.joining(", "));
        throw new ToolException("ccmux " + first + " is followed by one of: " + known);
    }
}
