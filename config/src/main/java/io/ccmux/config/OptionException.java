package io.ccmux.config;

/** What is wrong with an option or its value, in the one line that the user reads. */
public final class OptionException extends Exception {
    private static final long serialVersionUID = 1;

    public OptionException(String message) {
        super(message);
    }
}
