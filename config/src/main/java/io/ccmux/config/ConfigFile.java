package io.ccmux.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

/**
 * Reads {@code ccmux.conf}, which is HOCON:
 *
 * <pre>
 *   persistence { durability = strict, flush-interval = 100ms, segment-size = 64MiB }
 *   options     { history-limit = 100000, mouse = on, status-left = "[#S] ", "@mine" = "any text" }
 *   keys        { prefix { "|" = "split-window -h", "x" = null }
 *                 root   { "M-Left" = { command = "select-pane -L", note = "To the left", repeat = true } } }
 *   hooks       { session-created = "display-message hello", after-new-window = [ "...", "..." ] }
 *   environment { EDITOR = vim, LESS = null }
 *   status      { left = "[#S] ", position = top, lines = 2 }             the options status-left, ... and status
 *   layouts     { work = "8205,80x24,0,0{40x24,0,0,0,39x24,41,0,1}" }    for: select-layout work
 * </pre>
 *
 * <p>A mistake costs only what it is about: it is reported with file and line, and the default is used. Of a file that
 * cannot be read at all, everything has its default.
 */
public final class ConfigFile {
    private static final int FILE_BYTES_MAX = 1 << 20;
    /** How lines of tmux's language begin and none of this one does. */
    private static final Pattern TMUX = Pattern.compile(
            "(?m)^\\s*(set|setw|set-option|set-window-option|set-hook|bind|bind-key|unbind|unbind-key)\\s+[-\\w]");

    private final String name;
    private final KeyNames keyNames;
    private final Predicate<String> layouts;
    private final List<String> problems = new ArrayList<>();
    private final List<Settings.KeySetting> keys = new ArrayList<>();
    private final Map<String, OptionValue> server = new TreeMap<>();
    private final Map<String, OptionValue> sessions = new TreeMap<>();
    private final Map<String, OptionValue> windows = new TreeMap<>();
    private final Map<String, Optional<String>> environment = new TreeMap<>();
    private PersistenceOptions persistence = PersistenceOptions.STANDARD;

    private ConfigFile(String name, KeyNames keyNames, Predicate<String> layouts) {
        this.name = name;
        this.keyNames = keyNames;
        this.layouts = layouts;
    }

