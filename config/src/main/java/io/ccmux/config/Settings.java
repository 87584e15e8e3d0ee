package io.ccmux.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a configuration file says, with defaults where it says nothing or something wrong.
 *
 * @param sessions the global session options it sets
 * @param windows the global window options it sets
 * @param environment variables for new panes by name, without a value if they shall not get them
 * @param problems what is wrong with it, each as {@code file:line: message}
 */
public record Settings(PersistenceOptions persistence, Options server, Options sessions, Options windows,
        Map<String, Optional<String>> environment, List<KeySetting> keys, List<String> problems) {
    /** Before the name of a layout, the name of the option in which it is. */
    public static final String LAYOUT = "@layout-";

    /**
     * A key that the file binds or unbinds.
     *
     * @param command command lines, none to unbind the key
     * @param place where the file says so, as {@code file:line}
     */
    public record KeySetting(String table, String key, String command, String note, boolean repeat, String place) {}

    public Settings {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }
}
