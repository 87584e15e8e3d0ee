package io.ccmux.config;

import java.util.List;

/**
 * What a configuration file says, with defaults where it says nothing or something wrong.
 *
 * @param sessions the global session options it sets
 * @param windows the global window options it sets
 * @param problems what is wrong with it, each as {@code file:line: message}
 */
public record Settings(PersistenceOptions persistence, Options server, Options sessions, Options windows,
        List<KeySetting> keys, List<String> problems) {

    /**
     * A key that the file binds or unbinds.
     *
     * @param command command lines, none to unbind the key
     * @param place where the file says so, as {@code file:line}
     */
    public record KeySetting(String table, String key, String command, String note, boolean repeat, String place) {}

    public Settings {
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }
}
