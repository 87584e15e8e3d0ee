package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.Map;

/** What is to be done when its time comes. */
final class Timers {
    private final Outside outside;
    private final Map<Long, Runnable> set = new HashMap<>();
    private long next;

    Timers(Outside outside) {
        this.outside = outside;
    }

    /** Runs the deed once, on the session thread; the number cancels it. */
    long after(long millis, Runnable deed) {
        long timer = ++next;
        set.put(timer, deed);
        outside.timer(timer, millis);
        return timer;
    }

    void cancel(long timer) {
        set.remove(timer);
    }

    void tick(long timer) {
        var deed = set.remove(timer);
        if (deed != null) {
            deed.run();
        }
    }
}
