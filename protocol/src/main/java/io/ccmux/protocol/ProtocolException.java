package io.ccmux.protocol;

import java.io.IOException;

/**
 * What came over the socket is not what the protocol says; the message is one line. The connection is of no more use.
 */
public final class ProtocolException extends IOException {
    public ProtocolException(String message) {
        super(message);
    }
}
