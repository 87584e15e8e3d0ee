package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.config.OptionTable;
import io.ccmux.config.Options;
import io.ccmux.config.Scope;
import io.ccmux.server.command.CommandException;
import io.ccmux.server.command.CommandLines;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/**
 * The commands that users want to be run on an occasion: options whose items are command lines. Those of a command
 * ({@code after-…}) are run as if they stood after it; all others on their own, by nobody.
 */
final class Hooks {
    private static final ClientId NOBODY = new ClientId(0);
    /** Commands that have the hook of another one, which does the same. */
    private static final Map<String, String> SHARED = Map.of("last-window", "select-window", "next-window",
            "select-window", "previous-window", "select-window");

    private final Core core;
    private final Scenes scenes;

    Hooks(Core core, Scenes scenes) {
        this.core = core;
        this.scenes = scenes;
    }

    /** Command lines to be run, and what surrounds them. */
    record Run(List<CommandLines.Line> lines, CommandQueue.Around around) {
        static final Run NOTHING = new Run(List.of(), CommandQueue.Around.NOTHING);
    }

    /** What is to be run after a command that went well. */
    Run after(CommandQueue.Item item, Scene scene, Decision decision) {
        var name = CommandTable.fullName(item.words()).map(full -> SHARED.getOrDefault(full, full));
        boolean nothing = name.equals(Optional.of("select-pane"))
                && decision.events().stream().noneMatch(event -> event instanceof WindowEvent.PaneSelected);
        return nothing
                ? Run.NOTHING
                : name.map(full -> of("after-" + full, item, scene, opened(decision))).orElse(Run.NOTHING);
    }

    /** What is to be run because a command failed. */
    Run failed(CommandQueue.Item item, Scene scene) {
        return of("command-error", item, scene, Optional.empty());
    }

    private Run of(String hook, CommandQueue.Item item, Scene scene, Optional<PaneId> made) {
        if (item.around().hook() || OptionTable.exact(hook).isEmpty()) {
            return Run.NOTHING;
        }
        var pane = made.filter(id -> core.mux().find(id).isPresent())
                .or(() -> CommandTable.target(item.words(), scene, core.mux()));
        var texts = texts(hook, pane, Optional.empty());
        if (texts.isEmpty()) {
            return Run.NOTHING;
        }
        var variables = CommandTable.described(item.words());
        variables.put("hook", hook);
        return new Run(lines(texts, scene), new CommandQueue.Around(pane, true, variables));
    }

    private static Optional<PaneId> opened(Decision decision) {
        return decision.events().stream().filter(event -> event instanceof PaneEvent.Opened)
                .map(event -> ((PaneEvent.Opened) event).pane()).reduce((first, last) -> last);
    }

    /** The queue of commands for something that happened; none if no hook waits for that. */
    Optional<CommandQueue> on(Occasion occasion) {
        if (occasion.quiet() || OptionTable.exact(occasion.name()).isEmpty()) {
            return Optional.empty();
        }
        var pane = paneOf(occasion);
        var texts = texts(occasion.name(), pane, occasion.session());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var client = core.clients().all().stream()
                .filter(known -> known.view().name().equals(occasion.names().client())).map(Client::id).findFirst();
        var queue = new CommandQueue(new CommandQueue.Origin(client.orElse(NOBODY), OptionalInt.empty(),
                Optional.empty(), Optional.empty(), ""));
        queue.around(new CommandQueue.Around(pane, true, occasion.variables()));
        queue.append(lines(texts, scenes.of(queue, pane)));
        return Optional.of(queue);
    }

    private Optional<PaneId> paneOf(Occasion occasion) {
        var mux = core.mux();
        return occasion.pane().filter(id -> mux.find(id).isPresent())
                .or(() -> occasion.window().flatMap(mux::find).flatMap(Hooks::active))
                .or(() -> occasion.session().flatMap(mux::find).flatMap(Session::currentWindow).flatMap(mux::find)
                        .flatMap(Hooks::active));
    }

    private static Optional<PaneId> active(Window window) {
        return window.panes().isEmpty() ? Optional.empty() : Optional.of(window.active());
    }

    /** What the hook holds for a pane: in its session's options, or in its own and its window's. */
    private List<String> texts(String hook, Optional<PaneId> at, Optional<SessionId> of) {
        var scopes = OptionTable.exact(hook).orElseThrow().scopes();
        var pane = at.flatMap(core.mux()::find);
        Options options = scopes.contains(Scope.SESSION)
                ? of.flatMap(core.mux()::find).or(() -> pane.flatMap(this::holder)).map(Session::options)
                        .orElse(core.mux().sessionOptions())
                : pane.map(Pane::options).orElse(core.mux().windowOptions());
        return List.copyOf(options.array(hook).values());
    }

    private Optional<Session> holder(Pane pane) {
        return core.mux().holders(pane.window()).stream().findFirst();
    }

    private List<CommandLines.Line> lines(List<String> texts, Scene scene) {
        var lines = new ArrayList<CommandLines.Line>();
        for (String text : texts) {
            try {
                lines.addAll(new CommandLines(core.mux(), scene).text(text).lines());
            } catch (CommandException wrong) {
                core.log().message(core.outside().micros(), wrong.getMessage());
            }
        }
        return lines;
    }
}