    /** What the file says; a file that is not there says nothing. */
    public static Settings read(Path file, KeyNames keyNames, Predicate<String> layouts) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                return broken(file + ": longer than " + FILE_BYTES_MAX + " bytes");
            }
            return parse(file.toString(), Files.readString(file), keyNames, layouts);
        } catch (NoSuchFileException e) {
            return new ConfigFile(file.toString(), keyNames, layouts).settings();
        } catch (IOException e) {
            return broken(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** What a text says; {@code name} is what problems call it. */
    public static Settings parse(String name, String text, KeyNames keyNames, Predicate<String> layouts) {
        try {
            ConfigParseOptions syntax = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF)
                    .setOriginDescription(name);
            Config config = ConfigFactory.parseString(text, syntax).resolve();
            ConfigFile file = new ConfigFile(name, keyNames, layouts);
            file.read(config.root());
            return file.settings();
        } catch (ConfigException e) {
            int line = e.origin() == null ? -1 : e.origin().lineNumber();
            String place = line < 0 ? name : name + ":" + line;
            return broken(TMUX.matcher(text).find()
                    ? name + ": this is a tmux.conf, which ccmux source-file reads"
                    : place + ": " + message(e));
        }
    }

    private static Settings broken(String problem) {
        return new Settings(PersistenceOptions.STANDARD, Options.EMPTY, Options.EMPTY, Options.EMPTY, Map.of(),
                List.of(), List.of(problem));
    }

    /** The library's messages begin with file and line, and go on after the first line. */
    private static String message(ConfigException e) {
        String message = e.getMessage().lines().findFirst().orElse("cannot be read");
        String origin = e.origin() == null ? "" : e.origin().description() + ": ";
        return message.startsWith(origin) ? message.substring(origin.length()) : message;
    }

    private Settings settings() {
        return new Settings(persistence, Options.of(server), Options.of(sessions), Options.of(windows),
                environment, keys, problems);
    }

    private void read(ConfigObject root) {
        root.forEach((block, value) -> {
            switch (block) {
                case "persistence" -> block(block, value, this::persistence);
                case "options" -> block(block, value, this::option);
                case "keys" -> block(block, value,
                        (table, bindings) -> block(table, bindings, (key, binding) -> key(table, key, binding)));
                case "hooks" -> block(block, value, this::hook);
                case "environment" -> block(block, value, this::variable);
                case "status" -> block(block, value,
                        (key, said) -> option(key.equals("lines") ? "status" : "status-" + key, said));
                case "layouts" -> block(block, value, this::layout);
                default -> problem(value, "unknown block: " + block);
            }
        });
    }

    /** What reads one entry of a block. */
    private interface Entry {
        void read(String key, ConfigValue value) throws OptionException;
    }

    private void block(String block, ConfigValue value, Entry entry) {
        if (!(value instanceof ConfigObject object)) {
            problem(value, block + " must be a block: " + block + " { ... }");
            return;
        }
        object.forEach((key, child) -> {
            try {
                entry.read(key, child);
            } catch (OptionException e) {
                problem(child, e.getMessage());
            }
        });
    }

    private void problem(ConfigValue value, String message) {
        problems.add(place(value) + ": " + message);
    }

    private String place(ConfigValue value) {
        ConfigOrigin origin = value.origin();
        String file = origin.filename() == null ? name : origin.filename();
        return origin.lineNumber() < 0 ? file : file + ":" + origin.lineNumber();
    }

    private void persistence(String key, ConfigValue value) throws OptionException {
        persistence = PersistenceReader.read(persistence, key, value);
    }

    private void option(String key, ConfigValue value) throws OptionException {
        OptionTable.Named named = OptionTable.find(key);
        if (named.index().isPresent()) {
            throw new OptionException("a list has no index here, give all of it: " + key);
        }
        Option option = named.option();
        OptionValue parsed = switch (value.valueType()) {
            case LIST, OBJECT -> items(option, value);
            case NULL -> throw new OptionException("empty value: " + key);
            case BOOLEAN, NUMBER, STRING -> option.parse(text(value), keyNames);
        };
        Map<String, OptionValue> place = option.scopes().contains(Scope.SESSION)
                ? sessions
                : option.scopes().contains(Scope.SERVER) ? server : windows;
        place.put(option.name(), parsed);
    }

    private void hook(String key, ConfigValue value) throws OptionException {
        if (OptionTable.exact(key).filter(Option::isHook).isEmpty()) {
            throw new OptionException("unknown hook: " + key);
        }
        option(key, value);
    }

    private void layout(String key, ConfigValue value) throws OptionException {
        String said = text(value);
        if (!layouts.test(said)) {
            throw new OptionException("not a layout: " + said);
        }
        option(Settings.LAYOUT + key, value);
    }

    /** A variable for new panes; null for one that they shall not get. */
    private void variable(String key, ConfigValue value) throws OptionException {
        if (key.isEmpty() || key.contains("=")) {
            throw new OptionException("not a name of a variable: " + key);
        }
        environment.put(key, value.valueType() == ConfigValueType.NULL ? Optional.empty() : Optional.of(text(value)));
    }

    /** The items of an array: a list, or an object with indexes for keys. */
    private OptionValue items(Option option, ConfigValue value) throws OptionException {
        OptionValue items = OptionValue.Items.NONE;
        if (value instanceof ConfigObject object) {
            for (var item : object.entrySet()) {
                if (!item.getKey().matches("[0-9]{1,9}")) {
                    throw new OptionException("not an index: " + item.getKey());
                }
                items = option.parse(items, Integer.parseInt(item.getKey()), text(item.getValue()), keyNames);
            }
            return items;
        }
        int index = 0;
        for (ConfigValue item : (ConfigList) value) {
            items = option.parse(items, index++, text(item), keyNames);
        }
        return items;
    }

    /** A single value as one would write it for set-option. */
    private static String text(ConfigValue value) throws OptionException {
        return switch (value.valueType()) {
            case BOOLEAN -> Boolean.TRUE.equals(value.unwrapped()) ? "on" : "off";
            case NUMBER, STRING -> value.unwrapped().toString();
            case LIST, OBJECT, NULL -> throw new OptionException("a single value is wanted here");
        };
    }

    private void key(String table, String key, ConfigValue value) throws OptionException {
        String canonical = keyNames.canonical(key).orElseThrow(() -> new OptionException("unknown key: " + key));
        String command = "";
        String note = "";
        boolean repeat = false;
        if (value instanceof ConfigObject object) {
            for (var entry : object.entrySet()) {
                switch (entry.getKey()) {
                    case "command" -> command = text(entry.getValue());
                    case "note" -> note = text(entry.getValue());
                    case "repeat" -> repeat = text(entry.getValue()).equals("on");
                    default -> problem(entry.getValue(), "a key has command, note and repeat, not " + entry.getKey());
                }
            }
        } else if (value.valueType() != ConfigValueType.NULL) {
            command = text(value);
        }
        try {
            Words.parse(command, Surroundings.NONE);
        } catch (WordsException e) {
            throw new OptionException(e.getMessage() + ": " + command);
        }
        keys.add(new Settings.KeySetting(table, canonical, command, note, repeat, place(value)));
    }
}
