package io.ccmux.server;

import java.io.IOException;

import io.ccmux.server.pty.NativeSignals;
import sun.misc.Signal;

/**
 * What SIGHUP and SIGUSR1 mean to a server: to read its configuration again, and to make its socket anew. They are
 * taken before the state directory is locked, for from then on somebody may send them, and their usual effect is the
 * end.
 */
final class Signals {
    private volatile Runnable hangUp = () -> {};
    private volatile Runnable user = () -> {};

    /** Java leaves alone what was ignored when it started, and programs in panes would ignore it, too. */
    Signals() throws IOException {
        if (NativeSignals.defaultForIgnored()) {
            stopOn("INT");
            stopOn("TERM");
        }
        Signal.handle(new Signal("HUP"), signal -> hangUp.run());
        Signal.handle(new Signal("USR1"), signal -> user.run());
    }

    /** What Java does of itself about a signal that was not ignored. */
    private static void stopOn(String name) {
        Signal.handle(new Signal(name), signal -> System.exit(128 + signal.getNumber()));
    }

    /** From now on they have their effects. */
    void connect(Runnable onHangUp, Runnable onUser) {
        hangUp = onHangUp;
        user = onUser;
    }
}
