package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.command.Template;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.render.StyledText;
import io.ccmux.server.terminal.Style;

/** A list, or a tree, from which the user chooses: Enter runs the template with what is chosen in it. */
final class ChooseMode implements PaneMode {
    private static final int KEYED_MAX = 10;
    private static final int PREVIEW_ROWS_MIN = 10;

    private final String name;
    private final PaneId pane;
    private final ClientId client;
    private final ChooseSource source;
    private final String template;
    private final Set<String> tagged = new HashSet<>();
    /** Lines that the user has folded or unfolded. */
    private final Map<String, Boolean> unfolded = new HashMap<>();
    /** Targets of lines that have others below them. */
    private final Set<String> parents = new HashSet<>();
    private String chosen;
    private boolean preview = true;
    private int top;

    /** Who chooses what for which command. */
    record Asked(String name, PaneId pane, ClientId client, String template) {}

    ChooseMode(Asked asked, ChooseSource source, Scene scene) {
        this.name = asked.name();
        this.pane = asked.pane();
        this.client = asked.client();
        this.template = asked.template();
        this.source = source;
        this.chosen = source.first(scene);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> keyTable(Scene scene) {
        return Optional.empty();
    }

    @Override
    public ModeResult command(List<String> words, int count, Scene scene) {
        return words.equals(List.of("cancel")) ? ModeResult.CLOSED : ModeResult.NOTHING;
    }

    // ---- what is listed --------------------------------------------------------------------

    private boolean open(ChooseItem item) {
        return unfolded.getOrDefault(item.target(), item.depth() < source.depth());
    }

    /** Lines none of whose parents is folded. */
    private List<ChooseItem> visible(Scene scene) {
        var open = new HashSet<String>(Set.of(""));
        var visible = new ArrayList<ChooseItem>();
        for (var item : source.items(scene)) {
            if (open.contains(item.parent())) {
                visible.add(item);
                if (open(item)) {
                    open.add(item.target());
                }
            }
        }
        return visible;
    }

    private int index(List<ChooseItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).target().equals(chosen)) {
                return i;
            }
        }
        return 0;
    }

    // ---- keys ------------------------------------------------------------------------------

    @Override
    public ModeResult key(Key key, Scene scene) {
        var items = visible(scene);
        if (items.isEmpty()) {
            return ModeResult.CLOSED;
        }
        int at = index(items);
        var item = items.get(at);
        int page = Math.max(1, scene.world().mux().pane(pane).size().rows() / 2);
        switch (key.name()) {
            case "q", "Escape", "C-[", "C-c", "C-g" -> {
                return ModeResult.CLOSED;
            }
            case "Enter", "KPEnter" -> {
                return run(List.of(item), scene).closing();
            }
            case "x" -> {
                return ask(item, scene);
            }
            case "X" -> {
                return tagged.isEmpty() ? ModeResult.NOTHING : killTagged(items, scene);
            }
            case "Up", "k", "C-p", "WheelUpPane" -> choose(items, Math.floorMod(at - 1, items.size()));
            case "Down", "j", "C-n", "WheelDownPane" -> choose(items, Math.floorMod(at + 1, items.size()));
            case "PPage", "C-b" -> choose(items, at - page);
            case "NPage", "C-f" -> choose(items, at + page);
            case "g", "Home" -> choose(items, 0);
            case "G", "End" -> choose(items, items.size() - 1);
            case "Right", "l", "+" -> unfolded.put(item.target(), true);
            case "Left", "h", "-" -> fold(item);
            case "M-+" -> foldAll(scene, true);
            case "M--" -> foldAll(scene, false);
            case "t" -> {
                tag(item);
                choose(items, at + 1);
            }
            case "T" -> tagged.clear();
            case "C-t" -> items.forEach(any -> tagged.add(any.target()));
            case "v" -> preview = !preview;
            default -> {
                return numbered(key, items, scene);
            }
        }
        return ModeResult.REDRAW;
    }

    private void choose(List<ChooseItem> items, int index) {
        chosen = items.get(Math.clamp(index, 0, items.size() - 1)).target();
    }

    /** A digit chooses the line that it stands before, and runs it. */
    private ModeResult numbered(Key key, List<ChooseItem> items, Scene scene) {
        int digit = key.modifiers() == 0 ? key.code() - '0' : -1;
        if (digit < 0 || digit >= Math.min(KEYED_MAX, items.size())) {
            return ModeResult.NOTHING;
        }
        return run(List.of(items.get(digit)), scene).closing();
    }

    private void fold(ChooseItem item) {
        if (open(item)) {
            unfolded.put(item.target(), false);
        } else if (!item.parent().isEmpty()) {
            chosen = item.parent();
            unfolded.put(item.parent(), false);
        }
    }

    private void foldAll(Scene scene, boolean open) {
        source.items(scene).forEach(item -> unfolded.put(item.target(), open));
    }

    private void tag(ChooseItem item) {
        if (!tagged.remove(item.target())) {
            tagged.add(item.target());
        }
    }

    private ModeResult run(List<ChooseItem> items, Scene scene) {
        var effects = items.stream().map(item -> Commands.run(new Template(template).with(1, item.target()).text(),
                scene, Optional.of(pane))).toList();
        return ModeResult.of(List.of(), effects);
    }

    private ModeResult ask(ChooseItem item, Scene scene) {
        return confirm("Kill " + item.name() + "? (y/n) ", List.of(item.kills()), scene);
    }

    private ModeResult killTagged(List<ChooseItem> items, Scene scene) {
        var kills = items.stream().filter(item -> tagged.contains(item.target())).map(ChooseItem::kills).toList();
        tagged.clear();
        return confirm("Kill " + kills.size() + " tagged? (y/n) ", kills, scene);
    }

    private ModeResult confirm(String question, List<String> kills, Scene scene) {
        var prompt = new Effect.Prompt(client, new Effect.Question(question, "", "command", Effect.Reading.ONE_KEY,
                false));
        return ModeResult.of(new Effect.Background(prompt, (outcome, mux) -> {
            var decision = Decision.NOTHING;
            if (outcome instanceof Outcome.Answered(var answer) && answer.equals("y")) {
                for (String kill : kills) {
                    decision = decision.and(Commands.run(kill, scene, Optional.empty()));
                }
            }
            return decision;
        }));
    }

    // ---- looking ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, Rectangle area, Scene scene) {
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), Style.PLAIN);
        canvas.hideCursor();
        var items = visible(scene);
        if (items.isEmpty()) {
            return;
        }
        parents.clear();
        source.items(scene).forEach(item -> parents.add(item.parent()));
        int rows = listRows(area.rows(), items.size());
        int at = index(items);
        top = Math.clamp(Math.clamp(top, at - rows + 1, at), 0, Math.max(0, items.size() - rows));
        for (int y = 0; y < rows && top + y < items.size(); y++) {
            line(canvas, new Rectangle(area.x(), area.y() + y, area.columns(), 1), items, top + y);
        }
        if (rows < area.rows()) {
            preview(canvas, new Rectangle(area.x(), area.y() + rows, area.columns(), area.rows() - rows), items.get(at),
                    scene);
        }
    }

    private int listRows(int rows, int lines) {
        int list = rows / 3 * 2;
        list = list > lines ? rows / 2 : list;
        boolean fits = preview && list >= PREVIEW_ROWS_MIN / 2 && rows >= PREVIEW_ROWS_MIN;
        return fits ? list : rows;
    }

    private void line(Canvas canvas, Rectangle row, List<ChooseItem> items, int index) {
        var item = items.get(index);
        boolean here = item.target().equals(chosen) || index == 0 && items.stream().noneMatch(any -> any.target()
                .equals(chosen));
        String key = index < KEYED_MAX ? "(" + index + ")" : "";
        String branch = item.depth() == 0
                ? ""
                : " ".repeat(4 * (item.depth() - 1)) + (last(items, index) ? "└" : "├")
                        + "─> ";
        String sign = !parents.contains(item.target()) ? "" : open(item) ? "- " : "+ ";
        String text = "%-5s%s%s%s%s: ".formatted(key, branch, sign, item.name(), tagged.contains(item.target())
                ? "*"
                : "") + item.text();
        var style = here ? StyleParser.style("bg=yellow,fg=black", Style.PLAIN) : Style.PLAIN;
        canvas.fill(row.x(), row.y(), row.columns(), 1, style);
        StyledText.draw(canvas, row.x(), row.y(), row.columns(), text, style);
    }

    private static boolean last(List<ChooseItem> items, int index) {
        for (int i = index + 1; i < items.size() && items.get(i).depth() >= items.get(index).depth(); i++) {
            if (items.get(i).depth() == items.get(index).depth()) {
                return false;
            }
        }
        return true;
    }

    /** What the chosen line is: a frame with the top of its screen in it. */
    private static void preview(Canvas canvas, Rectangle area, ChooseItem item, Scene scene) {
        new Frame("single", Style.PLAIN).draw(canvas, area);
        canvas.text(area.x() + 1, area.y(), " " + item.name() + " ", Style.PLAIN, area.right());
        var shown = item.preview().flatMap(scene.world().mux()::find);
        for (int y = 0; shown.isPresent() && y < Math.min(area.rows() - 2, shown.get().size().rows()); y++) {
            canvas.row(shown.get().terminal().screen().row(y), 0, area.x() + 1, area.y() + 1 + y,
                    Math.min(area.columns() - 2, shown.get().size().columns()));
        }
    }

    @Override
    public Map<String, String> variables(Scene scene) {
        return Map.of();
    }

    @Override
    public List<String> lines(Scene scene) {
        return visible(scene).stream().map(item -> item.name() + ": " + item.text()).toList();
    }
}
