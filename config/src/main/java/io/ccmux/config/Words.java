package io.ccmux.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads command lines as tmux does: from a file or a prompt, or from the arguments of a program.
 *
 * <pre>
 *   statement = [ directive ] { command ";" } NEW_LINE         command  = [ NAME=value ] word { argument }
 *   directive = %if FORMAT | %elif FORMAT | %else | %endif     argument = word | "{" { statement } "}"
 *             | %hidden NAME=value
 * </pre>
 */
public final class Words {
    private static final int DEPTH_MAX = 64;

    private final Lexer lexer;
    private final Surroundings surroundings;
    private final Map<String, String> variables;
    private final List<Script.Assignment> assignments = new ArrayList<>();
    private Token token;

    /** A condition that is open: whether its present branch counts, and whether one has counted. */
    private record Branch(boolean counts, boolean done, boolean last) {}

    private Words(String text, Surroundings surroundings) throws WordsException {
        this.variables = new HashMap<>();
        this.surroundings = surroundings;
        Surroundings within = new Surroundings(this::variable, surroundings.home(), surroundings.condition());
        this.lexer = new Lexer(text, 1, within);
        this.token = lexer.next();
    }

    /** Reads a text of any number of lines. */
    public static Script parse(String text, Surroundings surroundings) throws WordsException {
        Words words = new Words(text, surroundings);
        List<CommandLine> commands = words.statements(0, Token.Mark.END);
        return new Script(commands, words.assignments);
    }

    /** Reads arguments that a shell has cut already: one that ends with {@code ;} ends its command. */
    public static List<CommandLine> ofWords(List<String> words) {
        return ofArguments(words.stream().<Argument>map(Argument.Word::new).toList());
    }

    /** As {@link #ofWords}, for what is left of a command line after a command took its own arguments. */
    public static List<CommandLine> ofArguments(List<Argument> arguments) {
        List<CommandLine> commands = new ArrayList<>();
        List<Argument> command = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!(argument instanceof Argument.Word(String word)) || !word.endsWith(";")) {
                command.add(argument);
                continue;
            }
            String stem = word.substring(0, word.length() - 1);
            if (stem.endsWith("\\")) {
                command.add(new Argument.Word(stem.substring(0, stem.length() - 1) + ";"));
                continue;
            }
            if (!stem.isEmpty()) {
                command.add(new Argument.Word(stem));
            }
            finish(command, 1, commands);
        }
        finish(command, 1, commands);
        return commands;
    }

    /** The word as one would have to type it. */
    public static String quote(String word) {
        return Quoting.quote(word);
    }

    /** The commands as {@code list-keys} shows them: {@code select-pane -t = \; send-keys -M}. */
    public static String print(List<CommandLine> commands) {
        return Quoting.print(commands, " \\; ");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).or(() -> surroundings.variable().apply(name));
    }

    private static void finish(List<Argument> command, int line, List<CommandLine> commands) {
        if (!command.isEmpty()) {
            commands.add(new CommandLine(line, command));
            command.clear();
        }
    }

    private List<CommandLine> statements(int depth, Token.Mark end) throws WordsException {
        if (depth > DEPTH_MAX) {
            throw lexer.error("too many braces");
        }
        Deque<Branch> branches = new ArrayDeque<>();
        List<CommandLine> commands = new ArrayList<>();
        while (token != end) {
            switch (token) {
                case Token.Mark.NEW_LINE -> advance();
                case Token.Directive(String name) -> directive(name, branches);
                case Token.Word _ -> command(depth, counts(branches), commands);
                case Token.Format _,Token.Mark _ -> throw lexer.error("syntax error");
            }
        }
        if (!branches.isEmpty()) {
            throw lexer.error("syntax error");
        }
        return commands;
    }

    private static boolean counts(Deque<Branch> branches) {
        return branches.stream().allMatch(Branch::counts);
    }

    private void directive(String name, Deque<Branch> branches) throws WordsException {
        advance();
        switch (name) {
            case "%if" -> {
                boolean holds = condition();
                branches.push(new Branch(holds, holds, false));
            }
            case "%elif" -> {
                Branch before = open(branches);
                boolean holds = condition() && !before.done();
                branches.push(new Branch(holds, before.done() || holds, false));
            }
            case "%else" -> branches.push(new Branch(!open(branches).done(), true, true));
            case "%endif" -> {
                if (branches.poll() == null) {
                    throw lexer.error("syntax error");
                }
            }
            case "%hidden" -> hidden(counts(branches));
            default -> throw lexer.error("syntax error");
        }
    }

    private Branch open(Deque<Branch> branches) throws WordsException {
        Branch branch = branches.poll();
        if (branch == null || branch.last()) {
            throw lexer.error("syntax error");
        }
        return branch;
    }

    private boolean condition() throws WordsException {
        String format = switch (token) {
            case Token.Format(String text) -> text;
            case Token.Word(String text, _) -> text;
            case Token.Directive _,Token.Mark _ -> throw lexer.error("syntax error");
        };
        advance();
        return surroundings.condition().test(format);
    }

    private void hidden(boolean counts) throws WordsException {
        if (!(token instanceof Token.Word(String text, boolean assigns)) || !assigns) {
            throw lexer.error("syntax error");
        }
        assign(text, true, counts);
        advance();
    }

    private void assign(String text, boolean hidden, boolean counts) {
        if (counts) {
            int equals = text.indexOf('=');
            variables.put(text.substring(0, equals), text.substring(equals + 1));
            assignments.add(new Script.Assignment(text.substring(0, equals), text.substring(equals + 1), hidden));
        }
    }

    /** A command and what ends it; commands of a branch that does not count are read and dropped. */
    private void command(int depth, boolean counts, List<CommandLine> commands) throws WordsException {
        int line = lexer.line();
        if (token instanceof Token.Word(String text, boolean assigns) && assigns) {
            assign(text, false, counts);
            advance();
        }
        List<Argument> arguments = new ArrayList<>();
        while (true) {
            if (token instanceof Token.Word(String text, _)) {
                arguments.add(new Argument.Word(text));
                advance();
            } else if (token == Token.Mark.OPEN && !arguments.isEmpty()) {
                advance();
                arguments.add(new Argument.Block(statements(depth + 1, Token.Mark.CLOSE)));
                advance();
            } else {
                break;
            }
        }
        if (counts) {
            finish(arguments, line, commands);
        }
        while (token == Token.Mark.SEMICOLON) {
            advance();
        }
    }

    private void advance() throws WordsException {
        token = lexer.next();
    }
}
