package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** The channels of {@code wait-for}: signals that somebody waits for, and locks. */
final class Channels {
    /** A channel that somebody waits on, that was signalled before anybody waited, or that is locked. */
    private static final class Channel {
        final Queue<Runnable> waiters = new ArrayDeque<>();
        final Queue<Runnable> lockers = new ArrayDeque<>();
        boolean woken;
        boolean locked;

        boolean idle() {
            return waiters.isEmpty() && lockers.isEmpty() && !woken && !locked;
        }
    }

    private final Map<String, Channel> channels = new HashMap<>();

    private Channel channel(String name) {
        return channels.computeIfAbsent(name, any -> new Channel());
    }

    void await(String name, Runnable then) {
        var channel = channel(name);
        if (channel.woken) {
            channel.woken = false;
            forget(name, channel);
            then.run();
        } else {
            channel.waiters.add(then);
        }
    }

    void signal(String name) {
        var channel = channel(name);
        channel.woken = channel.waiters.isEmpty();
        var woken = new ArrayDeque<>(channel.waiters);
        channel.waiters.clear();
        forget(name, channel);
        woken.forEach(Runnable::run);
    }

    void lock(String name, Runnable then) {
        var channel = channel(name);
        if (channel.locked) {
            channel.lockers.add(then);
        } else {
            channel.locked = true;
            then.run();
        }
    }

    /** Returns whether the channel was locked. */
    boolean unlock(String name) {
        var channel = channel(name);
        if (!channel.locked) {
            forget(name, channel);
            return false;
        }
        var next = channel.lockers.poll();
        channel.locked = next != null;
        forget(name, channel);
        if (next != null) {
            next.run();
        }
        return true;
    }

    private void forget(String name, Channel channel) {
        if (channel.idle()) {
            channels.remove(name);
        }
    }
}
