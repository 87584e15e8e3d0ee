package io.ccmux.client;

/** The command line is wrong; the message is one line that says how. */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
