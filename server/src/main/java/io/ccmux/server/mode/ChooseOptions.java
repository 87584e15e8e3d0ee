package io.ccmux.server.mode;

import java.util.ArrayList;
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
 * <p>The target of a line is what {@code set-option} needs to find the option, such as {@code -g status-left}, or
 * {@code bind-key} to find the key, such as {@code -T prefix c}.
 */
record ChooseOptions(Effect.Mode.Customize asked) implements ChooseSource {
    private static final Map<String, Deed> DEEDS = Map.of(
            "d", new Deed("", false, "Reset %% to default? (y/n) ", false),
            "D", new Deed("", true, "Reset %% tagged to default? (y/n) ", false),
            "u", new Deed("", false, "Unset %%? (y/n) ", false),
            "U", new Deed("", true, "Unset %% tagged? (y/n) ", false));

    /** A part of the options: the flags that name it, which options belong to it, and where they are set. */
    private enum Part {
        SERVER("Server Options", "-s", Scope.SERVER), SESSION("Session Options", "-g", Scope.SESSION),
        WINDOW("Window & Pane Options", "-gw", Scope.WINDOW);

        private final String title;
        private final String flags;
        private final Scope scope;

        Part(String title, String flags, Scope scope) {
            this.title = title;
            this.flags = flags;
            this.scope = scope;
        }

        Options options(Scene scene) {
            var mux = scene.world().mux();
            return switch (this) {
                case SERVER -> mux.serverOptions();
                case SESSION -> mux.sessionOptions();
                case WINDOW -> mux.windowOptions();
            };
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
        var options = part.options(scene);
        boolean set = options.own().containsKey(option.name());
        String value = option.isArray() ? "" : options.string(option.name());
        var subject = subject(scene, option.name(), value);
        if (wanted.passes(subject)) {
            String target = part.flags + " " + option.name();
            items.add(new ChooseItem(target, part.title, 1, option.name(),
                    text(value, subject), set ? "set-option -u " + target : ""));
            options.array(option.name()).forEach((index, item) -> items.add(new ChooseItem(target + "[" + index + "]",
                    target, 2, "[" + index + "]", text(item, subject), "set-option -u " + target + "[" + index + "]")));
        }
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
    public String command(ChooseItem item, String template) {
        if (item.depth() == 0) {
            return "";
        }
        String value = Words.quote(item.text().replace("%", "%%"));
        if (item.target().startsWith("-T ")) {
            return ask(item.name(), value, "bind-key " + item.target());
        }
        var option = OptionTable.exact(item.name());
        if (option.filter(Option::isArray).isPresent()) {
            return "";
        }
        return option.filter(known -> known.kind() instanceof OptionKind.Flag).isPresent()
                ? "set-option " + item.target()
                : ask(item.name(), value, "set-option " + item.target());
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
