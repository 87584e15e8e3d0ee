package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.Recurrence;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Session;

/**
 * Has status lines drawn now and then while somebody looks at one, for they show the time: every
 * {@code status-interval}, or when another minute begins where nothing else can change in between.
 */
final class StatusClock {
    private static final long MICROS_PER_MINUTE = 60_000_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Core core;
    private final LiveWorld world;
    private final Runnable passed;
    private final Recurrence recurrence = new Recurrence();
    private Optional<Running> running = Optional.empty();
    private boolean changed;

    /** A timer and the time when it rings. */
    private record Running(long timer, long atMicros) {}

    /** @param passed has the status lines drawn */
    StatusClock(Core core, LiveWorld world, Runnable passed) {
        this.core = core;
        this.world = world;
        this.passed = passed;
    }

    /** Formats may be others. */
    void changed() {
        changed = true;
    }

    /** Something was drawn: sees to it that it will be again. */
    void keep() {
        if (running.isPresent() && !changed) {
            return;
        }
        changed = false;
        long now = core.outside().micros();
        long wait = core.clients().attached().stream().flatMap(client -> client.session().stream())
                .flatMap(id -> core.mux().find(id).stream()).mapToLong(session -> waitMicros(session, now))
                .filter(micros -> micros > 0).min().orElse(0);
        if (wait > 0 && running.stream().allMatch(clock -> clock.atMicros() > now + wait)) {
            running.ifPresent(clock -> core.timers().cancel(clock.timer()));
            running = Optional.of(new Running(core.timers().after(wait / 1_000 + 1, this::ring), now + wait));
        }
    }

    private void ring() {
        running = Optional.empty();
        passed.run();
    }

    /** How long a session's status line is good for; 0 for ever. */
    private long waitMicros(Session session, long now) {
        var options = session.options();
        long interval = options.number("status-interval") * MICROS_PER_SECOND;
        if (options.choice("status").equals("off") || interval == 0) {
            return 0;
        }
        long minute = MICROS_PER_MINUTE - Math.floorMod(now, MICROS_PER_MINUTE);
        return interval < MICROS_PER_MINUTE && recurrence.onlyMinutes(formats(options), Subject.of(world, session))
                ? minute
                : interval;
    }

    /** What may show the time on screens of a session. */
    private static List<String> formats(Options options) {
        List<String> formats = new ArrayList<>(options.array("status-format").values());
        if (options.flag("set-titles")) {
            formats.add(options.string("set-titles-string"));
        }
        return formats;
    }
}
