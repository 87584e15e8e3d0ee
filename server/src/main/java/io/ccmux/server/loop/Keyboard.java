package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import io.ccmux.server.command.Closing;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.InputEvent;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.KeyEncoder;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.input.Stroke;
import io.ccmux.server.mode.ClientOverlay;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.RunState;
import io.ccmux.server.render.TerminalFeatures;

/** What the keys of attached clients do: a binding's commands, a mode's business, or input for the active pane. */
final class Keyboard {
    private final Core core;
    private final CommandRunner runner;
    private final Programs programs;
    private final Pointer pointer;

    Keyboard(Core core, CommandRunner runner, Programs programs) {
        this.core = core;
        this.runner = runner;
        this.programs = programs;
        this.pointer = new Pointer(core, this, programs);
    }

    /** Bytes from the terminal of a client. A lone escape is a key if nothing follows within {@code escape-time}. */
    void typed(Client client, byte[] bytes) {
        if (client.display().isEmpty()) {
            return;
        }
        var display = client.display().get();
        client.active(core.outside().micros());
        display.keys().feed(bytes, 0, bytes.length).forEach(event -> happened(client, event));
        awaitMore(client, display);
    }

    private void awaitMore(Client client, Display display) {
        if (display.keys().pending()) {
            int millis = Math.max(1, core.mux().serverOptions().number("escape-time"));
            display.escapeTimer(core.timers().after(millis, () -> {
                display.keys().expire().forEach(event -> happened(client, event));
                if (client.display().isPresent()) {
                    awaitMore(client, display);
                }
            }));
        }
    }

    private void happened(Client client, InputEvent event) {
        display(client).ifPresent(display -> happened(client, display, event));
    }

    /** What a client looks at; nothing if a key before has closed it, and what comes in its place is not known yet. */
    private Optional<Display> display(Client client) {
        return client.display().filter(display -> core.mux().find(display.session()).isPresent());
    }

    private void happened(Client client, Display display, InputEvent event) {
        switch (event) {
            case InputEvent.Pressed(Key key, var stroke) -> struck(client, display, key, stroke);
            case InputEvent.Pasted pasted -> pasted(client, display, pasted);
            case InputEvent.Focused(boolean in) -> focused(client, display, in);
            case InputEvent.Moused(var mouse) -> moused(client, display, mouse);
            case InputEvent.Answered(var answer) -> display.answered(answer);
        }
    }

    /** That a key was let go is for programs only, and only for the one that got the key. */
    private void struck(Client client, Display display, Key key, Stroke stroke) {
        if (stroke == Stroke.RELEASE) {
            display.keyState().letGo(key).flatMap(core.mux()::find).ifPresent(pane -> programs.type(pane, key, stroke));
            return;
        }
        display.keyState().typed(core.outside().micros(), pasteMillis(display));
        display.keyState().stroke(stroke);
        pressed(client, display, key);
        display.keyState().handled();
    }

    /** How soon after another a key was pasted rather than typed, where the terminal does not say so; 0 for never. */
    private int pasteMillis(Display display) {
        return display.portrait().features().has(TerminalFeatures.Feature.PASTE)
                ? 0
                : core.mux().find(display.session()).map(at -> at.options().number("assume-paste-time")).orElse(0);
    }

    private void moused(Client client, Display display, MouseEvent event) {
        var taken = display.overlay()
                .flatMap(over -> over.mouse(event, scene(client, display, Key.NONE, Optional.empty())));
        taken.ifPresentOrElse(result -> came(client, display, result), () -> pointer.moved(client, display, event));
    }

    /** As if the client's user had pressed the key. */
    void pressed(Client client, Key key) {
        display(client).ifPresent(display -> pressed(client, display, key));
    }

    /** The mouse event that led to a command goes to the mode of a pane, or to its program. */
    void passMouse(CommandQueue queue, PaneId pane) {
        if (core.modes().mode(pane).isEmpty()) {
            core.clients().find(queue.origin().client()).ifPresent(client -> pointer.pass(client, pane));
        } else {
            Key.parse(queue.origin().key()).ifPresent(key -> core.modes().key(queue, pane, key));
        }
    }

    private void pressed(Client client, Display display, Key key) {
        pressed(client, display, key, Optional.empty());
    }

    /**
     * Looks the key up as tmux does: in the client's table, or that of the mode that the pane is in; then in the root
     * table. A key that nothing is bound to goes to the pane, if no other table had to be asked before.
     */
    void pressed(Client client, Display display, Key key, Optional<Scene.MousePlace> mouse) {
        if (!key.isMouse() && display.messages().takesKey()) {
            return;
        }
        if (covered(client, display, over -> over.key(key, scene(client, display, key, mouse)))) {
            return;
        }
        var pane = mouse.flatMap(Scene.MousePlace::pane).flatMap(core.mux()::find)
                .or(display::activePane);
        if (display.keyState().pasting()) {
            pane.ifPresent(active -> forward(client, display, active, key));
            return;
        }
        String root = display.rootTable();
        String table = display.keyTable().equals(root) ? firstTable(display, pane) : display.keyTable();
        if (!table.equals("prefix") && isPrefix(display, key)) {
            display.keyState().prefix();
            return;
        }
        var binding = binding(table, key);
        if (display.keyState().repeating() && binding.filter(Binding::repeat).isEmpty()) {
            display.keyState().leave();
            pressed(client, display, key, mouse);
            return;
        }
        if (binding.isEmpty() && !table.equals(root)) {
            display.keyState().leave();
            binding = binding(root, key);
        }
        if (binding.isPresent()) {
            display.keyState().used(binding.get(), display.options());
            dispatch(client, display, binding.get(), pane, key, mouse);
        } else if (table.equals(root)) {
            pane.ifPresent(active -> forward(client, display, active, key));
        }
    }

