package io.ccmux.server.terminal;

/** Bytes that are not the image of a terminal. */
public final class CorruptImageException extends Exception {
    private static final long serialVersionUID = 1;

    CorruptImageException(String what) {
        super(what);
    }
}
