package io.ccmux.server.command;

import java.util.List;
import java.util.stream.Stream;

import io.ccmux.server.mux.Mux;

/** All commands, in the order of their names: one row each. */
public final class CommandTable {
    // @formatter:off
    private static final List<Command> ROWS = List.of(
            new BindKey(),
            new ClearHistory(),
            new DisplayMessage(),
            new HasSession(),
            new IfShell(),
            new KillServer(),
            new ListCommands(),
            new ListKeys(),
            new RunShell(),
            new SendKeys(),
            new SendPrefix(),
            new SetOption(SetOption.Form.HOOK),
            new SetOption(SetOption.Form.OPTION),
            new SetOption(SetOption.Form.WINDOW_OPTION),
            new ShowOptions(ShowOptions.Form.HOOKS),
            new ShowOptions(ShowOptions.Form.OPTIONS),
            new ShowOptions(ShowOptions.Form.WINDOW_OPTIONS),
            new SourceFile(),
            new UnbindKey());
    // @formatter:on

    private CommandTable() {}

    /** How each command is called, in the order of their names. */
    public static List<Spec> specs() {
        return ROWS.stream().map(Command::spec).toList();
    }

    /** Decides one command line, its aliases already replaced. */
    public static Decision decide(List<String> words, Scene scene, Mux mux) throws CommandException {
        var command = find(words.getFirst());
        return command.decide(new Call(command.spec().parse(words), scene), mux);
    }

    /** Whether the words name a command and have its shape; throws what the user should read if not. */
    public static void check(List<String> words) throws CommandException {
        find(words.getFirst()).spec().parse(words);
    }

    /** The full name of the command that a name, an alias or a unique beginning means. */
    public static String name(String given) throws CommandException {
        return find(given).spec().name();
    }

    private static Command find(String given) throws CommandException {
        for (var command : ROWS) {
            if (command.spec().name().equals(given) || command.spec().alias().equals(given)) {
                return command;
            }
        }
        var begun = ROWS.stream().filter(command -> command.spec().name().startsWith(given)).toList();
        if (begun.size() == 1) {
            return begun.getFirst();
        }
        if (begun.isEmpty()) {
            throw new CommandException("unknown command: " + given);
        }
        throw new CommandException("ambiguous command: " + given + ", could be: " + String.join(", ",
                names(begun.stream())));
    }

    private static List<String> names(Stream<Command> commands) {
        return commands.map(command -> command.spec().name()).toList();
    }
}
