package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.RunState;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Starts a program again in a pane where one has ended; with {@code -k} also where one still runs. */
record RespawnPane(RespawnPane.Form form) implements Command {
    private static final int HANG_UP = 1;

    /** The names under which it is known. */
    enum Form {
        PANE, WINDOW
    }

    @Override
    public Spec spec() {
        String usage = "[-k] [-c start-directory] [-e environment] [-t target-%s] [shell-command [argument ...]]";
        return switch (form) {
            case PANE -> new Spec("respawn-pane", "respawnp", usage.formatted("pane"));
            case WINDOW -> new Spec("respawn-window", "respawnw", usage.formatted("window"));
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        return form == Form.PANE ? pane(call, call.place(mux, 't'), mux) : window(call, call.window(mux, 't'), mux);
    }

    private static Decision pane(Call call, Targets.Place place, Mux mux) throws CommandException {
        if (runs(place.pane()) && !call.has('k')) {
            throw new CommandException("respawn pane failed: pane " + call.expand().at(place)
                    .text("#{session_name}:#{window_index}.#{pane_index}") + " still active");
        }
        return start(call, place, place.pane(), new ArrayList<>(), mux);
    }

    private static Decision window(Call call, Targets.Place place, Mux mux) throws CommandException {
        var window = place.window();
        boolean active = window.panes().stream().map(mux::pane).anyMatch(RespawnPane::runs);
        if (active && !call.has('k')) {
            throw new CommandException("respawn window failed: window " + place.session().name() + ":" + place.index()
                    + " still active");
        }
        var first = window.panes().getFirst();
        return start(call, place, mux.pane(first), new ArrayList<>(only(window)), mux);
    }

    /** The events by which only the first pane of a window remains. */
    private static List<Event> only(Window window) {
        var first = window.panes().getFirst();
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        if (!window.active().equals(first)) {
            events.add(new WindowEvent.PaneSelected(window.id(), first));
        }
        if (window.panes().size() > 1) {
            events.add(new WindowEvent.LaidOut(window.id(), Layout.single(first, window.size())));
            window.panes().stream().skip(1).forEach(pane -> events.add(new PaneEvent.Closed(pane)));
        }
        return events;
    }

    private static boolean runs(Pane pane) {
        return pane.state() == RunState.RUNNING || pane.state() == RunState.STARTING;
    }

    private static Decision start(Call call, Targets.Place place, Pane pane, List<Event> events, Mux mux) {
        events.add(new PaneEvent.Reset(pane.id()));
        events.add(new PaneEvent.RunBegan(pane.id(), pane.run() + 1, launch(call, place, pane, mux), ""));
        var decision = Decision.of(events);
        if (runs(pane)) {
            decision = decision.and(new Effect.Signal(pane.id(), HANG_UP));
        }
        return decision.await(new Effect.Spawn(pane.id()), (outcome, now) -> outcome instanceof Outcome.Failed(var why)
                ? Decision.of(new Effect.Complain("respawn pane failed: " + why))
                : Decision.NOTHING);
    }

    /** The program of the call, or the one before, where that one was started unless told otherwise. */
    private static Launch launch(Call call, Targets.Place place, Pane pane, Mux mux) {
        var old = pane.launch();
        var recipes = new Recipes(mux, call.scene(), Optional.of(place.session()));
        String directory = call.has('c') ? recipes.directory(call) : old.directory();
        var variables = new HashMap<>(old.environment());
        variables.putAll(Recipes.assignments(call.values('e')));
        return call.words().isEmpty()
                ? new Launch(old.arguments(), old.command(), directory, variables)
                : recipes.launch(call.words(), directory, variables);
    }
}
