package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process ignores, and so would every program that it starts: {@code nohup} ignores SIGHUP, a script SIGINT
 * and SIGQUIT in what it starts in the background.
 */
public final class NativeSignals {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final int LAST = 64;
    /** The C library keeps these two for its threads: they mean nothing to programs, and it lets nobody set them. */
    private static final long OF_THE_LIBRARY = bit(32) | bit(33);

    private NativeSignals() {}

    /** Gives all signals that are ignored their default effect; false if there was none. */
    public static boolean defaultForIgnored() throws IOException {
        long ignored = ignored() & ~OF_THE_LIBRARY;
        for (int signal = 1; signal <= LAST; signal++) {
            if ((ignored & bit(signal)) != 0) {
                Libc.defaultEffect(signal);
            }
        }
        return ignored != 0;
    }

    private static long ignored() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(IGNORED)) {
                return Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16);
            }
        }
        return 0;
    }

    private static long bit(int signal) {
        return 1L << (signal - 1);
    }
}
