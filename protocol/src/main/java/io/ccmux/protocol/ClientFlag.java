package io.ccmux.protocol;

/** What is true of a client from its start to its end; one bit each in {@link ClientMessage.Identify}. */
public enum ClientFlag {
    /** It may be sent UTF-8: its locale says so, or {@code -u}. */
    UTF8,
    /** Its standard input is a terminal. */
    INPUT_TERMINAL,
    /** Its standard output is a terminal. */
    OUTPUT_TERMINAL,
    /** It speaks control mode: {@code -C}. */
    CONTROL,
    /** It speaks control mode inside a terminal that it made raw: {@code -CC}. */
    CONTROL_RAW,
    /** Its server was started for this very command. */
    STARTED_SERVER;

    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int flags) {
        return (flags & bit()) != 0;
    }
}
