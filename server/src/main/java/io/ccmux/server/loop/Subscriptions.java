package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.format.World;
import io.ccmux.server.mux.Session;

/**
 * Formats that a client in control mode wants to be told of when their value changes, looked at once a second.
 *
 * <pre>
 *   %subscription-changed NAME $1 @2 3 %4 : VALUE        session, window, its index, pane; - where there is none
 * </pre>
 */
final class Subscriptions {
    private static final long PAUSE_MILLIS = 1_000;
    private static final int SUBSCRIPTIONS_MAX = 256;

    /** A format; {@code what} is empty for the session, else {@code %N}, {@code %*}, {@code @N} or {@code @*}. */
    private record Subscription(String what, String format, Map<String, String> values) {}

    private final Core core;
    private final ControlClient client;
    private final Formats formats = new Formats();
    private final Map<String, Subscription> byName = new LinkedHashMap<>();
    private boolean timed;

    Subscriptions(Core core, ControlClient client) {
        this.core = core;
        this.client = client;
    }

    /** {@code refresh-client -B name:what:format}, or {@code name} alone, which ends it. */
    void set(String text, World world) {
        String[] parts = text.split(":", 3);
        if (parts.length < 3) {
            byName.remove(parts[0]);
        } else if (byName.size() < SUBSCRIPTIONS_MAX) {
            byName.put(parts[0], new Subscription(parts[1], parts[2], new HashMap<>()));
            time(world);
        }
    }

    void close() {
        byName.clear();
    }

    private void time(World world) {
        if (!timed) {
            timed = true;
            core.timers().after(PAUSE_MILLIS, () -> {
                timed = false;
                client.session().flatMap(core.mux()::find).ifPresent(session -> byName.forEach(
                        (name, subscription) -> look(name, subscription, session, world)));
                if (!byName.isEmpty()) {
                    time(world);
                }
            });
        }
    }

    private void look(String name, Subscription of, Session session, World world) {
        if (of.what().isEmpty()) {
            tell(name, of, session.id() + " - - -", Subject.of(world, session));
            return;
        }
        session.windows().forEach((index, id) -> {
            String place = session.id() + " " + id + " " + index + " ";
            if (of.what().equals("@*") || of.what().equals(id.toString())) {
                tell(name, of, place + "-", Subject.of(world, session, index));
            }
            for (var pane : List.copyOf(core.mux().window(id).panes())) {
                if (of.what().equals("%*") || of.what().equals(pane.toString())) {
                    tell(name, of, place + pane, Subject.of(world, session, index, core.mux().pane(pane)));
                }
            }
        });
    }

    private void tell(String name, Subscription of, String place, Subject subject) {
        String value = formats.expandTime(of.format(), subject);
        if (!value.equals(of.values().put(place, value))) {
            client.tell("%subscription-changed " + name + " " + place + " : " + value);
        }
    }
}
