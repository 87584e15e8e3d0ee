package io.ccmux.config;

import java.util.List;
import java.util.Optional;

/** The settings of the block {@code persistence} of {@code ccmux.conf}, a row each. */
public final class PersistenceTable {
    // @formatter:off
    private static final List<Setting> ROWS = List.of(
            new Setting("durability", new Setting.Kind.Choice(List.of("strict", "relaxed", "off"), List.of("off")),
                "strict", true,
                "what an exit status of 0 promises, see durability.md; off is put in force by a start only"),
            new Setting("flush-interval", new Setting.Kind.Time("1ms", "60s"), "100ms", true,
                "longest time that output may stay unsynced"),
            new Setting("segment-size", new Setting.Kind.Size("1MiB", "1GiB"), "64MiB", true,
                "size of a file of the journal, from the next one on"),
            new Setting("checkpoint-size", new Setting.Kind.Size("64KiB", "16GiB"), "64MiB", true,
                "journal after which a checkpoint is due"),
            new Setting("checkpoint-interval", new Setting.Kind.Time("1m", "7d"), "1h", true,
                "time after which a checkpoint is due if anything changed"),
            new Setting("queue-size", new Setting.Kind.Size("1MiB", "1GiB"), "64MiB", true,
                "what may wait for a slow disk"),
            new Setting("retention-size", new Setting.Kind.Size("0", "1TiB"), "2GiB", true,
                "how much of the past is kept on disk; 0 for no more than a recovery needs"),
            new Setting("retention-age", new Setting.Kind.Time("0", "3650d"), "7d", true,
                "how old the past may become"),
            new Setting("reserve-size", new Setting.Kind.Size("0", "1GiB"), "16MiB", true,
                "what is kept in reserve for a full disk"));
    // @formatter:on

    private PersistenceTable() {}

    /** All settings, in the order of the default file. */
    public static List<Setting> rows() {
        return ROWS;
    }

    static Optional<Setting> find(String name) {
        return ROWS.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
