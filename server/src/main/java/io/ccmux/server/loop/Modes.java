package io.ccmux.server.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Key;
import io.ccmux.server.mode.ModeResult;
import io.ccmux.server.mode.PaneMode;
import io.ccmux.server.mode.PaneModes;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Size;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.PaneView;

/** What panes show instead of their terminals, connected to the session thread: what comes of it is carried out. */
final class Modes implements Scene.ModeView {
    private static final CommandQueue.Origin NOBODY = new CommandQueue.Origin(new ClientId(0), OptionalInt.empty(),
            Optional.empty(), Optional.empty(), "");

    private final PaneModes panes = new PaneModes(() -> scene(new CommandQueue(NOBODY), Optional.empty()));
    private CommandRunner runner;
    private Runnable redraw = () -> {};
    private Consumer<PaneId> entered = pane -> {};

    /** @param changed told of panes that enter or leave a mode */
    void connect(CommandRunner commands, Runnable drawn, Consumer<PaneId> changed) {
        runner = commands;
        redraw = drawn;
        entered = changed;
    }

    private Scene scene(CommandQueue queue, Optional<PaneId> pane) {
        return runner.scene(queue, pane);
    }

    // ---- acting ----------------------------------------------------------------------------

    void enter(CommandQueue queue, Effect.EnterMode enter) {
        change(queue, enter.pane(), () -> panes.enter(enter, scene(queue, Optional.of(enter.pane()))));
        redraw.run();
    }

    /** Text in a view over a pane. */
    void view(CommandQueue queue, PaneId pane, String text) {
        change(queue, pane, () -> panes.view(pane, text, scene(queue, Optional.of(pane))));
        redraw.run();
    }

    void leave(CommandQueue queue, PaneId pane) {
        change(queue, pane, () -> panes.leave(pane));
    }

    void key(CommandQueue queue, PaneId pane, Key key) {
        change(queue, pane, () -> panes.key(pane, key, scene(queue, Optional.of(pane))));
    }

    void command(CommandQueue queue, Effect.ModeCommand command) {
        change(queue, command.pane(), () -> panes.command(command, scene(queue, Optional.of(command.pane()))));
    }

    void closed(PaneId pane) {
        panes.closed(pane);
    }

    private void change(CommandQueue queue, PaneId pane, Supplier<ModeResult> change) {
        String before = panes.mode(pane);
        var changed = change.get();
        carryOut(queue, changed.and(panes.bar(pane, scene(queue, Optional.empty()).world().mux())));
        if (!panes.mode(pane).equals(before)) {
            entered.accept(pane);
        }
    }

    private void carryOut(CommandQueue queue, ModeResult result) {
        runner.carryOut(queue, new Decision(result.events(), result.effects(), Optional.empty()));
        if (result.redraw()) {
            redraw.run();
        }
    }

    // ---- looking ---------------------------------------------------------------------------

    /** The key table for a pane that is in a mode with one. */
    Optional<String> keyTable(PaneId pane) {
        return panes.showing(pane).isEmpty()
                ? Optional.empty()
                : panes.keyTable(pane, scene(new CommandQueue(NOBODY), Optional.of(pane)));
    }

    /** What a pane shows instead of its terminal. */
    Optional<PaneView> view(PaneId pane, Size size, CommandQueue.Origin client) {
        if (panes.showing(pane).isEmpty()) {
            return Optional.empty();
        }
        var area = new Rectangle(0, 0, size.columns(), size.rows());
        return Optional.of(new PaneView() {
            @Override
            public void paint(Canvas canvas) {
                panes.draw(pane, canvas, area, scene(new CommandQueue(client), Optional.of(pane)));
            }

            @Override
            public Optional<Scrolled> scrolled() {
                return panes.showing(pane).flatMap(PaneMode::scrolled);
            }
        });
    }

    @Override
    public String mode(PaneId pane) {
        return panes.mode(pane);
    }

    /** How many modes a pane is in, one over the other. */
    int count(PaneId pane) {
        return panes.count(pane);
    }

    @Override
    public Map<String, String> variables(PaneId pane) {
        return panes.variables(pane);
    }

    @Override
    public List<String> lines(PaneId pane) {
        return panes.lines(pane);
    }
}
