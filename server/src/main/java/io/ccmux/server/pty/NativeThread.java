package io.ccmux.server.pty;

/** The thread that runs, as the system sees it: Java's own priorities mean nothing to it. */
public final class NativeThread {
    /** How little it takes when the processors are busy: a tenth of what another thread gets. */
    private static final int NICE = 10;

    private NativeThread() {}

    /** From now on this thread runs when the others of the process leave a processor to it. */
    public static void yieldToOthers() {
        Libc.nice(NICE);
    }
}
