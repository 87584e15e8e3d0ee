package io.ccmux.config;

import java.util.Optional;

/**
 * Cuts command lines into tokens, by tmux's rules: quotes, escapes, variables, home directories, comments, and
 * {@code \} at the end of a line.
 */
final class Lexer {
    private static final int END = -1;

    private final String text;
    private final Surroundings surroundings;
    private int position;
    private int line;
    private boolean condition;
    private boolean ended;

    private enum Quotes {
        NONE, SINGLE, DOUBLE
    }

    Lexer(String text, int line, Surroundings surroundings) {
        this.text = text;
        this.line = line;
        this.surroundings = surroundings;
    }

    /** The line the lexer has reached, counted from where it began. */
    int line() {
        return line;
    }

    Token next() throws WordsException {
        boolean afterCondition = condition;
        condition = false;
        while (true) {
            int c = read();
            switch (c) {
                case ' ', '\t' -> {}
                case END -> {
                    boolean first = !ended;
                    ended = true;
                    return first ? Token.Mark.NEW_LINE : Token.Mark.END;
                }
                case '\n' -> {
                    return Token.Mark.NEW_LINE;
                }
                case ';' -> {
                    return Token.Mark.SEMICOLON;
                }
                case '{' -> {
                    return Token.Mark.OPEN;
                }
                case '}' -> {
                    return Token.Mark.CLOSE;
                }
                case '#' -> {
                    if (afterCondition && peek() == '{') {
                        return format();
                    }
                    skipComment();
                }
                case '%' -> {
                    return directive();
                }
                default -> {
                    return word(c);
                }
            }
        }
    }

    private void skipComment() {
        while (peek() != '\n' && peek() != END) {
            read();
        }
    }

    private Token format() throws WordsException {
        StringBuilder format = new StringBuilder("#").append((char) read());
        int depth = 1;
        while (depth > 0) {
            int c = read();
            if (c == END || c == '\n') {
                throw error("syntax error");
            }
            if (c == '#' && peek() == '{') {
                format.append('#');
                c = read();
                depth++;
            } else if (c == '}') {
                depth--;
            }
            format.append((char) c);
        }
        return new Token.Format(format.toString());
    }

    /** A word of percent signs and digits is a pane, anything else must be a directive. */
    private Token directive() throws WordsException {
        StringBuilder name = new StringBuilder("%");
        while (peek() != END && " \t\n\r;}".indexOf(peek()) < 0) {
            name.append((char) read());
        }
        String word = name.toString();
        if (word.chars().allMatch(c -> c == '%' || Character.isDigit(c))) {
            return new Token.Word(word, false);
        }
        condition = true;
        return switch (word) {
            case "%if", "%elif", "%else", "%endif", "%hidden" -> new Token.Directive(word);
            default -> throw error("syntax error");
        };
    }

    private Token word(int first) throws WordsException {
        StringBuilder word = new StringBuilder();
        Quotes quotes = Quotes.NONE;
        boolean start = true;
        int c = first;
        while (c != END && (quotes != Quotes.NONE || !endsWord(c))) {
            Quotes after = quotes(c, quotes);
            if (after != quotes) {
                start |= after != Quotes.NONE;
                quotes = after;
            } else {
                append(word, c, quotes, start);
                start = false;
            }
            c = read();
        }
        unread(c);
        String result = word.toString();
        int equals = result.indexOf('=');
        boolean assigns = equals > 0 && isName(result.substring(0, equals));
        return new Token.Word(result, assigns);
    }

    private static boolean endsWord(int c) {
        return c == END || c == ' ' || c == '\t' || c == '\n' || c == ';' || c == '}';
    }

    private static Quotes quotes(int c, Quotes before) {
        return switch (before) {
            case NONE -> c == '"' ? Quotes.DOUBLE : c == '\'' ? Quotes.SINGLE : Quotes.NONE;
            case SINGLE -> c == '\'' ? Quotes.NONE : Quotes.SINGLE;
            case DOUBLE -> c == '"' ? Quotes.NONE : Quotes.DOUBLE;
        };
    }

