package io.ccmux.server.loop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;

/**
 * What panes print, for a client in control mode: sent at once while the client reads, kept while it does not, and with
 * {@code pause-after} given up when it is too old, until the client says {@code continue}.
 *
 * <pre>
 *   %output %1 TEXT                  bytes below 32 and the backslash are \ and three octal digits
 *   %extended-output %1 AGE : TEXT   with pause-after; AGE is how many milliseconds old it is
 *   %pause %1                        nothing more of this pane
 *   %continue %1
 * </pre>
 */
final class ControlOutput {
    private static final int KEPT_BYTES_MAX = 8 << 20;
    private static final long KEPT_MICROS_MAX = 300_000_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private record Kept(PaneId pane, byte[] bytes, long micros) {}

    private final Core core;
    private final ControlClient client;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Set<PaneId> off = new HashSet<>();
    private final Set<PaneId> paused = new HashSet<>();
    private long keptBytes;
    private boolean none;
    private int pauseSeconds;
    private boolean closed;

    ControlOutput(Core core, ControlClient client) {
        this.core = core;
        this.client = client;
    }

    /** Obeys the flags that concern output. */
    void flags(ClientFlags flags) {
        none = flags.noOutput();
        pauseSeconds = flags.pauseSeconds();
        if (none) {
            kept.clear();
            keptBytes = 0;
        }
    }

    /** {@code refresh-client -A}: on, off, continue or pause. */
    void state(PaneId pane, String state) {
        switch (state) {
            case "on" -> off.remove(pane);
            case "off" -> off.add(pane);
            case "continue" -> {
                if (paused.remove(pane)) {
                    client.tell("%continue " + pane);
                }
            }
            case "pause" -> pause(pane);
            default -> {
            }
        }
    }

    private void pause(PaneId pane) {
        if (paused.add(pane)) {
            kept.removeIf(one -> one.pane().equals(pane));
            keptBytes = kept.stream().mapToLong(one -> one.bytes().length).sum();
            client.tell("%pause " + pane);
        }
    }

    /** A pane printed something; returns false if the client is too far behind to go on. */
    boolean printed(PaneId pane, byte[] bytes) {
        if (closed || none || off.contains(pane) || paused.contains(pane) || !shown(pane)) {
            return true;
        }
        if (kept.isEmpty() && core.outside().writable(client.id())) {
            tell(new Kept(pane, bytes, core.outside().micros()));
            return true;
        }
        kept.add(new Kept(pane, bytes, core.outside().micros()));
        keptBytes += bytes.length;
        long age = core.outside().micros() - kept.peek().micros();
        if (pauseSeconds > 0 && (age > pauseSeconds * MICROS_PER_SECOND || keptBytes > KEPT_BYTES_MAX)) {
            pause(kept.peek().pane());
            return true;
        }
        return keptBytes <= KEPT_BYTES_MAX && age <= KEPT_MICROS_MAX;
    }

    private boolean shown(PaneId id) {
        var session = client.session().flatMap(core.mux()::find).map(Session::windows);
        return core.mux().find(id).filter(pane -> session.filter(windows -> windows.containsValue(pane.window()))
                .isPresent()).isPresent();
    }

    /** The client reads again. */
    void ready() {
        while (!kept.isEmpty() && core.outside().writable(client.id())) {
            var next = kept.poll();
            keptBytes -= next.bytes().length;
            tell(next);
        }
    }

    private void tell(Kept what) {
        var line = new ByteArrayOutputStream(what.bytes().length + 32);
        long age = (core.outside().micros() - what.micros()) / MICROS_PER_MILLI;
        line.writeBytes((pauseSeconds > 0
                ? "%extended-output " + what.pane() + " " + age + " : "
                : "%output " + what.pane() + " ").getBytes(StandardCharsets.US_ASCII));
        for (byte b : what.bytes()) {
            if (b >= 0 && b < ' ' || b == '\\') {
                line.write('\\');
                line.write('0' + (b >> 6));
                line.write('0' + (b >> 3 & 7));
                line.write('0' + (b & 7));
            } else {
                line.write(b);
            }
        }
        client.tell(line.toByteArray());
    }

    void close() {
        closed = true;
        kept.clear();
    }
}
