package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.command.Template;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.MouseKey;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.render.Canvas;

/**
 * A list, or a tree, from which the user chooses: Enter runs the template with what is chosen in it. What is asked in
 * between comes back as a command: {@code filter TEXT}, {@code search TEXT}, {@code run TEMPLATE}.
 */
final class ChooseMode implements PaneMode {
    private static final int LETTERS = 26;

    private final String name;
    private final PaneId pane;
    private final Effect.Listing listing;
    private final String template;
    private final ChooseList list;
    private Preview preview;
    private int top;
    private int moved;

    /** How much is shown of what the chosen line is. */
    enum Preview {
        NONE, USUAL, BIG
    }

    /** Who chooses what for which command. */
    record Asked(String name, PaneId pane, Effect.Listing listing, String template) {}

    ChooseMode(Asked asked, ChooseSource source, Scene scene) {
        this.name = asked.name();
        this.pane = asked.pane();
        this.listing = asked.listing();
        this.template = asked.template();
        this.preview = listing.preview() ? Preview.USUAL : Preview.NONE;
        this.list = new ChooseList(source, listing, scene);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> keyTable(Scene scene) {
        return Optional.empty();
    }

    ChooseList list() {
        return list;
    }

    @Override
    public ModeResult command(List<String> words, int count, Scene scene) {
        String argument = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case "cancel" -> {
                return closed(scene);
            }
            case "run" -> {
                return run(argument, tagsOrChosen(scene), scene);
            }
            case "filter" -> list.filter(argument);
            case "search" -> list.search(argument, 1, scene);
            case "search-backward" -> list.search(argument, -1, scene);
            default -> {
                return ModeResult.NOTHING;
            }
        }
        return ModeResult.REDRAW;
    }

    /** The chooser is over; a pane that was zoomed for it is so no more. */
    private ModeResult closed(Scene scene) {
        var window = scene.world().mux().find(pane).map(shown -> shown.window());
        boolean zoomed = listing.unzooms()
                && window.flatMap(scene.world().mux()::find).filter(shown -> shown.zoomed()).isPresent();
        List<Event> events = zoomed ? List.of(new WindowEvent.Zoomed(window.orElseThrow(), false)) : List.of();
        return ModeResult.of(events, List.of()).closing();
    }

    // ---- keys ------------------------------------------------------------------------------

    @Override
    public ModeResult key(Key key, Scene scene) {
        var items = list.visible(scene);
        if (items.isEmpty()) {
            return closed(scene);
        }
        if (key.isMouse()) {
            return moused(key, items, scene);
        }
        var item = items.get(list.index(items));
        var deed = Optional.ofNullable(list.source().deeds().get(key.name()));
        if (deed.isPresent()) {
            return done(deed.get(), item, scene);
        }
        var own = list.source().keyed(key.name(), item, scene);
        if (own.isPresent()) {
            return ModeResult.of(own.get());
        }
        return switch (key.name()) {
            case "q", "Escape", "C-[", "C-c", "C-g" -> closed(scene);
            case "Enter", "KPEnter" -> chosen(item, scene);
            case "f" -> ask("(filter) ", list.filter(), "filter", scene);
            case "C-s" -> ask("(search) ", "", "search", scene);
            case "C-r" -> ask("(search up) ", "", "search-backward", scene);
            case ":" -> ask(list.tagged(scene).isEmpty() ? "(current) " : "(tagged) ", "", "run", scene);
            default -> move(key, items, item, scene) ? ModeResult.REDRAW : keyed(key, items, scene);
        };
    }

