package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ccmux.config.Argument;

/**
 * How a command is called, read off its usage line.
 *
 * <pre>
 *   [-bdP] [-c directory] [-t target-pane] key [command [argument ...]]
 *     |      |                              |   |
 *     flags  flags with a value             |   may be there, any number
 *                                           must be there
 * </pre>
 */
public final class Spec {
    private static final Pattern FLAGS = Pattern.compile("\\[-([A-Za-z0-9]+(?:\\|-[A-Za-z0-9])*)( [^\\]]+)?\\] *");

    private static final String JSON = "--json";
    /** What {@code --help} says besides the usage. */
    private static final Map<String, String> NOTES = Map.of("server-access",
            "Nobody but the user of the server may use it: its socket is closed to all others, and stays so.");
    private static final Set<String> TELLING = Set.of("checkpoint", "config", "events", "forget", "server-status");

    private final String name;
    private final String alias;
    private final String usage;
    private final Set<Character> plain = new HashSet<>();
    private final Set<Character> valued = new HashSet<>();
    private final int argumentsMin;
    private final int argumentsMax;

    /** @param alias the short name, or empty */
    public Spec(String name, String alias, String usage) {
        this.name = name;
        this.alias = alias;
        this.usage = usage;
        var matcher = FLAGS.matcher(usage);
        var rest = new StringBuilder();
        while (matcher.find()) {
            var into = matcher.group(2) == null ? plain : valued;
            matcher.group(1).chars().filter(Character::isLetterOrDigit).forEach(flag -> into.add((char) flag));
            matcher.appendReplacement(rest, "");
        }
        matcher.appendTail(rest);
        String[] words = rest.toString().isBlank() ? new String[0] : rest.toString().trim().split(" +");
        int must = 0;
        boolean any = false;
        for (String word : words) {
            must += word.startsWith("[") || word.startsWith("...") ? 0 : 1;
            any |= word.startsWith("...");
        }
        argumentsMin = must;
        argumentsMax = any ? Integer.MAX_VALUE : words.length;
    }

    /** A usage line that does not tell how few arguments will do. */
    Spec(Spec read, int argumentsMin) {
        name = read.name;
        alias = read.alias;
        usage = read.usage;
        plain.addAll(read.plain);
        valued.addAll(read.valued);
        this.argumentsMin = argumentsMin;
        argumentsMax = read.argumentsMax;
    }

    /** The same with a flag that tmux takes without saying so. */
    Spec taking(char flag) {
        plain.add(flag);
        return this;
    }

    public String name() {
        return name;
    }

    public String alias() {
        return alias;
    }

    public String usage() {
        return usage;
    }

    /** Whether it takes {@code --json}, which is our own: what prints a list, and what tells of the server, does. */
    public boolean hasJson() {
        return name.startsWith("list-") || TELLING.contains(name);
    }

    /** What {@code --help} prints. */
    String help() {
        return "usage: " + name + (alias.isEmpty() ? "" : " (" + alias + ")") + (usage.isEmpty() ? "" : " " + usage)
                + (hasJson() ? " [--json]" : "") + (NOTES.containsKey(name) ? "\n" + NOTES.get(name) : "");
    }

    /** The flags and arguments in {@code words}, the first of which is the command's name. */
    Arguments parse(List<String> words) throws CommandException {
        var arguments = new Arguments();
        int i = 1;
        while (i < words.size()) {
            String word = words.get(i);
            if (word.length() < 2 || word.charAt(0) != '-') {
                break;
            }
            i++;
            if (word.equals("--")) {
                break;
            }
            if (word.equals(JSON) && hasJson()) {
                arguments.json = true;
                continue;
            }
            i = flags(word, words, i, arguments);
        }
        arguments.words.addAll(words.subList(i, words.size()));
        // What it does may be said in words of its own: checkpoint now --json.
        arguments.json |= hasJson() && arguments.words.remove(JSON);
        if (arguments.words.size() < argumentsMin) {
            throw wrong("too few arguments (need at least " + argumentsMin + ")");
        }
        if (arguments.words.size() > argumentsMax) {
            throw wrong("too many arguments (need at most " + argumentsMax + ")");
        }
        return arguments;
    }

    /**
     * The arguments of a command as tmux shows them: flags without values first and together, then those with values,
     * each kind in the order of its letters, then the rest as it was.
     */
    List<Argument> canonical(List<Argument> arguments) throws CommandException {
        var parsed = parse(arguments.stream().map(Argument::text).toList());
        int rest = arguments.size() - parsed.words.size();
        var canonical = new ArrayList<Argument>();
        canonical.add(new Argument.Word(name));
        if (!parsed.flags.isEmpty()) {
            canonical.add(new Argument.Word("-" + new TreeSet<>(parsed.flags).stream().map(String::valueOf)
                    .collect(Collectors.joining())));
        }
        new TreeMap<>(parsed.values).forEach((flag, values) -> values.forEach(value -> {
            canonical.add(new Argument.Word("-" + flag));
            canonical.add(new Argument.Word(value));
        }));
        if (parsed.json) {
            canonical.add(new Argument.Word(JSON));
            parsed.words.forEach(word -> canonical.add(new Argument.Word(word)));
            return canonical;
        }
        if (rest > 1 && arguments.get(rest - 1).text().equals("--")) {
            canonical.add(new Argument.Word("--"));
        }
        canonical.addAll(arguments.subList(rest, arguments.size()));
        return canonical;
    }

    /** Reads one word of flags; returns the index of the word to go on with. */
    private int flags(String word, List<String> words, int next, Arguments arguments) throws CommandException {
        for (int at = 1; at < word.length(); at++) {
            char flag = word.charAt(at);
            if (valued.contains(flag)) {
                boolean here = at + 1 < word.length();
                if (!here && next >= words.size()) {
                    throw wrong("-" + flag + " expects an argument");
                }
                arguments.add(flag, here ? word.substring(at + 1) : words.get(next));
                return here ? next : next + 1;
            } else if (plain.contains(flag)) {
                arguments.flags.add(flag);
            } else if (flag == '?') {
                throw new CommandException("usage: " + name + " " + usage);
            } else {
                boolean letter = flag < 128 && Character.isLetterOrDigit(flag);
                throw wrong((letter ? "unknown" : "invalid") + " flag -" + flag);
            }
        }
        return next;
    }

    private CommandException wrong(String what) {
        return new CommandException("command " + name + ": " + what);
    }
}
