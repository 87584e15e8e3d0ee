package io.ccmux.server.mode;

import java.util.Optional;

import io.ccmux.server.command.CommandException;
import io.ccmux.server.command.CommandLines;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Binding;
import io.ccmux.server.mux.PaneId;

/** What choosing something runs: command text, as an effect. */
final class Commands {
    private Commands() {}

    static Effect run(String text, Scene scene, Optional<PaneId> target) {
        try {
            return new Effect.RunNext(new CommandLines(scene.world().mux(), scene).text(text).lines(), target);
        } catch (CommandException wrong) {
            return new Effect.Complain(wrong.getMessage());
        }
    }

    /** What a key is bound to. */
    static Effect run(Binding binding, Scene scene, Optional<PaneId> target) {
        try {
            return new Effect.RunNext(new CommandLines(scene.world().mux(), scene).binding(binding.command()), target);
        } catch (CommandException wrong) {
            return new Effect.Complain(wrong.getMessage());
        }
    }
}
