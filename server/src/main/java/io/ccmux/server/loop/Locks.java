package io.ccmux.server.loop;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;

/** Locks the terminals of sessions that nobody has typed in for as long as {@code lock-after-time} says. */
final class Locks {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Core core;
    private final Consumer<ClientId> lock;
    private final Set<SessionId> watched = new HashSet<>();

    Locks(Core core, Consumer<ClientId> lock) {
        this.core = core;
        this.lock = lock;
    }

    /** Watches the sessions that want it; to be called when options may have changed. */
    void watch() {
        for (var session : core.mux().sessions()) {
            if (seconds(session) > 0 && watched.add(session.id())) {
                look(session.id(), seconds(session) * MILLIS_PER_SECOND);
            }
        }
    }

    private static int seconds(Session session) {
        return session.options().number("lock-after-time");
    }

    private void look(SessionId id, long millis) {
        core.timers().after(millis, () -> {
            int seconds = core.mux().find(id).map(Locks::seconds).orElse(0);
            if (seconds == 0) {
                watched.remove(id);
                return;
            }
            var clients = core.clients().attached(id).stream().filter(client -> !client.flags().suspended()).toList();
            long now = core.outside().micros();
            long used = clients.stream().mapToLong(Client::activityMicros).max().orElse(now);
            long left = seconds * MICROS_PER_SECOND - (now - used);
            if (left <= 0) {
                clients.forEach(client -> lock.accept(client.id()));
                left = seconds * MICROS_PER_SECOND;
            }
            look(id, Math.max(1, left / MILLIS_PER_SECOND));
        });
    }
}