    /** What changes only how the list looks; false for a key that does no such thing. */
    private boolean move(Key key, List<ChooseItem> items, ChooseItem item, Scene scene) {
        int at = list.index(items);
        int page = Math.max(1, scene.world().mux().pane(pane).size().rows() / 2);
        moved = key.name().equals("<") ? moved - 1 : key.name().equals(">") ? moved + 1 : moved;
        switch (key.name()) {
            case "Up", "k", "C-p" -> list.choose(items, Math.floorMod(at - 1, items.size()));
            case "Down", "j", "C-n" -> list.choose(items, Math.floorMod(at + 1, items.size()));
            case "PPage", "C-b" -> list.choose(items, at - page);
            case "NPage", "C-f" -> list.choose(items, at + page);
            case "g", "Home" -> list.choose(items, 0);
            case "G", "End" -> list.choose(items, items.size() - 1);
            case "H" -> list.home(scene);
            case "Right", "l", "+" -> list.unfold(item);
            case "Left", "h", "-" -> list.fold(item);
            case "M-+" -> list.foldAll(scene, true);
            case "M--" -> list.foldAll(scene, false);
            case "n" -> list.search("", 1, scene);
            case "N" -> list.search("", -1, scene);
            case "O" -> list.nextOrder();
            case "r" -> list.reverse();
            case "T" -> list.tagAll(items, false);
            case "C-t" -> list.tagAll(items, true);
            case "v" -> preview = Preview.values()[(preview.ordinal() + 2) % Preview.values().length];
            case "t" -> {
                list.tag(item, scene);
                list.choose(items, at + 1);
            }
            case "<", ">" -> {
                // the preview shows what is beside
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The wheel moves, a click chooses, and a click on what is chosen runs it. */
    private ModeResult moused(Key key, List<ChooseItem> items, Scene scene) {
        if (MouseKey.of(key).place() != MouseKey.Place.PANE) {
            return ModeResult.NOTHING;
        }
        int at = list.index(items);
        var action = MouseKey.of(key).action();
        switch (action) {
            case WHEEL_UP -> list.choose(items, at - 1);
            case WHEEL_DOWN -> list.choose(items, at + 1);
            case MOUSE_DOWN, DOUBLE_CLICK -> {
                int line = scene.mouse().map(place -> top + place.y()).orElse(-1);
                int rows = listRows(scene.world().mux().pane(pane).size().rows(), items.size());
                if (line < top || line >= Math.min(items.size(), top + rows)) {
                    return ModeResult.NOTHING;
                }
                if (action == MouseKey.Action.DOUBLE_CLICK) {
                    return chosen(items.get(line), scene);
                }
                list.choose(items, line);
            }
            default -> {
                return ModeResult.NOTHING;
            }
        }
        return ModeResult.REDRAW;
    }

    /** A key that stands before a line chooses and runs that. */
    private ModeResult keyed(Key key, List<ChooseItem> items, Scene scene) {
        for (int i = 0; i < items.size(); i++) {
            if (Key.parse(lineKey(i, scene)).equals(Optional.of(key))) {
                return chosen(items.get(i), scene);
            }
        }
        return ModeResult.NOTHING;
    }

    /** The name of the key that chooses a line: a digit, then letters with Meta, or what {@code -K} says. */
    String lineKey(int index, Scene scene) {
        if (!listing.keys().isEmpty()) {
            return new Formats().expand(listing.keys(), Subject.of(scene.world())
                    .with(Map.of("line", Integer.toString(index))));
        }
        return index < 10 ? Integer.toString(index) : index < 10 + LETTERS ? "M-" + (char) ('a' + index - 10) : "";
    }

    // ---- deeds -----------------------------------------------------------------------------

    private ModeResult chosen(ChooseItem item, Scene scene) {
        String command = list.source().command(item, template, scene);
        if (command.isEmpty()) {
            if (list.open(item)) {
                list.fold(item);
            } else {
                list.unfold(item);
            }
            return ModeResult.REDRAW;
        }
        var run = ModeResult.of(Commands.run(command, scene, Optional.of(pane)));
        return list.source().stays() ? run : closed(scene).and(run);
    }

    private List<ChooseItem> tagsOrChosen(Scene scene) {
        var tagged = list.tagged(scene);
        var items = list.visible(scene);
        return !tagged.isEmpty() || items.isEmpty() ? tagged : List.of(items.get(list.index(items)));
    }

    private ModeResult run(String command, List<ChooseItem> items, Scene scene) {
        var effects = new ArrayList<Effect>();
        items.forEach(item -> effects.add(Commands.run(new Template(command).with(1, item.target()).text(), scene,
                Optional.of(pane))));
        return ModeResult.of(List.of(), effects);
    }

    private ModeResult done(ChooseSource.Deed deed, ChooseItem item, Scene scene) {
        var items = deed.tagged() ? list.tagged(scene) : List.of(item);
        var commands = items.stream()
                .map(one -> deed.command().isEmpty()
                        ? one.kills()
                        : new Template(deed.command()).with(1, one.target()).text())
                .filter(command -> !command.isEmpty()).toList();
        if (commands.isEmpty()) {
            return ModeResult.NOTHING;
        }
        if (!deed.question().isEmpty()) {
            String about = deed.tagged() ? Integer.toString(items.size()) : list.source().called(item);
            return confirm(deed.question().replace("%%", about), commands, scene);
        }
        var effects = commands.stream().map(command -> Commands.run(command, scene, Optional.of(pane))).toList();
        return deed.closes() ? closed(scene).and(ModeResult.of(List.of(), effects)) : ModeResult.of(List.of(), effects);
    }

    private ModeResult confirm(String question, List<String> commands, Scene scene) {
        var prompt = new Effect.Prompt(listing.client(), new Effect.Question(question, "", "command",
                Effect.Reading.ONE_KEY, false));
        return ModeResult.of(new Effect.Background(prompt, (outcome, mux) -> {
            var decision = Decision.NOTHING;
            if (outcome instanceof Outcome.Answered(var answer) && answer.equals("y")) {
                for (String command : commands) {
                    decision = decision.and(Commands.run(command, scene, Optional.empty()));
                }
            }
            return decision;
        }));
    }

    /** Asks for a line, which comes back as a command to this mode. */
    private ModeResult ask(String question, String initial, String command, Scene scene) {
        String kind = command.equals("run") ? "command" : "search";
        var prompt = new Effect.Prompt(listing.client(), new Effect.Question(question, initial, kind,
                Effect.Reading.LINE, false));
        return ModeResult.of(new Effect.Background(prompt,
                (outcome, mux) -> outcome instanceof Outcome.Answered(var answer)
                        ? Decision.of(new Effect.ModeCommand(pane, Optional.of(listing.client()),
                                List.of(command, answer), 1, scene.mouse()))
                        : Decision.NOTHING));
    }

    // ---- looking ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, Rectangle area, Scene scene) {
        new ChoosePainter(this, canvas, scene).draw(area);
    }

    int listRows(int rows, int lines) {
        return ChoosePainter.listRows(rows, lines, preview);
    }

    /** The first line that shows, so that the chosen one does. */
    int scrolled(int chosen, int rows, int lines) {
        top = Math.clamp(Math.clamp(top, chosen - rows + 1, chosen), 0, Math.max(0, lines - rows));
        return top;
    }

    /** By how many screens the preview was moved to the right. */
    int moved() {
        return moved;
    }

    /** The style of the chosen line. */
    String style(Scene scene) {
        String words = scene.world().mux().pane(pane).options().string("mode-style");
        return new Formats().expand(words, Subject.of(scene.world()));
    }

    @Override
    public Map<String, String> variables(Scene scene) {
        return Map.of();
    }

    @Override
    public List<String> lines(Scene scene) {
        return list.visible(scene).stream().map(item -> item.name() + ": " + item.text()).toList();
    }
}
