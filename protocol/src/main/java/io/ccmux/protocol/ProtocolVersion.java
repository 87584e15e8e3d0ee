package io.ccmux.protocol;

/** The version of the language that clients and the server speak; both ends must speak the same one. */
public final class ProtocolVersion {
    /** Goes up by one with every change of a message. */
    public static final int CURRENT = 3;
    /** The version of the program, as {@code ccmux -V} prints it. */
    public static final String BUILD = "0.1.0";

    private ProtocolVersion() {}

    /** What a client of another version is told. */
    public static String mismatch(int server, int client) {
        return "protocol version mismatch (client " + client + ", server " + server + ")";
    }
}