    private Scene scene(Client client, Display display, Key key, Optional<Scene.MousePlace> mouse) {
        return runner.scene(new CommandQueue(origin(client, display.activePane(), key.name(), mouse)),
                Optional.empty());
    }

    private static CommandQueue.Origin origin(Client client, Optional<Pane> pane, String key,
            Optional<Scene.MousePlace> mouse) {
        return new CommandQueue.Origin(client.id(), OptionalInt.empty(), pane.map(Pane::id), mouse, key);
    }

    /** Gives input to what lies over the panes; returns whether something did. */
    private boolean covered(Client client, Display display, Function<ClientOverlay, ClientOverlay.Result> input) {
        if (display.overlay().isEmpty()) {
            return false;
        }
        var result = input.apply(display.overlay().get());
        if (!result.closed() && result.unused().isPresent()) {
            return false;
        }
        came(client, display, result);
        return true;
    }

    /** Carries out what came of input for what lies over the panes. */
    private void came(Client client, Display display, ClientOverlay.Result result) {
        var then = result.closed() ? display.uncover() : display.whenUncovered();
        display.stale();
        var queue = new CommandQueue(origin(client, display.activePane(), "", Optional.empty()));
        runner.carryOut(queue, Decision.of(result.effects().toArray(Effect[]::new)));
        result.outcome().ifPresent(then);
        runner.run(queue);
        result.unused().ifPresent(key -> pressed(client, display, key));
    }

    private String firstTable(Display display, Optional<Pane> pane) {
        return pane.flatMap(active -> core.modes().keyTable(active.id())).orElseGet(display::rootTable);
    }

    private boolean isPrefix(Display display, Key key) {
        var options = display.options();
        return key.name().equals(options.string("prefix")) || key.name().equals(options.string("prefix2"));
    }

    private Optional<Binding> binding(String table, Key key) {
        return core.mux().keys().binding(table, key).or(() -> core.mux().keys().binding(table, Key.ANY));
    }

    private void dispatch(Client client, Display display, Binding binding, Optional<Pane> pane, Key key,
            Optional<Scene.MousePlace> mouse) {
        if (client.readOnly() && !binding.command().startsWith("detach-client")
                && !binding.command().startsWith("switch-client")) {
            display.message("Client is read-only", OptionalInt.empty());
            return;
        }
        runner.runBinding(origin(client, pane, key.name(), mouse), binding);
    }

    private void forward(Client client, Display display, Pane pane, Key key) {
        if (client.readOnly()) {
            return;
        }
        if (key.isMouse() && core.modes().mode(pane.id()).isEmpty()) {
            pointer.pass(client, pane.id());
        } else if (!core.modes().mode(pane.id()).isEmpty()) {
            var queue = new CommandQueue(origin(client, Optional.of(pane), key.name(), Optional.empty()));
            core.modes().key(queue, pane.id(), key);
            runner.run(queue);
        } else if (pane.state() == RunState.HELD) {
            if (key.equals(Key.ENTER)) {
                Restart.release(core, programs, pane.id());
            }
        } else if (pane.dead()) {
            deadKey(pane);
        } else {
            display.keyState().forwarded(key, pane.id());
            synchronised(pane).forEach(target -> programs.type(target, key, display.keyState().stroke()));
        }
    }

    /** With {@code remain-on-exit key} any key closes a dead pane. */
    private void deadKey(Pane pane) {
        if (pane.options().choice("remain-on-exit").equals("key")) {
            core.ledger().commit(Closing.pane(core.mux(), pane.id()));
        }
    }

    private List<Pane> synchronised(Pane pane) {
        if (!pane.options().flag("synchronize-panes")) {
            return List.of(pane);
        }
        return core.mux().window(pane.window()).panes().stream().map(core.mux()::pane)
                .filter(other -> other.options().flag("synchronize-panes")).toList();
    }

    private void pasted(Client client, Display display, InputEvent.Pasted pasted) {
        if (client.readOnly() || covered(client, display, over -> over.paste(
                new String(pasted.text(), StandardCharsets.UTF_8),
                scene(client, display, Key.NONE, Optional.empty())))) {
            return;
        }
        display.activePane().filter(pane -> pane.inputEnabled() && core.modes().mode(pane.id()).isEmpty())
                .ifPresent(pane -> programs.write(pane.id(),
                        KeyEncoder.paste(pasted, pane.terminal().modes().bracketedPaste())));
    }

    private void focused(Client client, Display display, boolean in) {
        display.focus(in);
        core.raise(Occasion.of(in ? "client-focus-in" : "client-focus-out", core.mux(), display.session())
                .client(client.view().name()));
    }
}
