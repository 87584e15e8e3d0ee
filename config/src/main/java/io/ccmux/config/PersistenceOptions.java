package io.ccmux.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * The block {@code persistence} of {@code ccmux.conf}: of each row of {@link PersistenceTable} what was said, or its
 * default.
 *
 * @param words   values of settings that take a word
 * @param numbers values of the others: times in milliseconds, sizes in bytes
 */
public record PersistenceOptions(Map<String, String> words, Map<String, Long> numbers) {
    /** What is in force where nothing is said. */
    public static final PersistenceOptions STANDARD = PersistenceReader.standard();

    public PersistenceOptions {
        words = Map.copyOf(words);
        numbers = Map.copyOf(numbers);
    }

    /** What an exit status of 0 promises: {@code strict}, {@code relaxed} or {@code off}. */
    public String durability() {
        return words.get("durability");
    }

    /** The longest time that output may stay unsynced, in milliseconds. */
    public int flushMillis() {
        return Math.toIntExact(numbers.get("flush-interval"));
    }

    /** The size of a journal file. */
    public long segmentBytes() {
        return numbers.get("segment-size");
    }

    /** Journal bytes after which a checkpoint is due. */
    public long checkpointBytes() {
        return numbers.get("checkpoint-size");
    }

    /** Bytes that may wait for a slow disk. */
    public long queueBytesMax() {
        return numbers.get("queue-size");
    }

    /** Milliseconds after which a checkpoint is due if anything changed. */
    public long checkpointMillis() {
        return numbers.get("checkpoint-interval");
    }

    /** Bytes of the past that are kept. */
    public long retentionBytes() {
        return numbers.get("retention-size");
    }

    /** How old the past may become, in milliseconds. */
    public long retentionMillis() {
        return numbers.get("retention-age");
    }

    /** Bytes kept in reserve for a full disk. */
    public long reserveBytes() {
        return numbers.get("reserve-size");
    }

    /** What a setting is, whatever it takes. */
    public Object value(Setting row) {
        return words.containsKey(row.name()) ? words.get(row.name()) : numbers.get(row.name());
    }

    PersistenceOptions with(String name, String word) {
        var changed = new TreeMap<>(words);
        changed.put(name, word);
        return new PersistenceOptions(changed, numbers);
    }

    PersistenceOptions with(String name, long number) {
        var changed = new TreeMap<>(numbers);
        changed.put(name, number);
        return new PersistenceOptions(words, changed);
    }
}
