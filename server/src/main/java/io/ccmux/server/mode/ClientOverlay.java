package io.ccmux.server.mode;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.PromptLine;

/** Something over a client's screen that takes the client's keys: a prompt, a menu, the numbers of panes. */
public interface ClientOverlay {
    /** A key that the client's user pressed; where the mouse did something, the scene says where. */
    Result key(Key key, Scene scene);

    /** Text that the client's user pasted. */
    Result paste(String text, Scene scene);

    /** Something that the mouse did, if that is its business rather than that of the keys it is bound to. */
    default Optional<Result> mouse(MouseEvent event, Scene scene) {
        return Optional.empty();
    }

    /** What it shows on the line of messages, if it is a prompt. */
    default Optional<PromptLine> prompt() {
        return Optional.empty();
    }

    /**
     * Paints on the client's whole screen.
     *
     * @param messageLine the row in which messages and prompts stand
     */
    void draw(Canvas canvas, int messageLine, Scene scene);

    /**
     * What came of a key.
     *
     * @param outcome  for whoever awaits this overlay
     * @param effects  to be performed
     * @param closed   whether the overlay is gone; if it was awaited, there is an outcome
     * @param unused   a key that the overlay did not want and that now acts as usual
     */
    record Result(Optional<Outcome> outcome, List<Effect> effects, boolean closed, Optional<Key> unused) {
        static final Result STAYS = new Result(Optional.empty(), List.of(), false, Optional.empty());
        static final Result CLOSED = new Result(Optional.empty(), List.of(), true, Optional.empty());

        static Result closed(Outcome outcome) {
            return new Result(Optional.of(outcome), List.of(), true, Optional.empty());
        }

        static Result told(Outcome outcome) {
            return new Result(Optional.of(outcome), List.of(), false, Optional.empty());
        }

        static Result closed(Effect... effects) {
            return new Result(Optional.empty(), List.of(effects), true, Optional.empty());
        }
    }
}