    private void append(StringBuilder word, int c, Quotes quotes, boolean start) throws WordsException {
        if (c == '\n') {
            word.append('\n');
            skipIndent();
        } else if (quotes == Quotes.SINGLE) {
            word.append((char) c);
        } else if (c == '\\') {
            escape(word);
        } else if (c == '~' && start) {
            home(word);
        } else if (c == '$') {
            variable(word);
        } else {
            word.append((char) c);
        }
    }

    /** Within quotes, blanks and comments at the beginning of a line do not count. */
    private void skipIndent() {
        while (peek() == ' ' || peek() == '\t') {
            read();
        }
        boolean format = position + 1 < text.length() && ",#{}:".indexOf(text.charAt(position + 1)) >= 0;
        if (peek() == '#' && !format) {
            skipComment();
        }
    }

    private void escape(StringBuilder word) throws WordsException {
        int c = read();
        switch (c) {
            case END -> throw error("syntax error");
            case 'a' -> word.append('\u0007');
            case 'b' -> word.append('\b');
            case 'e' -> word.append('\u001b');
            case 'f' -> word.append('\f');
            case 's' -> word.append(' ');
            case 'v' -> word.append('\u000b');
            case 'r' -> word.append('\r');
            case 'n' -> word.append('\n');
            case 't' -> word.append('\t');
            case 'u' -> unicode(word, c, 4);
            case 'U' -> unicode(word, c, 8);
            case '0', '1', '2', '3' -> octal(word, c);
            case '4', '5', '6', '7' -> throw error("invalid octal escape");
            default -> word.append((char) c);
        }
    }

    private void octal(StringBuilder word, int first) throws WordsException {
        int second = read();
        int third = read();
        if (second < '0' || second > '7' || third < '0' || third > '7') {
            throw error("invalid octal escape");
        }
        word.append((char) (64 * (first - '0') + 8 * (second - '0') + third - '0'));
    }

    private void unicode(StringBuilder word, int kind, int digits) throws WordsException {
        int codePoint = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
                throw error("invalid \\" + (char) kind + " argument");
            }
            codePoint = codePoint * 16 + digit;
            read();
        }
        if (!Character.isValidCodePoint(codePoint)) {
            throw error("invalid \\" + (char) kind + " argument");
        }
        word.appendCodePoint(codePoint);
    }

    private void home(StringBuilder word) throws WordsException {
        StringBuilder user = new StringBuilder();
        while (peek() != END && "/ \t\n\"';}".indexOf(peek()) < 0) {
            user.append((char) read());
        }
        Optional<String> home = surroundings.home().apply(user.toString());
        word.append(home.orElseThrow(() -> error("no home directory for ~" + user)));
    }

    private void variable(StringBuilder word) throws WordsException {
        boolean braces = peek() == '{';
        if (!braces && !isVariable(peek(), true)) {
            word.append('$');
            return;
        }
        if (braces) {
            read();
        }
        StringBuilder name = new StringBuilder();
        while (isVariable(peek(), name.isEmpty())) {
            name.append((char) read());
        }
        if (braces && (name.isEmpty() || read() != '}')) {
            throw error("invalid environment variable");
        }
        surroundings.variable().apply(name.toString()).ifPresent(word::append);
    }

    static boolean isVariable(int c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return letter || (!first && c >= '0' && c <= '9');
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isVariable(name.charAt(i), i == 0)) {
                return false;
            }
        }
        return true;
    }

    WordsException error(String message) {
        return new WordsException(line, message);
    }

    /** The next character; lines joined by a backslash are one, and CR LF is LF. */
    private int read() {
        skipJoins();
        if (position >= text.length()) {
            return END;
        }
        char c = text.charAt(position++);
        if (c == '\r' && position < text.length() && text.charAt(position) == '\n') {
            c = text.charAt(position++);
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() {
        skipJoins();
        return position < text.length() ? text.charAt(position) : END;
    }

    private void unread(int c) {
        if (c != END) {
            position--;
            line -= c == '\n' ? 1 : 0;
        }
    }

    private void skipJoins() {
        while (position + 1 < text.length() && text.charAt(position) == '\\' && text.charAt(position + 1) == '\n'
                && !escaped()) {
            position += 2;
            line++;
        }
    }

    /** Whether the backslash at hand is itself escaped by the one before it. */
    private boolean escaped() {
        int backslashes = 0;
        while (position > backslashes && text.charAt(position - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
