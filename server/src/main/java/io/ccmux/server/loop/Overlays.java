package io.ccmux.server.loop;

import java.util.Optional;
import java.util.function.Consumer;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene.MousePlace;
import io.ccmux.server.mode.MenuOverlay;
import io.ccmux.server.mode.PaneNumbers;
import io.ccmux.server.mode.Prompt;

/** What is laid over the screens of clients: prompts, menus, popups, the numbers of panes. */
final class Overlays {
    private final Core core;
    private final Scenes scenes;
    private final Popups popups;

    Overlays(Core core, Scenes scenes, Popups popups) {
        this.core = core;
        this.scenes = scenes;
        this.popups = popups;
    }

    /** Asks a client's user. */
    void prompt(Effect.Prompt prompt, Consumer<Outcome> then) {
        var display = core.clients().find(prompt.client()).flatMap(Client::display);
        if (display.isEmpty()) {
            then.accept(new Outcome.Failed("no current client"));
            return;
        }
        var options = display.get().options();
        var overlay = new Prompt(prompt.question(), options.choice("status-keys").equals("vi"),
                options.string("word-separators"));
        display.get().cover(overlay, then);
        overlay.opening().ifPresent(then);
    }

    void cover(Effect.ShowPanes show) {
        core.clients().find(show.client()).flatMap(Client::display).ifPresent(display -> {
            var overlay = new PaneNumbers(show);
            display.cover(overlay, outcome -> {});
            int usual = display.options().number("display-panes-time");
            core.timers().after(show.millis().orElse(usual), () -> {
                if (display.overlay().filter(overlay::equals).isPresent()) {
                    display.uncover();
                }
            });
        });
    }

    void cover(CommandQueue queue, Effect.ShowMenu show) {
        core.clients().find(show.client()).flatMap(Client::display).ifPresent(display -> {
            var place = show.menu().place();
            boolean byName = place.x().equals("W") || place.y().equals("W");
            var name = byName
                    ? core.mux().find(show.pane()).flatMap(display::nameOfWindow)
                    : Optional.<MousePlace>empty();
            display.cover(new MenuOverlay(show, name.or(queue.origin()::mouse)), outcome -> {});
        });
    }

    /** Starts a program in a box; told when the box goes. */
    void cover(CommandQueue queue, Effect.ShowPopup show, Consumer<Outcome> then) {
        core.clients().find(show.client()).flatMap(Client::display).ifPresentOrElse(
                display -> popups.show(show, display, scenes.of(queue, Optional.empty()), then),
                () -> then.accept(new Outcome.Failed("no current client")));
    }
}
