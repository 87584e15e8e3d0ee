package io.ccmux.persistence;

import java.io.IOException;

/** The state directory belongs to a server that lives. */
public final class StateLockedException extends IOException {
    private static final long serialVersionUID = 1;

    public StateLockedException(String message) {
        super(message);
    }
}
