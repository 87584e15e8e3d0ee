package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.Option;
import io.ccmux.config.OptionKind;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.Scope;
import io.ccmux.config.Words;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Subject;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;

/**
 * All options and all keys, to be changed: Enter toggles a flag and asks for anything else, {@code d} puts the default
 * back.
 *
 * <p>The target of a line is what {@code set-option} needs to find the global option, such as
 * {@code -g status-left}, or {@code bind-key} to find the key, such as {@code -T prefix c}. An option that the
 * session, window or pane has set for itself is shown and changed there.
 */
record ChooseOptions(Effect.Mode.Customize asked) implements ChooseSource {
    private static final Map<String, Deed> DEEDS = Map.of(
            "d", new Deed("", false, "Reset %% to default? (y/n) ", false),
            "D", new Deed("", true, "Reset %% tagged to default? (y/n) ", false),
            "u", new Deed("", false, "Unset %%? (y/n) ", false),
            "U", new Deed("", true, "Unset %% tagged? (y/n) ", false));

    /** A part of the options, and which of them belong to it. */
    private enum Part {
        SERVER("Server Options", Scope.SERVER), SESSION("Session Options", Scope.SESSION),
        WINDOW("Window & Pane Options", Scope.WINDOW);

        private final String title;
        private final Scope scope;

        Part(String title, Scope scope) {
            this.title = title;
            this.scope = scope;
        }

        /** Where an option of this part may be set, the nearest place to the pane first and the global one last. */
        private List<Level> levels(Option option, Scene scene) {
            var mux = scene.world().mux();
            if (this == SERVER) {
                return List.of(new Level("-s", "", mux.serverOptions()));
            }
            var levels = new ArrayList<Level>();
            var pane = scene.pane().flatMap(mux::find);
            var session = scene.attached().flatMap(client -> client.session()).flatMap(mux::find)
                    .or(() -> pane.flatMap(shown -> mux.holders(shown.window()).stream().findFirst()));
            if (this == SESSION) {
                session.ifPresent(at -> levels.add(new Level("-t '" + at.id() + ":'", "session " + at.name(), at
                        .options())));
                levels.add(new Level("-g", "", mux.sessionOptions()));
                return levels;
            }
            pane.filter(shown -> option.scopes().contains(Scope.PANE)).ifPresent(shown -> levels.add(new Level(
                    "-p -t " + shown.id(), "pane " + shown.id(), shown.options())));
            pane.map(shown -> mux.window(shown.window())).ifPresent(window -> levels.add(new Level("-w -t " + window
                    .active(), "window " + window.id(), window.options())));
            levels.add(new Level("-gw", "", mux.windowOptions()));
            return levels;
        }
    }

    /** A place for options: the flags that name it, and what it is called, which is nothing for a global one. */
    private record Level(String flags, String name, Options options) {
        boolean sets(Option option) {
            return options.own().containsKey(option.name());
        }
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public List<String> orders() {
        return List.of("name");
    }

