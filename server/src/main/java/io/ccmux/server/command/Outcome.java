package io.ccmux.server.command;

/** How an effect that a decision waited for came out. */
public sealed interface Outcome {
    /** It was done and there is nothing to tell. */
    record Done() implements Outcome {}

    /** It could not be done; one line says why. */
    record Failed(String message) implements Outcome {}

    /** A shell command ended with this status (128 + N if signal N ended it) and printed this. */
    record Finished(int status, byte[] output) implements Outcome {}

    /** The server did something of its own and tells of it; or not {@code well}, and tells why not. */
    record Reported(boolean well, Told told) implements Outcome {}

    /** A file was read. */
    record Read(byte[] bytes) implements Outcome {}

    /**
     * The user changed the answer to a prompt that tells every change. The prompt stays, so the decision on this must
     * not wait for anything; another outcome follows.
     */
    record Typed(String text) implements Outcome {}

    /** The user answered a prompt. */
    record Answered(String text) implements Outcome {}
}
