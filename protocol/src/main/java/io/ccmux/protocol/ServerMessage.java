package io.ccmux.protocol;

/** What the server says to a client. */
public sealed interface ServerMessage extends Message {
    /** Marks what the client leaves its terminal for: whoever has it at hand must not read it any more. */
    interface LeavesTerminal {}

    /** Answers {@link ClientMessage.Hello}; its layout never changes. */
    record Welcome(int version, long serverPid, String build) implements ServerMessage {}

    /** The connection is not wanted; the line says why and the server closes. Its layout never changes. */
    record Refused(String line) implements ServerMessage {}

    /** Bytes for the client's standard output (stream 1) or standard error (stream 2). */
    record Print(int request, int stream, byte[] bytes) implements ServerMessage {}

    /** A request is finished; the client ends with this exit status unless it is attached. */
    record Done(int request, int status) implements ServerMessage {}

    /** The server wants the client's standard input, for instance for {@code load-buffer -}. */
    record WantStdin(int request) implements ServerMessage {}

    /**
     * The client is attached to a session: it makes its terminal raw and becomes a pipe, or steps aside.
     *
     * @param direct whether the server reads and writes the terminal itself, after {@link ClientMessage.HandedOver} and
     *            until it says something that {@link LeavesTerminal}; else keys travel as
     *            {@link ClientMessage.Input} and frames as {@link Draw}
     */
    record Attached(String session, boolean direct) implements ServerMessage {}

    /**
     * A frame for the terminal, to be written wholly and then acknowledged by {@link ClientMessage.Drawn}.
     *
     * @param frame its number
     * @param last false for a part of a frame that was too long for one message; only the last part is acknowledged
     */
    record Draw(long frame, boolean last, byte[] bytes) implements ServerMessage {
        public Draw(long frame, byte[] bytes) {
            this(frame, true, bytes);
        }
    }

    /** What puts the terminal right when it is left; kept by the client for the day the server crashes. */
    record Restore(byte[] bytes) implements ServerMessage {}

    /** The session to attach to after a crash, as a target that survives renaming: {@code $3}. */
    record Resume(String target) implements ServerMessage {}

    /** The client leaves its terminal and stops itself, as {@code suspend-client} wants it. */
    record Suspend() implements ServerMessage, LeavesTerminal {}

    /** The client gives its terminal to this shell command, and has it back when that ends ({@code lock-client}). */
    record Lock(String command) implements ServerMessage, LeavesTerminal {}

    /** The client leaves its terminal and becomes this shell command ({@code detach-client -E}). */
    record Exec(String command) implements ServerMessage, LeavesTerminal {}

    /** The client hangs up its parent when it ends ({@code detach-client -P}); followed by {@link Bye}. */
    record HangUpParent() implements ServerMessage {}

    /** The server closes this connection on purpose; the client prints the reason, if any, and ends. */
    record Bye(String reason, int status) implements ServerMessage, LeavesTerminal {}
}
