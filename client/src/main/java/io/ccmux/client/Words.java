package io.ccmux.client;

import java.util.List;

/** The little that a client knows of commands before there is a server: which of them start one, and which attach. */
final class Words {
    // @formatter:off
    private static final List<Known> STARTING = List.of(
            new Known("new-session",    "new",    "new-s",  true),
            new Known("attach-session", "attach", "a",      true),
            new Known("start-server",   "start",  "start-", false),
            new Known("list-commands",  "lscm",   "list-co", false),
            new Known("list-keys",      "lsk",    "list-k", false));
    // @formatter:on

    private Words() {}

    /** A command that starts a server: its name, its alias, its shortest prefix that means no other command. */
    private record Known(String name, String alias, String prefix, boolean attaches) {
        boolean is(String word) {
            return word.equals(alias) || word.startsWith(prefix) && name.startsWith(word);
        }
    }

    /** Whether the words are for a tool, which needs no server. */
    static boolean tool(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        String second = words.size() < 2 ? "" : words.get(1);
        return switch (first) {
            case "backup", "doctor", "journal", "recovery", "restore" -> true;
            case "checkpoint" -> !second.equals("now");
            case "config" -> !second.equals("reload");
            default -> false;
        };
    }

    /** Whether these words are answered by a server that will be gone, with all it has written. */
    static boolean endServer(List<String> words) {
        return words.equals(List.of("stop-server")) || words.equals(List.of("kill-server"));
    }

    /** Whether a server is started for these words when there is none. */
    static boolean startServer(List<String> words) {
        return words.isEmpty() || any(words, false);
    }

    /** Whether these words may make the client's terminal that of a session. */
    static boolean mayAttach(List<String> words) {
        return words.isEmpty() || any(words, true);
    }

    private static boolean any(List<String> words, boolean attaching) {
        boolean first = true;
        for (String word : words) {
            String bare = word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
            if (first && !bare.isEmpty()) {
                for (Known known : STARTING) {
                    if (known.is(bare) && (known.attaches || !attaching)) {
                        return true;
                    }
                }
            }
            first = word.endsWith(";") && !word.endsWith("\\;");
        }
        return false;
    }
}
