package io.ccmux.server.mode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;

/** The modes of all panes: for each a stack, the top of which shows. */
public final class PaneModes implements Scene.ModeView {
    private final Supplier<Scene> now;
    private final Map<PaneId, Deque<PaneMode>> stacks = new HashMap<>();
    private final Map<PaneId, CopySearches.Past> searches = new HashMap<>();

    /** @param now the scene for those who ask what modes look like, at the moment they ask */
    public PaneModes(Supplier<Scene> now) {
        this.now = now;
    }

    /** What a pane shows instead of its terminal. */
    public Optional<PaneMode> showing(PaneId pane) {
        return Optional.ofNullable(stacks.get(pane)).map(Deque::peek);
    }

    /** How many modes a pane is in. */
    public int count(PaneId pane) {
        return stacks.containsKey(pane) ? stacks.get(pane).size() : 0;
    }

    /** The key table for a pane that is in a mode with one. */
    public Optional<String> keyTable(PaneId pane, Scene scene) {
        return showing(pane).flatMap(mode -> mode.keyTable(scene));
    }

    // ---- coming and going ------------------------------------------------------------------

    /** A mode over what the pane shows; if it is in that mode already, only what the effect asks besides is done. */
    public ModeResult enter(Effect.EnterMode enter, Scene scene) {
        var pane = scene.world().mux().find(enter.pane());
        if (pane.isEmpty()) {
            return ModeResult.NOTHING;
        }
        return switch (enter.mode()) {
            case Effect.Mode.Copy copy -> copy(enter.pane(), copy, scene);
            case Effect.Mode.Clock clock -> push(enter.pane(), new ClockMode(enter.pane()));
            case Effect.Mode.Tree tree -> push(enter.pane(), new ChooseMode(new ChooseMode.Asked("tree-mode",
                    enter.pane(), tree.listing(), tree.template()), new ChooseTree(tree), scene));
            case Effect.Mode.BufferList list -> push(enter.pane(), new ChooseMode(new ChooseMode.Asked("buffer-mode",
                    enter.pane(), list.listing(), list.template()), new ChooseBuffers(list), scene));
            case Effect.Mode.ClientList list -> push(enter.pane(), new ChooseMode(new ChooseMode.Asked("client-mode",
                    enter.pane(), list.listing(), list.template()), new ChooseClients(list), scene));
            case Effect.Mode.Customize all -> push(enter.pane(), new ChooseMode(new ChooseMode.Asked("options-mode",
                    enter.pane(), all.listing(), ""), new ChooseOptions(all), scene));
        };
    }

    /** A pane is at most once in a mode of a name; to enter it again brings it to the top. */
    private ModeResult push(PaneId pane, PaneMode mode) {
        var stack = stacks.computeIfAbsent(pane, any -> new ArrayDeque<>());
        stack.removeIf(other -> other.name().equals(mode.name()));
        stack.push(mode);
        return ModeResult.REDRAW;
    }

    private ModeResult copy(PaneId pane, Effect.Mode.Copy copy, Scene scene) {
        var source = scene.world().mux().find(copy.source());
        boolean already = mode(pane).equals("copy-mode") || mode(pane).equals("view-mode");
        if (source.isEmpty()) {
            return ModeResult.NOTHING;
        }
        if (!already) {
            push(pane, new CopyMode(pane, copy, source.get(), searched(pane)));
        }
        var result = ModeResult.REDRAW;
        if (copy.pageUp() || copy.halfPageDown()) {
            result = act(pane, copy.pageUp() ? "page-up" : "page-down", scene);
        }
        return copy.mouse() ? act(pane, "begin-selection", scene) : result;
    }

    private ModeResult act(PaneId pane, String command, Scene scene) {
        return command(new Effect.ModeCommand(pane, Optional.empty(), List.of(command), 1, scene.mouse()), scene);
    }

    /** Text in a view over what the pane shows; if it shows one, the text comes after that one's. */
    public ModeResult view(PaneId pane, String text, Scene scene) {
        var shown = scene.world().mux().find(pane);
        if (shown.isEmpty() || text.isEmpty()) {
            return ModeResult.NOTHING;
        }
        if (showing(pane).orElse(null) instanceof CopyMode view && view.shows()) {
            view.add(text);
            return ModeResult.REDRAW;
        }
        return push(pane, CopyMode.of(pane, text, shown.get().size(), searched(pane)));
    }

    /** The pane shows its terminal again. */
    public ModeResult leave(PaneId pane) {
        return stacks.remove(pane) == null ? ModeResult.NOTHING : ModeResult.REDRAW;
    }

    private CopySearches.Past searched(PaneId pane) {
        return searches.getOrDefault(pane, CopySearches.Past.NONE);
    }

    /** The pane is gone. */
    public void closed(PaneId pane) {
        searches.remove(pane);
        stacks.remove(pane);
    }

    /** A pane that shows its past makes room for a modal scrollbar, and takes it back when it no longer does. */
    public ModeResult bar(PaneId id, Mux mux) {
        var pane = mux.find(id);
        boolean shown = showing(id).flatMap(PaneMode::scrolled).isPresent()
                && pane.isPresent() && pane.get().options().choice("pane-scrollbars").equals("modal");
        return pane.isEmpty() || pane.get().barShown() == shown
                ? ModeResult.NOTHING
                : ModeResult.of(List.of(new PaneEvent.BarShown(id, shown)), List.of());
    }

    // ---- acting ----------------------------------------------------------------------------

    /** A key that nothing is bound to in the mode's table. */
    public ModeResult key(PaneId pane, Key key, Scene scene) {
        return showing(pane).map(mode -> settle(pane, mode.key(key, scene))).orElse(ModeResult.NOTHING);
    }

    /** A command for the mode that a pane is in. */
    public ModeResult command(Effect.ModeCommand command, Scene scene) {
        return showing(command.pane()).map(mode -> {
            var result = mode.command(command.words(), command.count(), scene);
            if (mode instanceof CopyMode copy) {
                searches.put(command.pane(), copy.searches.past());
            }
            return settle(command.pane(), result);
        }).orElse(ModeResult.NOTHING);
    }

    private ModeResult settle(PaneId pane, ModeResult result) {
        if (result.closed()) {
            var stack = stacks.getOrDefault(pane, new ArrayDeque<>());
            stack.poll();
            if (stack.isEmpty()) {
                stacks.remove(pane);
            }
        }
        return result;
    }

    // ---- looking ---------------------------------------------------------------------------

    /** Paints what the pane shows instead of its terminal. */
    public void draw(PaneId pane, Canvas canvas, Rectangle area, Scene scene) {
        showing(pane).ifPresent(mode -> mode.draw(canvas, area, scene));
    }

    @Override
    public String mode(PaneId pane) {
        return showing(pane).map(PaneMode::name).orElse("");
    }

    @Override
    public Map<String, String> variables(PaneId pane) {
        return showing(pane).map(mode -> mode.variables(now.get()))
                .orElseGet(() -> Map.of("pane_search_string", searched(pane).text()));
    }

    @Override
    public List<String> lines(PaneId pane) {
        return showing(pane).map(mode -> mode.lines(now.get())).orElse(List.of());
    }
}
