package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.command.Effect;
import io.ccmux.server.mux.Event;

/**
 * What came of a key or a command in a mode.
 *
 * @param events  to be remembered, one transaction
 * @param effects to be performed then
 * @param closed  whether the mode is over
 * @param redraw  whether it looks different now
 */
public record ModeResult(List<Event> events, List<Effect> effects, boolean closed, boolean redraw) {
    /** Nothing happened. */
    public static final ModeResult NOTHING = new ModeResult(List.of(), List.of(), false, false);
    /** It looks different now, and that is all. */
    public static final ModeResult REDRAW = new ModeResult(List.of(), List.of(), false, true);
    /** It is over. */
    public static final ModeResult CLOSED = new ModeResult(List.of(), List.of(), true, true);

    public ModeResult {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }

    static ModeResult of(List<? extends Event> events, List<Effect> effects) {
        return new ModeResult(List.copyOf(events), effects, false, true);
    }

    static ModeResult of(Effect... effects) {
        return of(List.of(), List.of(effects));
    }

    ModeResult closing() {
        return new ModeResult(events, effects, true, true);
    }

    /** Both, the other one after this one. */
    public ModeResult and(ModeResult other) {
        var bothEvents = new ArrayList<>(events);
        bothEvents.addAll(other.events);
        var bothEffects = new ArrayList<>(effects);
        bothEffects.addAll(other.effects);
        return new ModeResult(bothEvents, bothEffects, closed || other.closed, redraw || other.redraw);
    }
}
