package io.ccmux.protocol;

/** The version of the language that clients and the server speak; both ends must speak the same one. */
public final class ProtocolVersion {
    public static final int CURRENT = 1;

    private ProtocolVersion() {}
}
