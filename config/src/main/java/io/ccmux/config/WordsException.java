package io.ccmux.config;

/** Command lines that cannot be read; the message has no line number, which is beside it. */
public final class WordsException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    public WordsException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line where reading stopped, counted from 1. */
    public int line() {
        return line;
    }
}
