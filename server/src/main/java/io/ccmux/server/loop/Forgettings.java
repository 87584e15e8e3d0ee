package io.ccmux.server.loop;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.ccmux.server.command.Outcome;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.ServerEvent;

/**
 * How the past is forgotten: begun by an event, done on disk, ended by an event. What has no end when a server begins
 * was cut off, and is done again: doing it twice does no harm.
 */
final class Forgettings {
    private final Core core;

    Forgettings(Core core) {
        this.core = core;
    }

    /** Does what was begun under that number. Whoever asked for it is told if it fails, and may ask again. */
    void begin(int number, Consumer<Outcome> then) {
        perform(number, outcome -> {
            end(number);
            then.accept(outcome);
        });
    }

    /** Does again what another server had begun. If it fails it stays begun, for the next one. */
    void goOn() {
        core.mux().continuity().forgettings().forEach((number, panes) -> perform(number, outcome -> {
            if (!(outcome instanceof Outcome.Failed)) {
                end(number);
            }
            told(panes, outcome);
        }));
    }

    private void perform(int number, Consumer<Outcome> then) {
        var panes = Set.copyOf(core.mux().continuity().forgettings().get(number));
        core.outside().forget(panes, core.jobs().begin(then));
    }

    private void end(int number) {
        core.ledger().commit(List.of(new ServerEvent.ForgettingEnded(number)));
    }

    private void told(List<PaneId> panes, Outcome outcome) {
        core.log().message(core.outside().micros(), "forget" + name(panes) + " was cut off, and is "
                + (outcome instanceof Outcome.Failed(String why) ? "not done: " + why : "done now"));
    }

    private static String name(List<PaneId> panes) {
        return panes.isEmpty()
                ? " -a"
                : panes.stream().map(PaneId::toString).collect(Collectors.joining(", ", " -t ", ""));
    }
}
