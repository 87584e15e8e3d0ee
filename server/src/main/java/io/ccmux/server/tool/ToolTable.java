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
            new Row("backup", "[--force] [--json] FILE",
                "copies the state to one file, while the server lives or without one", new BackupTool()),
            new Row("checkpoint list", "[--json]", "the checkpoints, newest first",
                new CheckpointTool(CheckpointTool.Form.LIST)),
            new Row("checkpoint show", "[--json] [checkpoint]", "the records of a checkpoint, or of the newest one",
                new CheckpointTool(CheckpointTool.Form.SHOW)),
            new Row("checkpoint verify", "[--json]", "reads every checkpoint from its first byte to its last",
                new CheckpointTool(CheckpointTool.Form.VERIFY)),
            new Row("config check", "[--json] [file ...]", "what is wrong with the configuration",
                new ConfigTool(ConfigTool.Form.CHECK)),
            new Row("config default", "[--json]", "a configuration with everything as it is by default",
                new ConfigTool(ConfigTool.Form.DEFAULT)),
            new Row("doctor", "[--json]", "looks at everything that ccmux needs", new DoctorTool()),
            new Row("journal dump", "[--from serial] [--json] [--to serial]", "the records of the journal, one a line",
                new JournalTool(JournalTool.Form.DUMP)),
            new Row("journal stat", "[--json]", "how much there is of the journal, by file and type",
                new JournalTool(JournalTool.Form.STAT)),
            new Row("journal tail", "[--json] [-f] [-n records]", "the last records, and with -f those to come",
                new TailTool()),
            new Row("journal types", "[--json]", "the types that records may have",
                new JournalTool(JournalTool.Form.TYPES)),
            new Row("journal verify", "[--json]", "what a recovery would find and lose", new VerifyTool()),
            new Row("recovery", "[--json]", "what the last start found and did", new RecoveryTool()),
            new Row("restore", "[--force] [--json] FILE", "puts a backup in the place of the state",
                new RestoreTool()));
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
