package io.ccmux.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ccmux.config.ConfigFile;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.Settings;
import io.ccmux.persistence.Durability;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;

/**
 * What the configuration files say, and how it becomes part of the state.
 *
 * <p>Options and keys are state like any other and come back by themselves. A file is therefore obeyed where it says
 * something else than the last time: what the user has changed since at run time stays.
 */
final class Configuration {
    /** The option in which the state remembers what the files said. */
    private static final String REMEMBERED = "@ccmux-configuration";

    private final List<Settings> files;

    private Configuration(List<Settings> files) {
        this.files = files;
    }

    /** @throws IOException if a file that the user named is not there */
    static Configuration read(ServerArguments arguments) throws IOException {
        var files = new ArrayList<Settings>();
        arguments.config().ifPresent(file -> files.add(ConfigFile.read(file, Key::canonical)));
        for (Path file : arguments.files()) {
            if (!Files.isReadable(file)) {
                throw new IOException("No such file or directory: " + file);
            }
            files.add(ConfigFile.read(file, Key::canonical));
        }
        return new Configuration(files);
    }

    /** What is wrong with the files, each as {@code file:line: message}. */
    List<String> problems() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /** How the journal is to be kept; {@code CCMUX_DURABILITY} in the environment has the last word on durability. */
    PersistenceSettings persistence(Map<String, String> environment) {
        var settings = PersistenceSettings.standard();
        for (var file : files) {
            var said = file.persistence();
            settings = settings.durability(durability(said.durability())).flushMillis(said.flushMillis())
                    .segmentBytes(settings.firstSegmentBytes(), said.segmentBytes())
                    .checkpointBytes(said.checkpointBytes()).queueBytesMax(said.queueBytesMax());
        }
        String forced = environment.getOrDefault("CCMUX_DURABILITY", "");
        return forced.isEmpty() ? settings : settings.durability(durability(forced));
    }

    private static Durability durability(String word) {
        try {
            return Durability.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("durability must be strict, relaxed or off, not " + word, unknown);
        }
    }

    /** The events that make the state obey what the files say now and did not say the last time. */
    List<Event> events(Mux mux) {
        var wanted = new ArrayList<Event>();
        for (var file : files) {
            add(new OptionEvent.Holder.Server(), file.server(), wanted);
            add(new OptionEvent.Holder.AllSessions(), file.sessions(), wanted);
            add(new OptionEvent.Holder.AllWindows(), file.windows(), wanted);
            file.keys().forEach(key -> wanted.add(key(key)));
        }
        String said = String.join("\n", wanted.stream().map(Event::toString).toList());
        String before = mux.serverOptions().string(REMEMBERED);
        if (said.equals(before)) {
            return List.of();
        }
        var known = List.of(before.split("\n"));
        var events = new ArrayList<>(wanted.stream().filter(event -> !known.contains(event.toString())).toList());
        events.add(new OptionEvent.Assigned(new OptionEvent.Holder.Server(), REMEMBERED, new OptionValue.Text(said)));
        return events;
    }

    private static void add(OptionEvent.Holder holder, Options options, List<Event> events) {
        options.own().forEach((name, value) -> events.add(new OptionEvent.Assigned(holder, name, value)));
    }

    private static Event key(Settings.KeySetting setting) {
        var key = Key.parse(setting.key()).orElse(Key.NONE);
        return setting.command().isEmpty()
                ? new KeyEvent.Unbound(setting.table(), key)
                : new KeyEvent.Bound(setting.table(), key,
                        new Binding(setting.command(), setting.note(), setting.repeat()));
    }
}