    @Override
    public Map<String, Deed> deeds() {
        return DEEDS;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public String first(Scene scene) {
        return Part.SERVER.title;
    }

    // ---- the lines -------------------------------------------------------------------------

    @Override
    public List<ChooseItem> items(Wanted wanted, Scene scene) {
        var items = new ArrayList<ChooseItem>();
        for (var part : Part.values()) {
            var lines = new ArrayList<ChooseItem>();
            OptionTable.rows().stream().filter(option -> !option.isHook() && option.scopes().contains(part.scope))
                    .forEach(option -> add(lines, wanted, part, option, scene));
            add(items, new ChooseItem(part.title, "", 0, part.title, "", ""), lines);
        }
        scene.world().mux().keys().tables().forEach((table, keys) -> {
            String title = "Key Table - " + table;
            var lines = new ArrayList<ChooseItem>();
            keys.forEach((key, binding) -> add(lines, wanted, table, key, binding, scene));
            add(items, new ChooseItem(title, "", 0, title, "", ""), lines);
        });
        return items;
    }

    private static void add(List<ChooseItem> items, ChooseItem title, List<ChooseItem> lines) {
        if (!lines.isEmpty()) {
            items.add(title);
            items.addAll(lines);
        }
    }

    private static Subject subject(Scene scene, String name, String value) {
        return Subject.of(scene.world()).with(Map.of("option_name", name, "option_value", value, "is_option", "1"));
    }

    private void add(List<ChooseItem> items, Wanted wanted, Part part, Option option, Scene scene) {
        var levels = part.levels(option, scene);
        var level = setting(option, levels);
        String value = option.isArray() ? "" : level.options().string(option.name());
        var subject = subject(scene, option.name(), value);
        if (wanted.passes(subject)) {
            String where = level.name().isEmpty() ? "" : "#[reverse](" + level.name() + ")#[default] ";
            String target = levels.getLast().flags() + " " + option.name();
            String unset = "set-option -u " + level.flags() + " " + option.name();
            items.add(new ChooseItem(target, part.title, 1, option.name(),
                    where + text(value, subject), level.sets(option) ? unset : ""));
            level.options().array(option.name()).forEach((index, item) -> items.add(new ChooseItem(target + "[" + index
                    + "]", target, 2, "[" + index + "]", text(item, subject), unset + "[" + index + "]")));
        }
    }

    /** The nearest place that sets an option, or the global one. */
    private static Level setting(Option option, List<Level> levels) {
        return levels.stream().filter(at -> at.sets(option)).findFirst().orElse(levels.getLast());
    }

    private String text(String value, Subject subject) {
        return asked.listing().format().isEmpty()
                ? value.replace("#", "##")
                : ChooseSource.expand(asked.listing().format(), "", subject);
    }

    private void add(List<ChooseItem> items, Wanted wanted, String table, Key key, Binding binding, Scene scene) {
        if (wanted.passes(subject(scene, key.name(), binding.command()))) {
            String target = "-T " + Words.quote(table) + " " + Words.quote(key.name());
            items.add(new ChooseItem(target, "Key Table - " + table, 1, key.name(), binding.command()
                    .replace("#", "##"), "unbind-key " + target));
        }
    }

    // ---- changing --------------------------------------------------------------------------

    private static Optional<OptionTable.Named> option(String target) {
        String name = target.substring(target.lastIndexOf(' ') + 1);
        int bracket = name.indexOf('[');
        return OptionTable.exact(bracket < 0 ? name : name.substring(0, bracket)).map(option -> new OptionTable.Named(
                option, bracket < 0
                        ? Optional.empty()
                        : Optional.of(Integer.parseInt(name.substring(bracket + 1, name.length() - 1)))));
    }

    @Override
    public String command(ChooseItem item, String template, Scene scene) {
        if (item.depth() == 0) {
            return "";
        }
        if (item.target().startsWith("-T ")) {
            return ask(item.name(), Words.quote(item.text().replace("%", "%%")), "bind-key " + item.target());
        }
        var named = option(item.target()).orElseThrow();
        var part = Arrays.stream(Part.values())
                .filter(one -> item.target().startsWith(one.levels(named.option(), scene).getLast().flags() + " "))
                .findFirst().orElseThrow();
        var level = setting(named.option(), part.levels(named.option(), scene));
        return named.index().isPresent()
                ? ask(item.name(), Words.quote(item.text().replace("%", "%%")), "set-option " + level.flags() + " "
                        + named.option().name() + item.name())
                : set(named.option(), level);
    }

    /** {@code s} sets an option as near to the pane as can be, {@code w} for the window, {@code S} globally. */
    @Override
    public Optional<Effect> keyed(String key, ChooseItem item, Scene scene) {
        if (!"swS".contains(key) || item.depth() != 1 || item.target().startsWith("-T ")) {
            return Optional.empty();
        }
        var option = option(item.target()).orElseThrow().option();
        var levels = part(item).levels(option, scene);
        var level = switch (key) {
            case "s" -> levels.getFirst();
            case "w" -> levels.get(Math.max(0, levels.size() - 2));
            default -> levels.getLast();
        };
        return Optional.of(Commands.run(set(option, level), scene, scene.pane()));
    }

    private static Part part(ChooseItem item) {
        return Arrays.stream(Part.values()).filter(part -> part.title.equals(item.parent())).findFirst().orElseThrow();
    }

    private static String set(Option option, Level level) {
        String command = "set-option " + level.flags() + " " + option.name();
        if (option.isArray()) {
            return "";
        }
        String name = level.name().isEmpty() ? option.name() : option.name() + ", " + level.name();
        return option.kind() instanceof OptionKind.Flag
                ? command
                : ask(name, Words.quote(level.options().string(option.name()).replace("#", "##").replace("%", "%%")),
                        command);
    }

    private static String ask(String name, String value, String command) {
        return "command-prompt -l -I " + value + " -p " + Words.quote("(" + name + ")") + " { " + command
                + " \"%%%\" }";
    }

    // ---- what they are ---------------------------------------------------------------------

    @Override
    public ChoosePreview preview(ChooseItem item, Scene scene) {
        if (item.depth() == 0) {
            return new ChoosePreview.Text(
                    List.of("Options and keys below this line:", "unfold it with Right or Enter."));
        }
        if (item.target().startsWith("-T ")) {
            return new ChoosePreview.Text(List.of("This key runs:", item.text().replace("##", "#")));
        }
        var option = option(item.target()).orElseThrow().option();
        return new ChoosePreview.Text(List.of(option.help(), "", "Value: " + item.text().replace("##", "#"), "Default: "
                + preset(option), "Takes: " + kind(option.kind())));
    }

    private static String preset(Option option) {
        return switch (option.preset()) {
            case OptionValue.Text(String text) -> text;
            case OptionValue.Items(var items) -> String.join(" ", items.values());
        };
    }

    private static String kind(OptionKind kind) {
        return switch (kind) {
            case OptionKind.Text text -> "any text";
            case OptionKind.Number(int least, int most) -> "a number from " + least
                    + (most == Integer.MAX_VALUE ? " on" : " to " + most);
            case OptionKind.Flag flag -> "on or off";
            case OptionKind.Choice(var choices) -> String.join(", ", choices);
            case OptionKind.Colour colour -> "a colour";
            case OptionKind.Style style -> "a style";
            case OptionKind.Key key -> "a key";
            case OptionKind.Command command -> "commands";
            case OptionKind.Size size -> "WIDTHxHEIGHT";
            case OptionKind.Array array -> "a list; each is " + kind(array.element());
        };
    }
}
