package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowEvent;

/**
 * Takes a line of commands along to what one of them made or selected: {@code new-window -t b: ; split-window} splits
 * the new window, whatever the client that asks is looking at. As in tmux only some commands do that, and only if they
 * changed what is selected.
 */
final class Going {
    private static final Set<String> COMMANDS = Set.of("break-pane", "join-pane", "last-pane", "last-window",
            "move-pane", "new-pane", "new-window", "next-window", "previous-window", "select-pane", "select-window",
            "split-window");

    private final Core core;

    Going(Core core) {
        this.core = core;
    }

    void after(CommandQueue queue, CommandQueue.Item item, Scene scene, Decision decision) {
        if (item.words().stream().anyMatch(word -> word.startsWith("-t"))) {
            decision.effects().forEach(effect -> shown(effect).ifPresent(queue::go));
        }
        if (CommandTable.fullName(item.words()).filter(COMMANDS::contains).isEmpty()) {
            return;
        }
        for (var event : decision.events()) {
            place(queue, scene, event).ifPresent(queue::go);
        }
    }

    /** A client that is led to a session by its name takes the line along. */
    private Optional<Scene.Gone> shown(Effect effect) {
        return effect instanceof Effect.Switch(var client, var id)
                ? core.mux().find(id).flatMap(session -> session.currentWindow()
                        .map(window -> new Scene.Gone(id, core.mux().window(window).active())))
                : Optional.empty();
    }

    private Optional<Scene.Gone> place(CommandQueue queue, Scene scene, Event event) {
        var mux = core.mux();
        if (event instanceof SessionEvent.Selected(var id, int index)) {
            return mux.find(id).flatMap(session -> session.window(index))
                    .map(window -> new Scene.Gone(id, mux.window(window).active()));
        }
        if (event instanceof WindowEvent.PaneSelected(var _, var pane)) {
            return holder(queue, scene, pane).map(session -> new Scene.Gone(session.id(), pane));
        }
        return Optional.empty();
    }

    /** The session in which the pane is looked at: that of the line, of the client, else any. */
    private Optional<Session> holder(CommandQueue queue, Scene scene, PaneId id) {
        var mux = core.mux();
        var holders = mux.find(id).map(pane -> mux.holders(pane.window())).orElse(List.of());
        return queue.gone().map(Scene.Gone::session).or(() -> scene.caller().session()).flatMap(mux::find)
                .filter(holders::contains).or(() -> holders.stream().findFirst());
    }
}
