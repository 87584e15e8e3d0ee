package io.ccmux.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ccmux.config.Json;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.OptionEvent.Holder;

/**
 * One thing that a configuration file asks of the state, also as a line by which the state remembers it.
 *
 * <pre>
 *  {"in":"sessions","name":"mouse","value":"on"}
 *  {"in":"server","name":"user-keys","value":{"0":"..."}}
 *  {"variable":"EDITOR","digest":"1f3c"}      its value may be a secret; without digest: withheld from panes
 *  {"table":"root","key":"F5","command":"new-window","note":"","repeat":false}      without command: unbound
 * </pre>
 */
sealed interface Wish {
    /** Whose options a file speaks of. */
    enum Place {
        SERVER, SESSIONS, WINDOWS;

        Holder holder() {
            return switch (this) {
                case SERVER -> new Holder.Server();
                case SESSIONS -> new Holder.AllSessions();
                case WINDOWS -> new Holder.AllWindows();
            };
        }

        Options options(Mux mux) {
            return switch (this) {
                case SERVER -> mux.serverOptions();
                case SESSIONS -> mux.sessionOptions();
                case WINDOWS -> mux.windowOptions();
            };
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What it is about; two wishes about the same thing contradict each other or are one. */
    String subject();

    String line();

    /** The event that fulfils it. */
    Event event();

    /** The event that takes it back to the default, unless the user wants something else by now. */
    Optional<Event> undo(Mux mux);

    /** The wish that a line remembers. */
    static Optional<Wish> parse(String line) {
        return Json.read(line)
                .flatMap(fields -> fields.containsKey("variable")
                        ? OfVariable.read(fields)
                        : fields.containsKey("key") ? OfKey.read(fields) : OfOption.read(fields));
    }

    /** An option is to have a value. */
    record OfOption(Place place, String name, OptionValue value) implements Wish {
        private static Optional<Wish> read(Map<String, Object> fields) {
            for (Place place : Place.values()) {
                if (place.word().equals(fields.get("in"))) {
                    return Optional.of(new OfOption(place, String.valueOf(fields.get("name")),
                            value(fields.get("value"))));
                }
            }
            return Optional.empty();
        }

        private static OptionValue value(Object said) {
            if (!(said instanceof Map<?, ?> map)) {
                return new OptionValue.Text(String.valueOf(said));
            }
            var items = new TreeMap<Integer, String>();
            map.forEach((index, item) -> items.put(Integer.valueOf(index.toString()), String.valueOf(item)));
            return new OptionValue.Items(items);
        }

        @Override
        public String subject() {
            return place.word() + " " + name;
        }

        @Override
        public String line() {
            Object said = switch (value) {
                case OptionValue.Text(String text) -> text;
                case OptionValue.Items(var items) -> items;
            };
            var fields = new LinkedHashMap<String, Object>();
            fields.put("in", place.word());
            fields.put("name", name);
            fields.put("value", said);
            return Json.line(fields);
        }

        @Override
        public Event event() {
            return new OptionEvent.Assigned(place.holder(), name, value);
        }

        @Override
        public Optional<Event> undo(Mux mux) {
            return value.equals(place.options(mux).own().get(name))
                    ? Optional.of(new OptionEvent.Removed(place.holder(), name))
                    : Optional.empty();
        }
    }

    /**
     * A variable is to have a value for new panes, or to be kept from them.
     *
     * @param value  empty also if only the digest is known any more
     * @param digest of the value, empty if the variable is to be kept from panes
     */
    record OfVariable(String name, Optional<String> value, String digest) implements Wish {
        static OfVariable of(String name, Optional<String> value) {
            return new OfVariable(name, value, value.map(OfVariable::digest).orElse(""));
        }

        private static Optional<Wish> read(Map<String, Object> fields) {
            return Optional.of(new OfVariable(String.valueOf(fields.get("variable")), Optional.empty(),
                    String.valueOf(fields.getOrDefault("digest", ""))));
        }

        private static String digest(String value) {
            return Integer.toHexString(value.hashCode());
        }

        @Override
        public String subject() {
            return "variable " + name;
        }

        @Override
        public String line() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("variable", name);
            if (!digest.isEmpty()) {
                fields.put("digest", digest);
            }
            return Json.line(fields);
        }

        @Override
        public Event event() {
            return value.isPresent()
                    ? new EnvironmentEvent.Assigned(Optional.empty(), name, value.get(), false)
                    : new EnvironmentEvent.Withheld(Optional.empty(), name);
        }

        @Override
        public Optional<Event> undo(Mux mux) {
            return mux.environment().variable(name)
                    .filter(now -> now.value().map(OfVariable::digest).orElse("").equals(digest))
                    .map(now -> new EnvironmentEvent.Forgotten(Optional.empty(), name));
        }
    }

    /** A key is to be bound, or to be bound to nothing. */
    record OfKey(String table, String key, Optional<Binding> binding) implements Wish {
        private static Optional<Wish> read(Map<String, Object> fields) {
            Optional<Binding> binding = fields.containsKey("command")
                    ? Optional.of(new Binding(String.valueOf(fields.get("command")),
                            String.valueOf(fields.get("note")), Boolean.TRUE.equals(fields.get("repeat"))))
                    : Optional.empty();
            return Optional.of(new OfKey(String.valueOf(fields.get("table")), String.valueOf(fields.get("key")),
                    binding));
        }

        private Key parsed() {
            return Key.parse(key).orElse(Key.NONE);
        }

        @Override
        public String subject() {
            return "key " + table + " " + key;
        }

        @Override
        public String line() {
            var fields = new LinkedHashMap<String, Object>(Map.of("table", table));
            fields.put("key", key);
            if (binding.isPresent()) {
                fields.put("command", binding.get().command());
                fields.put("note", binding.get().note());
                fields.put("repeat", binding.get().repeat());
            }
            return Json.line(fields);
        }

        @Override
        public Event event() {
            return bound(binding);
        }

        private Event bound(Optional<Binding> wanted) {
            return wanted.isPresent()
                    ? new KeyEvent.Bound(table, parsed(), wanted.get())
                    : new KeyEvent.Unbound(table, parsed());
        }

        @Override
        public Optional<Event> undo(Mux mux) {
            var usual = mux.defaultKeys().binding(table, parsed());
            var now = mux.keys().binding(table, parsed());
            return now.equals(binding) && !now.equals(usual) ? Optional.of(bound(usual)) : Optional.empty();
        }
    }
}
