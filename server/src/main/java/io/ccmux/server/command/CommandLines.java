package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Argument;
import io.ccmux.config.CommandLine;
import io.ccmux.config.Script;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/**
 * What a user wrote, as command lines that can be run: cut into words, aliases of the option {@code command-alias}
 * replaced, every command known and rightly shaped.
 */
public final class CommandLines {
    private final Mux mux;
    private final Scene scene;

    /**
     * Commands that stand on one line: if one fails, those after it are not run.
     *
     * @param source   {@code file:line} to say before an error, or empty
     * @param commands each a command and its arguments, for {@link CommandTable#decide}
     */
    public record Line(String source, List<List<String>> commands) {
        public Line {
            commands = commands.stream().map(List::copyOf).toList();
        }
    }

    /** What a text says: lines to run, variables it sets for new panes, and mistakes that cost their line alone. */
    public record Reading(List<Line> lines, List<Script.Assignment> assignments, List<String> mistakes) {
        /** The events that set the variables. */
        public Decision assigned() {
            return Decision.of(assignments.stream().map(set -> new EnvironmentEvent.Assigned(Optional.empty(),
                    set.name(), set.value(), set.hidden())).toList());
        }

        /** The events and effects that run it. */
        public Decision run(Optional<PaneId> target) {
            var decision = assigned();
            for (String mistake : mistakes) {
                decision = decision.and(new Effect.Complain(mistake));
            }
            return lines.isEmpty() ? decision : decision.and(new Effect.RunNext(lines, target));
        }
    }

    public CommandLines(Mux mux, Scene scene) {
        this.mux = mux;
        this.scene = scene;
    }

    /** Arguments that a shell has cut already; one that ends with a semicolon ends its command. */
    public List<Line> words(List<String> words) throws CommandException {
        return lines("", Words.ofWords(words));
    }

    /** Command lines in the words of tmux's language: a key's binding, an answer to the command prompt. */
    public Reading text(String text) throws CommandException {
        try {
            var script = Words.parse(text, surroundings());
            return new Reading(lines("", script.commands()), script.assignments(), List.of());
        } catch (WordsException wrong) {
            throw new CommandException(wrong.getMessage());
        }
    }

    /** What a key is bound to, in the form in which bindings are kept: {@code \;} stands between commands. */
    public List<Line> binding(String command) throws CommandException {
        try {
            var arguments = new ArrayList<CommandLine>();
            for (var line : Words.parse(command, surroundings()).commands()) {
                arguments.addAll(Words.ofArguments(line.arguments()));
            }
            return lines("", arguments);
        } catch (WordsException wrong) {
            throw new CommandException(wrong.getMessage());
        }
    }

    /**
     * A file of command lines. A mistake costs the line that it is in; if the file cannot be cut into words, all of it.
     */
    public Reading file(String name, String text) {
        var lines = new ArrayList<Line>();
        var mistakes = new ArrayList<String>();
        try {
            var script = Words.parse(text, surroundings());
            for (var line : byLine(script.commands())) {
                String source = name + ":" + line.getFirst().line();
                try {
                    lines.addAll(lines(source, line));
                } catch (CommandException wrong) {
                    mistakes.add(source + ": " + wrong.getMessage());
                }
            }
            return new Reading(lines, script.assignments(), mistakes);
        } catch (WordsException wrong) {
            return new Reading(List.of(), List.of(), List.of(name + ":" + wrong.line() + ": " + wrong.getMessage()));
        }
    }

    /** Where variables, home directories and conditions in command lines are looked up. */
    private Surroundings surroundings() {
        return new Surroundings(this::variable, user -> user.isEmpty() ? variable("HOME") : Optional.empty(),
                format -> Expand.of(scene).holds(format));
    }

    private Optional<String> variable(String name) {
        var known = mux.environment().variable(name);
        return known.isPresent()
                ? known.get().value()
                : Optional.ofNullable(scene.server().environment().get(name));
    }

    private static List<List<CommandLine>> byLine(List<CommandLine> commands) {
        var lines = new ArrayList<List<CommandLine>>();
        for (var command : commands) {
            if (lines.isEmpty() || lines.getLast().getFirst().line() != command.line()) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(command);
        }
        return lines;
    }

    private List<Line> lines(String source, List<CommandLine> commands) throws CommandException {
        var lines = new ArrayList<Line>();
        for (var line : byLine(commands)) {
            var texts = new ArrayList<List<String>>();
            for (var command : withoutAliases(line)) {
                texts.add(checked(command));
            }
            lines.add(new Line(source, texts));
        }
        return lines;
    }

    private List<String> checked(CommandLine command) throws CommandException {
        for (var argument : command.arguments()) {
            if (argument instanceof Argument.Block(var inner)) {
                for (var nested : withoutAliases(inner)) {
                    checked(nested);
                }
            }
        }
        var words = command.arguments().stream().map(Argument::text).toList();
        CommandTable.check(words);
        if (command.arguments().stream().noneMatch(argument -> argument instanceof Argument.Block)) {
            return words;
        }
        CommandTable.checkBlocks(command.arguments());
        return keepingBlocks(command, words);
    }

    /** What a key is bound to is shown again with its braces, so all of it after the key is one word. */
    private static List<String> keepingBlocks(CommandLine command, List<String> words) throws CommandException {
        int bound = words.size() - CommandTable.argumentCount(words) + 1;
        if (!CommandTable.name(words.getFirst()).equals("bind-key") || words.size() - bound < 2) {
            return words;
        }
        var kept = new ArrayList<>(words.subList(0, bound));
        kept.add(Words.print(Words.ofArguments(command.arguments().subList(bound, words.size()))));
        return kept;
    }

    /** Commands as tmux shows them: full names, flags in order, what is in braces too. */
    public List<CommandLine> canonical(List<CommandLine> commands) throws CommandException {
        var shown = new ArrayList<CommandLine>();
        for (var command : withoutAliases(commands)) {
            var arguments = new ArrayList<Argument>();
            for (var argument : CommandTable.canonical(command.arguments())) {
                arguments.add(argument instanceof Argument.Block(var inner)
                        ? new Argument.Block(canonical(inner))
                        : argument);
            }
            shown.add(new CommandLine(command.line(), arguments));
        }
        return shown;
    }

    /** An alias stands for commands, the last of which takes the arguments; what it stands for has no aliases. */
    private List<CommandLine> withoutAliases(List<CommandLine> commands) throws CommandException {
        var plain = new ArrayList<CommandLine>();
        for (var command : commands) {
            var meaning = alias(command.name());
            if (meaning.isEmpty()) {
                plain.add(command);
                continue;
            }
            var meant = meaning.get();
            plain.addAll(meant.subList(0, Math.max(0, meant.size() - 1)));
            if (!meant.isEmpty()) {
                var arguments = new ArrayList<>(meant.getLast().arguments());
                arguments.addAll(command.rest());
                plain.add(new CommandLine(command.line(), arguments));
            }
        }
        return plain;
    }

    private Optional<List<CommandLine>> alias(String name) throws CommandException {
        for (String alias : mux.serverOptions().array("command-alias").values()) {
            if (alias.startsWith(name + "=")) {
                try {
                    return Optional.of(Words.parse(alias.substring(name.length() + 1), surroundings()).commands());
                } catch (WordsException wrong) {
                    throw new CommandException(wrong.getMessage());
                }
            }
        }
        return Optional.empty();
    }
}
