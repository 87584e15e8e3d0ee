package io.ccmux.server.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user wrote after the name of a tool, taken apart by the tool's usage. */
final class ToolWords {
    private static final String JSON = "--json";

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> flags = new HashMap<>();

    private ToolWords() {}

    /**
     * @param usage the flags that are taken, as {@code [--json] [--from serial] file}; a flag has a value if a word
     *              stands beside it in its brackets
     */
    static ToolWords parse(String usage, List<String> given) throws ToolException {
        var parsed = new ToolWords();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                parsed.words.add(word);
            } else if (usage.contains("[" + word + "]")) {
                parsed.flags.put(word, "");
            } else if (!usage.contains("[" + word + " ")) {
                throw new ToolException("unknown flag " + word + "; usage: " + usage);
            } else if (i + 1 == given.size()) {
                throw new ToolException(word + " needs a value; usage: " + usage);
            } else {
                parsed.flags.put(word, given.get(++i));
            }
        }
        return parsed;
    }

    boolean json() {
        return has(JSON);
    }

    boolean has(String flag) {
        return flags.containsKey(flag);
    }

    Optional<String> value(String flag) {
        return Optional.ofNullable(flags.get(flag));
    }

    /** A number given with a flag, or what it is without. */
    long number(String flag, long otherwise) throws ToolException {
        String text = flags.getOrDefault(flag, Long.toString(otherwise));
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new ToolException(flag + " needs a number, not " + text);
        }
        throw new ToolException(flag + " needs a number, not " + text);
    }

    List<String> words() {
        return words;
    }

    /** The one word that the tool is about. */
    String only(String what) throws ToolException {
        if (words.size() != 1) {
            throw new ToolException("one " + what + " is needed");
        }
        return words.getFirst();
    }
}
