package io.ccmux.server.pty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

class NativeSignalsTest {
    private static final int SIGTTIN = 21;
    private static final int SIGTTOU = 22;
    private static final Pointer SIG_IGN = new Pointer(1);

    @Test
    void programsIgnoreNothingThatThisProcessIgnored() throws IOException {
        NativeSignals.defaultForIgnored();
        ignore(SIGTTIN);
        ignore(SIGTTOU);
        try (var rig = new PtyRig()) {
            assertEquals(1L << (SIGTTIN - 1) | 1L << (SIGTTOU - 1), ignored(rig, 1));
            assertTrue(NativeSignals.defaultForIgnored());
            assertEquals(0, ignored(rig, 2));
        }
        assertFalse(NativeSignals.defaultForIgnored());
    }

    private static void ignore(int signal) {
        Function.getFunction("c", "signal").invokePointer(new Object[]{signal, SIG_IGN});
    }

    /** What a program ignores, but for the two signals that are the C library's own. */
    private static long ignored(PtyRig rig, int run) {
        var life = rig.spawn(run, PtyRig.SIZE, "/bin/grep", "SigIgn", "/proc/self/status");
        assertEquals("exit 0", rig.awaitEnd(life));
        return Long.parseUnsignedLong(life.text().split("\\s+")[1], 16) & ~(3L << 31);
    }
}
