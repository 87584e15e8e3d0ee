package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Argument;
import io.ccmux.config.Option;
import io.ccmux.config.OptionException;
import io.ccmux.config.OptionKind;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;
import io.ccmux.server.mux.Mux;

/** Prints options, or one of them, as they are set at one place. */
record ShowOptions(ShowOptions.Form form) implements Command {
    /** The three names that tmux has for this. */
    enum Form {
        OPTIONS, WINDOW_OPTIONS, HOOKS
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case OPTIONS -> new Spec("show-options", "show", "[-AgHpqsvw] [-t target-pane] [option]");
            case WINDOW_OPTIONS -> new Spec("show-window-options", "showw", "[-gv] [-t target-window] [option]");
            case HOOKS -> new Spec("show-hooks", "", "[-gpw] [-t target-pane] [hook]");
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        boolean window = form == Form.WINDOW_OPTIONS;
        try {
            if (call.words().isEmpty()) {
                return Decision.print(all(call, OptionPlace.ofFlags(call, mux, window)));
            }
            String argument = OptionPlace.expand(call, mux).text(call.words().getFirst());
            var named = OptionTable.find(argument);
            var place = OptionPlace.of(call, mux, named.option(), window);
            var value = shown(call, place, named.option());
            if (value.isEmpty() && named.option().name().startsWith("@")) {
                throw new CommandException("invalid option: " + argument);
            }
            var lines = new ArrayList<String>();
            value.ifPresent(found -> found.print(lines, named.index(), call.has('v')));
            return Decision.print(lines);
        } catch (OptionException | CommandException wrong) {
            if (call.has('q')) {
                return Decision.NOTHING;
            }
            throw new CommandException(wrong.getMessage());
        }
    }

    private List<String> all(Call call, OptionPlace place) {
        var lines = new ArrayList<String>();
        if (form != Form.HOOKS) {
            place.options().own().forEach((name, value) -> {
                if (name.startsWith("@")) {
                    new Shown(call, OptionTable.exact(name).orElseThrow(), value, false).print(lines, Optional.empty(),
                            call.has('v'));
                }
            });
        }
        for (var option : OptionTable.rows()) {
            boolean wanted = form == Form.HOOKS ? option.isHook() : !option.isHook() || call.has('H');
            if (wanted && place.lists(option)) {
                shown(call, place, option).ifPresent(value -> value.print(lines, Optional.empty(), call.has('v')));
            }
        }
        return lines;
    }

    /** What is set here; with -A else what is set behind. */
    private static Optional<Shown> shown(Call call, OptionPlace place, Option option) {
        var own = place.own(option);
        if (own.isPresent()) {
            return Optional.of(new Shown(call, option, own.get(), false));
        }
        return call.has('A')
                ? place.options().value(option.name()).map(value -> new Shown(call, option, value, true))
                : Optional.empty();
    }

    /** An option with a value to print. */
    private record Shown(Call call, Option option, OptionValue value, boolean inherited) {
        void print(List<String> lines, Optional<Integer> index, boolean valueOnly) {
            String name = option.name();
            switch (value) {
                case OptionValue.Text(var text) ->
                    line(lines, name + index.map(at -> "[" + at + "]").orElse(""), text, valueOnly);
                case OptionValue.Items(var items) when index.isPresent() ->
                    line(lines, name + "[" + index.get() + "]", items.getOrDefault(index.get(), ""), valueOnly);
                case OptionValue.Items(var items) when items.isEmpty() -> {
                    if (!valueOnly) {
                        lines.add(name + star());
                    }
                }
                case OptionValue.Items(var items) ->
                    items.forEach((at, text) -> line(lines, name + "[" + at + "]", text, valueOnly));
            }
        }

        private String star() {
            return inherited ? "*" : "";
        }

        private void line(List<String> lines, String name, String text, boolean valueOnly) {
            String written = written(text);
            lines.add(valueOnly ? written : name + star() + " " + (isText() ? Words.quote(written) : written));
        }

        private OptionKind kind() {
            return option.kind() instanceof OptionKind.Array(var element, var separators) ? element : option.kind();
        }

        private boolean isText() {
            return switch (kind()) {
                case OptionKind.Text text -> true;
                case OptionKind.Style style -> true;
                case OptionKind.Size size -> true;
                case OptionKind.Number number -> false;
                case OptionKind.Flag flag -> false;
                case OptionKind.Choice choice -> false;
                case OptionKind.Colour colour -> false;
                case OptionKind.Key key -> false;
                case OptionKind.Command command -> false;
                case OptionKind.Array array -> false;
            };
        }

        /** Commands are shown as tmux writes them, whatever the user's way was. */
        private String written(String text) {
            if (!(kind() instanceof OptionKind.Command)) {
                return text;
            }
            try {
                var lines = new CommandLines(call.scene().world().mux(), call.scene());
                return new Argument.Block(lines.canonical(Words.parse(text, Surroundings.NONE).commands())).text();
            } catch (WordsException | CommandException unreadable) {
                return text;
            }
        }
    }
}
