package io.ccmux.server.command;

import java.util.List;

import io.ccmux.config.Argument;
import io.ccmux.config.CommandLine;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;
import io.ccmux.server.input.Binding;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.Mux;

/** Says what a key does. */
final class BindKey implements Command {
    @Override
    public Spec spec() {
        return new Spec("bind-key", "bind", "[-nr] [-T key-table] [-N note] key [command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var key = KeyTable.key(call.words().getFirst());
        String table = KeyTable.of(call);
        var before = mux.keys().binding(table, key);
        var words = call.words().subList(1, call.words().size());
        if (words.isEmpty()) {
            return before.map(old -> new Binding(old.command(), call.value('N').orElse(old.note()),
                    old.repeat() || call.has('r'))).map(kept -> Decision.of(new KeyEvent.Bound(table, key, kept)))
                    .orElse(Decision.NOTHING);
        }
        var lines = new CommandLines(mux, call.scene());
        var commands = commands(words);
        lines.binding(kept(commands));
        String command = kept(lines.canonical(commands));
        return Decision.of(new KeyEvent.Bound(table, key, new Binding(command, call.value('N').orElse(""), call.has(
                'r'))));
    }

    /** One word is command text, several are cut already. */
    private static List<CommandLine> commands(List<String> words) throws CommandException {
        if (words.size() > 1) {
            return Words.ofWords(words);
        }
        try {
            return Words.parse(words.getFirst(), Surroundings.NONE).commands();
        } catch (WordsException wrong) {
            throw new CommandException(wrong.getMessage());
        }
    }

    /** Commands in the form in which bindings are kept. */
    private static String kept(List<CommandLine> commands) {
        return Words.print(commands.stream().map(BindKey::kept).toList());
    }

    /** An argument that ends with a semicolon must not end its command when the binding is read back. */
    private static CommandLine kept(CommandLine command) {
        return new CommandLine(1, command.arguments().stream().<Argument>map(argument -> switch (argument) {
            case Argument.Word(var text) when text.endsWith(";") ->
                new Argument.Word(text.substring(0, text.length() - 1) + "\\;");
            case Argument.Word word -> word;
            case Argument.Block block -> block;
        }).toList());
    }
}
