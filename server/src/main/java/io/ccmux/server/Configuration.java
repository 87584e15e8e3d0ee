package io.ccmux.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.ConfigFile;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.PersistenceOptions;
import io.ccmux.config.PersistenceTable;
import io.ccmux.config.Setting;
import io.ccmux.config.Settings;
import io.ccmux.persistence.Durability;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.Retention;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;

/**
 * What the configuration files say, and how it becomes part of the state.
 *
 * <p>Options and keys are state like any other and come back by themselves. A file is therefore obeyed where it says
 * something else than the last time: what the user has changed since at run time stays. What it no longer says goes
 * back to its default, unless the user has changed it.
 */
final class Configuration {
    /** The option in which the state remembers what the files said. */
    private static final String REMEMBERED = "@ccmux-configuration";

    private static final long MICROS_PER_MILLI = 1_000;

    private final List<Settings> files;

    private Configuration(List<Settings> files) {
        this.files = files;
    }

    /** @throws IOException if a file that the user named is not there */
    static Configuration read(ServerArguments arguments) throws IOException {
        var files = new ArrayList<Settings>();
        arguments.config()
                .ifPresent(file -> files.add(ConfigFile.read(file, Key::canonical, LayoutString::isWellFormed)));
        for (Path file : arguments.files()) {
            if (!Files.isReadable(file)) {
                throw new IOException("No such file or directory: " + file);
            }
            files.add(ConfigFile.read(file, Key::canonical, LayoutString::isWellFormed));
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
                    .segmentBytes(said.segmentBytes())
                    .checkpointBytes(said.checkpointBytes()).checkpointMillis(said.checkpointMillis())
                    .queueBytesMax(said.queueBytesMax()).reserveBytes(said.reserveBytes())
                    .retention(new Retention(said.retentionBytes(), said.retentionMillis() * MICROS_PER_MILLI));
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

    /** A setting whose value is another one; whether it is in force, or waits for a start. */
    record Change(Setting setting, boolean live) {
        String name() {
            return setting.name();
        }
    }

    /** How the settings differ from those of the configuration before. */
    List<Change> changed(Configuration before) {
        return PersistenceTable.rows().stream().filter(row -> !said().value(row).equals(before.said().value(row)))
                .map(row -> new Change(row, row.live(before.said().value(row), said().value(row)))).toList();
    }

    /** What the last file says of the journal. */
    private PersistenceOptions said() {
        return files.isEmpty() ? PersistenceOptions.STANDARD : files.getLast().persistence();
    }

    /**
     * The events that make the state obey what the files say now and did not say the last time, and go back to the
     * default of what they said then and do not say now.
     */
    List<Event> events(Mux mux) {
        var wishes = wishes();
        var lines = wishes.stream().map(Wish::line).toList();
        var before = List.of(mux.serverOptions().string(REMEMBERED).split("\n"));
        if (lines.equals(before) || lines.isEmpty() && before.equals(List.of(""))) {
            return List.of();
        }
        var subjects = wishes.stream().map(Wish::subject).toList();
        var events = new ArrayList<Event>();
        before.stream().filter(line -> !lines.contains(line)).map(Wish::parse).flatMap(Optional::stream)
                .filter(gone -> !subjects.contains(gone.subject())).map(gone -> gone.undo(mux))
                .flatMap(Optional::stream).forEach(events::add);
        wishes.stream().filter(wish -> !before.contains(wish.line())).map(Wish::event).forEach(events::add);
        events.add(new OptionEvent.Assigned(new OptionEvent.Holder.Server(), REMEMBERED,
                new OptionValue.Text(String.join("\n", lines))));
        return events;
    }

    private List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        for (var file : files) {
            add(Wish.Place.SERVER, file.server(), wishes);
            add(Wish.Place.SESSIONS, file.sessions(), wishes);
            add(Wish.Place.WINDOWS, file.windows(), wishes);
            file.environment().forEach((name, value) -> wishes.add(Wish.OfVariable.of(name, value)));
            file.keys().forEach(key -> wishes.add(new Wish.OfKey(key.table(), key.key(),
                    key.command().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Binding(key.command(), key.note(), key.repeat())))));
        }
        return wishes;
    }

    private static void add(Wish.Place place, Options options, List<Wish> wishes) {
        options.own().forEach((name, value) -> wishes.add(new Wish.OfOption(place, name, value)));
    }
}
