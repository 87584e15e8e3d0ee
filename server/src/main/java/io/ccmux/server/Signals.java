package io.ccmux.server;

import sun.misc.Signal;

/**
 * What SIGHUP and SIGUSR1 mean to a server: to read its configuration again, and to make its socket anew. They are
 * taken before the state directory is locked, for from then on somebody may send them, and their usual effect is the
 * end.
 */
final class Signals {
    private volatile Runnable hangUp = () -> {};
    private volatile Runnable user = () -> {};

    Signals() {
        Signal.handle(new Signal("HUP"), signal -> hangUp.run());
        Signal.handle(new Signal("USR1"), signal -> user.run());
    }

    /** From now on they have their effects. */
    void connect(Runnable onHangUp, Runnable onUser) {
        hangUp = onHangUp;
        user = onUser;
    }
}
