package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;

/**
 * The answer to a call: what to remember, then what to do, then, perhaps, what to wait for and how to go on.
 *
 * <p>The events are one transaction. The effects are performed when it is written; what is printed, when it is as safe
 * as the durability mode promises.
 */
public record Decision(List<Event> events, List<Effect> effects, Optional<Awaited> awaited) {
    public static final Decision NOTHING = new Decision(List.of(), List.of(), Optional.empty());

    /** An effect whose outcome decides how to go on. The command is not finished before. */
    public record Awaited(Effect.Lasting effect, Continuation then) {}

    /** The rest of a command, decided on the state as it is by then. */
    @FunctionalInterface
    public interface Continuation {
        Decision resume(Outcome outcome, Mux mux) throws CommandException;
    }

    public Decision {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }

    public static Decision of(Event... events) {
        return new Decision(List.of(events), List.of(), Optional.empty());
    }

    public static Decision of(List<? extends Event> events) {
        return new Decision(List.copyOf(events), List.of(), Optional.empty());
    }

    public static Decision of(Effect... effects) {
        return new Decision(List.of(), List.of(effects), Optional.empty());
    }

    /** A text for the caller, a newline added. */
    public static Decision print(String text) {
        return of(new Effect.Print(text + "\n"));
    }

    /** These lines for the caller, or nothing if there are none. */
    public static Decision print(List<String> lines) {
        return lines.isEmpty() ? NOTHING : print(String.join("\n", lines));
    }

    public Decision and(Effect effect) {
        var more = new ArrayList<>(effects);
        more.add(effect);
        return new Decision(events, more, awaited);
    }

    public Decision and(Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Decision(more, effects, awaited);
    }

    /** Both, the other one after this one; at most one of them may wait. */
    public Decision and(Decision other) {
        var bothEvents = new ArrayList<>(events);
        bothEvents.addAll(other.events);
        var bothEffects = new ArrayList<>(effects);
        bothEffects.addAll(other.effects);
        return new Decision(bothEvents, bothEffects, awaited.isPresent() ? awaited : other.awaited);
    }

    /** The same, then waiting for an effect. */
    public Decision await(Effect.Lasting effect, Continuation then) {
        return new Decision(events, effects, Optional.of(new Awaited(effect, then)));
    }
}
