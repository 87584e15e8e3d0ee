package io.ccmux.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;

/** Reads the block {@code persistence}: every setting a row with its bounds. */
final class PersistenceReader {
    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final List<String> DURABILITIES = List.of("strict", "relaxed", "off");
    private static final int FLUSH_MILLIS_MAX = 60_000;

    /** How one setting is checked and where it goes. */
    private interface Row {
        PersistenceOptions read(PersistenceOptions options, Config config, String key) throws OptionException;
    }

    // @formatter:off
    private static final Map<String, Row> ROWS = Map.of(
            "durability", (options, config, key) -> options.durability(durability(config.getString(key))),
            "flush-interval", (options, config, key) -> options.flushMillis((int) within(
                    config.getDuration(key, TimeUnit.MILLISECONDS), 1, FLUSH_MILLIS_MAX, key)),
            "segment-size", (options, config, key) -> options.segmentBytes(within(
                    config.getBytes(key), MEBIBYTE, GIBIBYTE, key)),
            "checkpoint-size", (options, config, key) -> options.checkpointBytes(within(
                    config.getBytes(key), 64 * KIBIBYTE, 16 * GIBIBYTE, key)),
            "queue-size", (options, config, key) -> options.queueBytesMax(within(
                    config.getBytes(key), MEBIBYTE, GIBIBYTE, key)));
    // @formatter:on

    private PersistenceReader() {}

    static PersistenceOptions read(PersistenceOptions before, String key, ConfigValue value) throws OptionException {
        Row row = ROWS.get(key);
        if (row == null) {
            throw new OptionException("unknown setting: persistence." + key);
        }
        try {
            return row.read(before, value.atKey(key), key);
        } catch (ConfigException e) {
            throw new OptionException("value is invalid: " + key + " = " + value.unwrapped());
        }
    }

    private static String durability(String text) throws OptionException {
        if (!DURABILITIES.contains(text)) {
            throw new OptionException("unknown value: durability = " + text + " (strict, relaxed or off)");
        }
        return text;
    }

    private static long within(long number, long minimum, long maximum, String key) throws OptionException {
        if (number < minimum) {
            throw new OptionException("value is too small: " + key + " = " + number + ", at least " + minimum);
        }
        if (number > maximum) {
            throw new OptionException("value is too large: " + key + " = " + number + ", at most " + maximum);
        }
        return number;
    }
}
