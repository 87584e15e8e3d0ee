package io.ccmux.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.FormatLog;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Session;

/** Formats as a command expands them: of one place, for one client, with what the command adds. Immutable. */
final class Expand {
    private final Subject subject;

    private Expand(Subject subject) {
        this.subject = subject;
    }

    /** Formats that speak of the calling client if it is attached, and of no place yet. */
    static Expand of(Scene scene) {
        return new Expand(Subject.of(scene.world()).with(MouseVariables.of(scene)).with(scene.variables()))
                .forClient(scene);
    }

    private Expand forClient(Scene scene) {
        return scene.attached().map(client -> new Expand(subject.with(client))).orElse(this);
    }

    /** Formats that speak of a pane, its window and the session in which that was found. */
    Expand at(Targets.Place place) {
        return keeping(Subject.of(subject.world(), place.session(), place.index(), place.pane()));
    }

    /** Formats that speak of a window, of its active pane and of the session in which that was found. */
    Expand atWindow(Targets.Place place) {
        return keeping(Subject.of(subject.world(), place.session(), place.index()));
    }

    /** Formats that speak of a session, its current window and the active pane of that. */
    Expand at(Session session) {
        return keeping(Subject.of(subject.world(), session));
    }

    /** Formats that speak of a client, and of what it shows unless another place comes after this. */
    Expand at(ClientView client) {
        return new Expand(Subject.of(subject.world(), client).with(subject.occasion()));
    }

    /** The same with one more variable, which comes before any other of its name. */
    Expand with(String name, String value) {
        return with(Map.of(name, value));
    }

    Expand with(Map<String, String> variables) {
        return new Expand(subject.with(variables));
    }

    private Expand keeping(Subject other) {
        var same = other.with(subject.occasion());
        return new Expand(subject.client().map(same::with).orElse(same));
    }

    String text(String format) {
        return new Formats().expand(format, subject);
    }

    /** As {@link #text}, with {@code %H:%M} and the like standing for the present time. */
    String timed(String format) {
        return new Formats().expandTime(format, subject);
    }

    /** As {@link #timed}, and how it came about. */
    String explained(String format, FormatLog log) {
        return new Formats().explain(format, subject, log);
    }

    /** The values of variables, in the order of their names. */
    Map<String, String> values(List<String> names) {
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, subject.value(name)));
        return values;
    }

    /** Whether the format's value is neither empty nor {@code 0}. */
    boolean holds(String format) {
        return new Formats().isTrue(format, subject);
    }

    /** What the formats speak of, for whoever expands by other means. */
    Subject subject() {
        return subject;
    }
}
