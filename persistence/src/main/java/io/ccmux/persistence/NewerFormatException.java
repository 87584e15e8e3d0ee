package io.ccmux.persistence;

import java.io.IOException;

/** The state directory was written by a newer ccmux; nothing in it was touched. */
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private NewerFormatException(String message) {
        super(message);
    }

    static NewerFormatException of(String what, int found, int known) {
        return new NewerFormatException(what + " has format " + found + ", this ccmux knows formats up to " + known
                + "; use a newer ccmux, or start beside it with -L NAME");
    }

    static NewerFormatException ofType(int type, int version, int known) {
        return new NewerFormatException("record type " + type + " version " + version + " is not known, "
                + (known == 0 ? "nor is the type" : "only up to version " + known)
                + "; use a newer ccmux, or start beside it with -L NAME");
    }
}
