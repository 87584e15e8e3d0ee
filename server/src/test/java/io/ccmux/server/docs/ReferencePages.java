package io.ccmux.server.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.ccmux.config.Option;
import io.ccmux.config.OptionKind;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.PersistenceTable;
import io.ccmux.config.Scope;
import io.ccmux.config.Setting;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.format.Variables;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.terminal.ControlFunction;
import io.ccmux.server.tool.ToolTable;

/** The pages of {@code docs} that are made from tables, in Markdown. */
final class ReferencePages {
    private static final String WARNING = "<!-- Made from %s by GeneratedDocsTest; a change here does not last. -->"
            + "\n\n";
    /** Characters of a default that still fit a column of the table. */
    private static final int DEFAULT_CHARACTERS_MAX = 40;

    private ReferencePages() {}

    /** The pages by file name. */
    static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("commands.md", commands());
        pages.put("options.md", options());
        pages.put("settings.md", settings());
        pages.put("tools.md", tools());
        pages.put("formats.md", formats());
        pages.put("keys.md", keys());
        pages.put("sequences.md", sequences());
        return pages;
    }

    private static String commands() {
        var page = page("CommandTable", "Commands",
                """
                        Names, aliases, flags and messages are those of tmux 3.7c; any unique beginning of a name will do. In a
                        usage line, brackets mean that something may be left out, dots that it may be repeated.
                        What ccmux has beyond tmux: `server-status` tells how the journal is doing, `stop-server` ends the server
                        and keeps its sessions. `layout save FILE` writes a session as commands, `layout load FILE` runs them.
                        What it has not: `server-access` lets nobody in, on purpose.

                        """);
        page.append("| command | alias | flags and arguments |\n|---|---|---|\n");
        CommandTable.specs().forEach(spec -> row(page, code(spec.name()), code(spec.alias()), code(spec.usage())));
        return page.toString();
    }

    private static String options() {
        var page = page("OptionTable", "Options",
                """
                        Set with `set-option` or in the block `options` of `ccmux.conf`, shown with `show-options`. Names and
                        defaults are those of tmux 3.7c where tmux has the option, except `history-limit`, which is 50,000 lines.
                        An option whose name begins with `@` is the user's own and takes any text.

                        """);
        section(page, "Server options", option -> option.scopes().contains(Scope.SERVER));
        section(page, "Session options", option -> option.scopes().contains(Scope.SESSION));
        section(page, "Window options", option -> option.scopes().contains(Scope.WINDOW)
                && !option.scopes().contains(Scope.PANE));
        section(page, "Window and pane options", option -> option.scopes().contains(Scope.PANE));
        page.append("## Hooks\n\nOptions that hold commands, set with `set-hook`:\n\n");
        names(page, OptionTable.rows().stream().filter(Option::isHook).map(Option::name).sorted().toList());
        return page.toString();
    }

    private static String settings() {
        var page = page("PersistenceTable", "Settings of the journal",
                """
                        The block `persistence` of `ccmux.conf`. Of a setting marked *live*, `ccmux config reload` puts a changed
                        value in force; the others, and values excepted there, wait for the next start of the server, and
                        `config reload` names them. A value out of bounds is a mistake: it is reported with its line; a server that
                        starts uses the default, one that lives keeps what it has.

                        """);
        page.append("| setting | value | default | live | what it is |\n|---|---|---|---|---|\n");
        PersistenceTable.rows().forEach(row -> row(page, code(row.name()), row.values(), code(row.preset()),
                live(row), row.help()));
        return page.toString();
    }

    private static String live(Setting row) {
        String except = row.kind() instanceof Setting.Kind.Choice(var words, var fixed) && !fixed.isEmpty()
                ? ", except " + String.join(", ", fixed)
                : "";
        return row.live() ? "yes" + except : "";
    }

    private static String tools() {
        var page = page("ToolTable", "Tools",
                """
                        Programs of one run that look at the state directory, copy it or put it back. They need no server, mind none
                        that lives, and change nothing, except `restore`. `-L` and `-S` before the name mean another server's
                        state. Each takes `--help`; the exit status is 1 if what was looked at is not well.

                        The server itself does `checkpoint now`, `config reload`, `forget` and `server-status`, which take `--json`,
                        too; see [commands.md](commands.md).

                        """);
        page.append("| tool | flags and arguments | what it does |\n|---|---|---|\n");
        ToolTable.rows().forEach(row -> row(page, code("ccmux " + row.name()), code(row.usage()), row.help()));
        return page.toString();
    }

    private static void section(StringBuilder page, String title, Predicate<Option> belongs) {
        var rows = OptionTable.rows().stream().filter(option -> !option.isHook()).filter(belongs).toList();
        page.append("## ").append(title).append("\n\n| option | value | default | what it is |\n|---|---|---|---|\n");
        var below = new StringBuilder();
        for (Option option : rows) {
            String preset = preset(option.preset());
            boolean fits = preset.length() <= DEFAULT_CHARACTERS_MAX && preset.indexOf('\n') < 0;
            row(page, code(option.name()), kind(option.kind()), fits ? code(preset) : "below", option.help());
            if (!fits) {
                below.append(option.name()).append(":\n\n```\n").append(preset).append("\n```\n\n");
            }
        }
        page.append('\n').append(below);
    }

    private static String preset(OptionValue preset) {
        return switch (preset) {
            case OptionValue.Text(String text) -> text;
            case OptionValue.Items(var items) -> String.join("\n", items.values());
        };
    }

    private static String kind(OptionKind kind) {
        return switch (kind) {
            case OptionKind.Text text -> "text";
            case OptionKind.Number(int minimum, int maximum) ->
                minimum + (maximum == Integer.MAX_VALUE ? " or more" : " to " + maximum);
            case OptionKind.Flag flag -> "`on`, `off`";
            case OptionKind.Choice(var choices) ->
                choices.stream().map(ReferencePages::code).collect(Collectors.joining(", "));
            case OptionKind.Colour colour -> "colour";
            case OptionKind.Style style -> "style";
            case OptionKind.Key key -> "key";
            case OptionKind.Command command -> "commands";
            case OptionKind.Size size -> "WIDTHxHEIGHT";
            case OptionKind.Array array -> "list of " + kind(array.element());
        };
    }

    private static String formats() {
        var page = page("Variables", "Variables of formats", """
                What `#{name}` stands for in a format, as in `ccmux list-panes -a -F '#{pane_id} #{pane_current_path}'`.
                Meanings and modifiers are those of tmux 3.7c. The name of an option is a variable too, and so is a name
                of the environment.

                """);
        names(page, new ArrayList<>(Variables.names()));
        return page.toString();
    }

    private static String keys() {
        var page = page("DefaultKeys", "Keys", """
                The keys that are bound before anybody binds one, table by table, as in tmux 3.7c. A table is entered by
                its key: `prefix` after `C-b`, `root` at once, `copy-mode` and `copy-mode-vi` while a pane is in copy
                mode. `ccmux list-keys` shows what is bound now; `C-b ?` shows it in a session.

                """);
        for (String table : List.of("prefix", "root", "copy-mode", "copy-mode-vi")) {
            page.append("## ").append(table).append("\n\n| key | command | note |\n|---|---|---|\n");
            DefaultKeys.TABLES.table(table).forEach((key, binding) -> row(page, code(key.name()),
                    code(menu(binding.command())), note(binding)));
            page.append('\n');
        }
        return page.toString();
    }

    private static String note(Binding binding) {
        String command = binding.command().split(" ", 2)[0];
        boolean known = CommandTable.specs().stream().anyMatch(spec -> spec.name().equals(command));
        return binding.note() + (binding.repeat() ? " (repeats)" : "") + (known ? "" : " (not in ccmux yet)");
    }

    /** Menus are pages of their own; the page says that there is one. */
    private static String menu(String command) {
        int at = command.indexOf("display-menu");
        return at < 0 ? command : command.substring(0, at) + "display-menu ...";
    }

    private static String sequences() {
        var page = page("ControlFunction", "Control functions",
                """
                        What the terminal in a pane understands. A sequence is written without its introducer (`ESC`, `CSI`, `OSC`,
                        `DCS`), its numbers and its end; introducers and all of `ESC @` to `ESC _` may come as C1 controls, U+0080 to
                        U+009F in UTF-8. Of the status: what *works* does so; what is *fixed* asks for what is always so, or never; what
                        is *swallowed* has no effect and leaves no trace, and so has whatever is not listed.

                        """);
        var families = ControlFunction.all().stream()
                .collect(Collectors.groupingBy(ControlFunction::family, LinkedHashMap::new, Collectors.toList()));
        families.forEach((family, functions) -> {
            page.append("## ").append(family)
                    .append("\n\n| sequence | name | status | what it is |\n|---|---|---|---|\n");
            functions.forEach(function -> row(page, code(function.sequence()), function.name(),
                    function.status().toString(), function.what()));
            page.append('\n');
        });
        return page.toString();
    }

    private static StringBuilder page(String table, String title, String introduction) {
        return new StringBuilder(WARNING.formatted(table)).append("# ").append(title).append("\n\n")
                .append(introduction);
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
        }
        page.append("|\n");
    }

    /** Text as it is; with a longer fence where it has the fence in it. */
    private static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String shown = text.equals(" ") ? "(space)" : text.replace('\n', ' ');
        return shown.indexOf('`') < 0 ? "`" + shown + "`" : "`` " + shown + " ``";
    }

    private static void names(StringBuilder page, List<String> names) {
        page.append("```\n");
        names.forEach(name -> page.append(name).append('\n'));
        page.append("```\n");
    }
}
