package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowEvent;

/** What commands that make panes have in common. */
final class NewPanes {
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final Map<Character, String> ESCAPES = Map.of('\n', "\\n", '\t', "\\t", '\r', "\\r", '\b', "\\b",
            '\u0007', "\\a", '\u000b', "\\v", '\f', "\\f", '\0', "\\000");

    private NewPanes() {}

    /**
     * A window with one pane.
     *
     * @param link the event by which a session holds it
     */
    record NewWindow(SessionEvent link, Size size, Launch launch, int historyLimit) {
        /** @param name the user's name for it; empty to be called after its program */
        List<Event> events(Mux mux, Optional<String> name, long micros) {
            var window = mux.nextWindow();
            var pane = mux.nextPane();
            List<Event> events = new ArrayList<>();
            events.add(new WindowEvent.Created(window, name.orElseGet(() -> WindowNames.of(launch)), size, micros));
            name.ifPresent(given -> events.add(WindowNames.keptFor(window)));
            events.add(link);
            events.add(new PaneEvent.Opened(pane, window, launch, size, historyLimit));
            events.add(new WindowEvent.LaidOut(window, Layout.single(pane, size)));
            return events;
        }
    }

    /**
     * Starts the program of a pane that the events made, then goes on; if it cannot be started the pane goes again.
     *
     * @param failure stands before the reason if it cannot
     */
    static Decision start(List<Event> events, PaneId pane, String failure, Decision.Continuation then) {
        return Decision.of(events).await(new Effect.Spawn(pane), (outcome, mux) -> {
            if (!(outcome instanceof Outcome.Failed(var why))) {
                return then.resume(outcome, mux);
            }
            var gone = mux.find(pane).isPresent() ? Closing.pane(mux, pane) : List.<Event>of();
            return Decision.of(gone).and(new Effect.Complain(failure + why));
        });
    }

    /** The decision, then another one made when its events are part of the state. */
    static Decision afterwards(Decision decision, Decision.Continuation then) {
        return decision.await(new Effect.Delay(0), then);
    }

    /** Where a pane is to be found once it is there. */
    static Optional<Targets.Place> place(Mux mux, SessionId session, PaneId pane) {
        return mux.find(pane).flatMap(found -> mux.find(session).flatMap(holder -> holder.index(found.window())
                .map(index -> new Targets.Place(holder, index, mux.window(found.window()), found))));
    }

    /** A name that can be shown in one line; what cannot be printed is written as an escape. */
    static String printable(String name) {
        return UNPRINTABLE.matcher(name).replaceAll(match -> Matcher.quoteReplacement(escape(
                match.group().charAt(0))));
    }

    private static String escape(char c) {
        return ESCAPES.getOrDefault(c, "\\%03o".formatted((int) c));
    }
}
