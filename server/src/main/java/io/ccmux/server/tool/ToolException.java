package io.ccmux.server.tool;

/** What a user should read, in one line; the exit status is 1. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    ToolException(String message) {
        super(message);
    }
}
