package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.mux.Session;

/** What the user means by a place for a window, which need not be taken: {@code session:index} and parts of that. */
final class SlotTargets {
    /**
     * A place for a window in a session, whether there is one or not.
     *
     * @param beside the window that {@code -a} and {@code -b} refer to: the current one unless an index was given
     */
    record Slot(Session session, Optional<Integer> index, Optional<Integer> beside) {
        static Slot none(Session session) {
            return new Slot(session, Optional.empty(), Optional.of(session.current()));
        }

        static Slot at(Session session, int index) {
            return new Slot(session, Optional.of(index), Optional.of(index).filter(session.windows()::containsKey));
        }

        static Slot offset(Session session, int index) {
            return new Slot(session, Optional.of(index), Optional.of(session.current()));
        }
    }

    private final Targets targets;

    SlotTargets(Targets targets) {
        this.targets = targets;
    }

    /** Where a window is to be put: {@code session:index}, {@code session:} for the next free place, or an offset. */
    Slot slot(Optional<String> target) throws CommandException {
        if (target.isEmpty() || target.get().isEmpty()) {
            return Slot.none(targets.current().session());
        }
        var parts = Targets.parts(target.get(), Targets.Kind.WINDOW);
        if (parts.pane().isPresent()) {
            throw new CommandException("can't specify pane here");
        }
        if (parts.session().isEmpty() && !parts.windowOnly() && parts.window().isPresent()) {
            return slotAnywhere(parts.window().get());
        }
        var session = parts.session().isEmpty()
                ? targets.current().session()
                : targets.sessionOrFail(parts.session().get());
        return parts.window().isEmpty()
                ? Slot.none(session)
                : slotIn(session, parts.window().get()).orElseThrow(() -> new CommandException("can't find window: "
                        + parts.window().get()));
    }

    private Slot slotAnywhere(String word) throws CommandException {
        if (word.startsWith("@") && word.length() > 1) {
            var place = targets.windowAnywhere(word, true);
            return Slot.at(place.session(), place.index());
        }
        return targets.currentSession().flatMap(here -> slotIn(here, word))
                .or(() -> targets.findSession(word).map(Slot::none))
                .orElseThrow(() -> new CommandException("can't find window: " + word));
    }

    private Optional<Slot> slotIn(Session session, String word) {
        if (word.startsWith("+") || word.startsWith("-")) {
            return Optional.of(session.current() + Targets.offset(word)).filter(index -> index >= 0)
                    .map(index -> Slot.offset(session, index));
        }
        return Targets.number(word).or(() -> targets.findWindow(session, word)).map(index -> Slot.at(session, index));
    }
}
