package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.Queue;

/** Holds back what must not be seen before the events that led to it are safe. */
final class Gate {
    /** Something to do once everything up to a serial is safe. */
    private record Held(long serial, Runnable deed) {}

    private final Queue<Held> held = new ArrayDeque<>();
    private long safe;

    Gate(long safe) {
        this.safe = safe;
    }

    /** Runs the deed now if the serial is safe and nothing waits before it, else when it is its turn. */
    void after(long serial, Runnable deed) {
        if (serial <= safe && held.isEmpty()) {
            deed.run();
        } else {
            held.add(new Held(serial, deed));
        }
    }

    /** Everything up to this serial is safe. */
    void open(long serial) {
        safe = Math.max(safe, serial);
        while (!held.isEmpty() && held.peek().serial() <= safe) {
            held.poll().deed().run();
        }
    }

    /** Nothing of what is held will ever be safe: runs all of it. What comes later waits as before. */
    void release() {
        while (!held.isEmpty()) {
            held.poll().deed().run();
        }
    }

    boolean waits() {
        return !held.isEmpty();
    }
}
