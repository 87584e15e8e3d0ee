package io.ccmux.config;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;

/** Reads the block {@code persistence}: each value by the row of its setting, and within its bounds. */
final class PersistenceReader {
    private PersistenceReader() {}

    /** What the table's defaults come to. */
    static PersistenceOptions standard() {
        var options = new PersistenceOptions(Map.of(), Map.of());
        for (Setting row : PersistenceTable.rows()) {
            try {
                options = read(options, row.name(), ConfigValueFactory.fromAnyRef(row.preset()));
            } catch (OptionException wrong) {
                throw new IllegalStateException(wrong);
            }
        }
        return options;
    }

    static PersistenceOptions read(PersistenceOptions before, String key, ConfigValue value) throws OptionException {
        Setting row = PersistenceTable.find(key)
                .orElseThrow(() -> new OptionException("unknown setting: persistence." + key));
        Config config = value.atKey(key);
        try {
            return switch (row.kind()) {
                case Setting.Kind.Choice(var words, var fixed) -> {
                    String word = config.getString(key);
                    if (!words.contains(word)) {
                        throw new OptionException("unknown value: " + key + " = " + word + " ("
                                + String.join(", ", words) + ")");
                    }
                    yield before.with(key, word);
                }
                case Setting.Kind.Time(String minimum, String maximum) -> before.with(key,
                        within(row, config.getDuration(key, TimeUnit.MILLISECONDS), millis(minimum), millis(maximum)));
                case Setting.Kind.Size(String minimum, String maximum) -> before.with(key,
                        within(row, config.getBytes(key), bytes(minimum), bytes(maximum)));
            };
        } catch (ConfigException e) {
            throw new OptionException("value is invalid: " + key + " = " + value.unwrapped());
        }
    }

    private static long millis(String text) {
        return ConfigValueFactory.fromAnyRef(text).atKey("x").getDuration("x", TimeUnit.MILLISECONDS);
    }

    private static long bytes(String text) {
        return ConfigValueFactory.fromAnyRef(text).atKey("x").getBytes("x");
    }

    private static long within(Setting row, long number, long minimum, long maximum) throws OptionException {
        if (number < minimum) {
            throw new OptionException("value is too small: " + row.name() + " = " + number + ", " + row.values());
        }
        if (number > maximum) {
            throw new OptionException("value is too large: " + row.name() + " = " + number + ", " + row.values());
        }
        return number;
    }
}
