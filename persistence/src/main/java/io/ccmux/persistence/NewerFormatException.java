package io.ccmux.persistence;

import java.io.IOException;

/** The state directory was written by a newer ccmux; nothing in it was touched. */
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1;

    public NewerFormatException(String message) {
        super(message);
    }
}
