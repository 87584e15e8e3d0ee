package io.ccmux.config;

import java.util.List;

/** Writes words so that the lexer reads them back, in the way tmux lists keys and options. */
final class Quoting {
    private static final String NEED_DOUBLE = " #';${}%";
    private static final String NEED_SINGLE = " \"";

    private Quoting() {}

    /** As tmux, but for two kinds of words that tmux writes so that they read back as others. */
    static String quote(String word) {
        if (word.isEmpty()) {
            return "''";
        }
        char first = word.charAt(0);
        boolean needsDouble = containsAny(word, NEED_DOUBLE);
        boolean needsSingle = !needsDouble && containsAny(word, NEED_SINGLE);
        if (word.length() == 1 && first != ' ' && (needsDouble || needsSingle || first == '~')) {
            return "\\" + word;
        }
        boolean escapes = word.chars().anyMatch(c -> c < ' ' || c == '\\' || c == 127);
        String home = first == '~' ? "\\" : "";
        if (needsDouble || (needsSingle && escapes)) {
            return '"' + home + visible(word, true) + '"';
        }
        return needsSingle ? '\'' + word + '\'' : home + visible(word, false);
    }

    static String print(List<CommandLine> commands, String separator) {
        StringBuilder text = new StringBuilder();
        CommandLine before = null;
        for (CommandLine command : commands) {
            if (before != null) {
                text.append(before.line() == command.line()
                        ? separator
                        : separator.stripTrailing() + separator.strip() + " ");
            }
            before = command;
            print(text, command);
        }
        return text.toString();
    }

    private static void print(StringBuilder text, CommandLine command) {
        boolean first = true;
        for (Argument argument : command.arguments()) {
            text.append(first ? "" : " ");
            first = false;
            switch (argument) {
                case Argument.Word(String word) -> text.append(quote(word));
                case Argument.Block block when block.commands().isEmpty() -> text.append("{ }");
                case Argument.Block block -> text.append("{ ").append(block.text()).append(" }");
            }
        }
    }

    private static boolean containsAny(String word, String characters) {
        return word.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /** Control characters as escapes; in double quotes also what the lexer would expand there. */
    private static String visible(String word, boolean doubleQuoted) {
        StringBuilder text = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case 7 -> text.append("\\a");
                case 11 -> text.append("\\v");
                case '"' -> text.append(doubleQuoted ? "\\\"" : "\"");
                case '$' -> text.append(doubleQuoted && expands(word, i + 1) ? "\\$" : "$");
                default -> text.append(c < ' ' || c == 127 ? String.format("\\%03o", (int) c) : String.valueOf(c));
            }
        }
        return text.toString();
    }

    private static boolean expands(String word, int next) {
        return next < word.length() && (Lexer.isVariable(word.charAt(next), true) || word.charAt(next) == '{');
    }
}
