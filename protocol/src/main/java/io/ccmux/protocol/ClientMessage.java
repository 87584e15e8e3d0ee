package io.ccmux.protocol;

import java.util.List;
import java.util.Map;

/** What a client says to the server. */
public sealed interface ClientMessage extends Message {

    /** Opens every connection; its layout never changes. */
    record Hello(int version, String build) implements ClientMessage {
        /** The greeting of this build. */
        public static final Hello OURS = new Hello(ProtocolVersion.CURRENT, ProtocolVersion.BUILD);
    }

    /**
     * Who the client is.
     *
     * @param directory its working directory, absolute
     * @param terminal the terminal it runs in
     * @param flags the bits of {@link ClientFlag}
     * @param environment its environment, within {@link MessageTable#ENVIRONMENT_BYTES_MAX}
     */
    record Identify(String directory, TerminalFacts terminal, int flags,
            Map<String, String> environment) implements ClientMessage {
        public boolean is(ClientFlag flag) {
            return flag.in(flags);
        }
    }

    /**
     * Asks for commands to be run.
     *
     * @param request answered by {@link ServerMessage.Done} with the same number, or by {@link ServerMessage.Attached}
     * @param words the words after the global flags, a word {@code ;} between two commands; none means: attach to the
     *            last session, or make one
     */
    record Run(int request, List<String> words) implements ClientMessage {}

    /** A piece of the client's standard input, sent only after {@link ServerMessage.WantStdin}. */
    record StdinData(byte[] bytes) implements ClientMessage {}

    /** The end of the client's standard input. */
    record StdinEnd() implements ClientMessage {}

    /** What the terminal of an attached client sent: keys, mouse, answers. In control mode: bytes of command lines. */
    record Input(byte[] bytes) implements ClientMessage {}

    /** The terminal of an attached client has a new size. */
    record Resized(WindowSize size) implements ClientMessage {}

    /** A frame was written to the terminal wholly; the next one may come. */
    record Drawn(long frame) implements ClientMessage {}

    /** The terminal is raw and the client keeps its hands off it, as {@link ServerMessage.Attached} wanted. */
    record HandedOver() implements ClientMessage {}

    /** The client is to stop: it waits for {@link ServerMessage.Suspend}, for the server has its terminal. */
    record Stopping() implements ClientMessage {}

    /** The client was stopped, goes on now and has its terminal raw again: draw all of it. */
    record Woken() implements ClientMessage {}

    /** An attached client goes away by itself, for instance {@code terminated} or {@code lost tty}. */
    record Leaving(String reason) implements ClientMessage {}
}
