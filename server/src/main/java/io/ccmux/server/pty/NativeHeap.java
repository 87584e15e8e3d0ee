package io.ccmux.server.pty;

/** The memory that the C library has for this process. */
public final class NativeHeap {
    private NativeHeap() {}

    /** Gives back to the system what was freed; a C library that cannot do that keeps it. */
    public static void trim() {
        Libc.trim();
    }
}
