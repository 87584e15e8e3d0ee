package io.ccmux.persistence;

import java.io.IOException;

/** Somebody would rather have no server than one that has lost what a recovery would give up; nothing was touched. */
public final class RecoveryRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public RecoveryRefusedException(String message) {
        super(message);
    }
}
