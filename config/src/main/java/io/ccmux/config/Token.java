package io.ccmux.config;

/** What the lexer finds in command lines. */
sealed interface Token {

    /** A word; {@code assigns} when it has the form {@code NAME=value}. */
    record Word(String text, boolean assigns) implements Token {}

    /** {@code #{...}} after a condition. */
    record Format(String text) implements Token {}

    /** {@code %if} and its like, with the percent sign. */
    record Directive(String name) implements Token {}

    /** A mark of one character. */
    enum Mark implements Token {
        NEW_LINE, SEMICOLON, OPEN, CLOSE, END
    }
}
