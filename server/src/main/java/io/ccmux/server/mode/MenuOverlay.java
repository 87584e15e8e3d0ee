package io.ccmux.server.mode;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Trim;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Size;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.render.StyledText;
import io.ccmux.server.terminal.Style;

/** A menu over a client's screen. */
public final class MenuOverlay implements ClientOverlay {
    /** Columns that the frame and the blanks beside the text take. */
    private static final int FRAME_COLUMNS = 4;
    private static final int FRAME_ROWS = 2;

    private final Effect.ShowMenu shown;
    private final Optional<Scene.MousePlace> mouse;
    private final List<Effect.Menu.Item> items;
    private final int width;
    private int choice;
    private Rectangle area = new Rectangle(0, 0, 0, 0);

    /** @param mouse where the mouse was when it was asked for */
    public MenuOverlay(Effect.ShowMenu shown, Optional<Scene.MousePlace> mouse) {
        this.shown = shown;
        this.mouse = mouse;
        this.items = shown.menu().items();
        this.choice = shown.menu().choice();
        int widest = Math.max(Trim.width(shown.menu().title()), items.stream().mapToInt(MenuOverlay::width).max()
                .orElse(0));
        this.width = widest;
        if (choice >= 0 && !chooses(choice)) {
            step(1);
        }
    }

    private static int width(Effect.Menu.Item item) {
        boolean disabled = item.name().startsWith("-");
        return Trim.width(line(item)) - (disabled ? 1 : 0);
    }

    /** A name and, to the right, the key that chooses it. */
    private static String line(Effect.Menu.Item item) {
        boolean keyed = !item.name().startsWith("-") && Key.parse(item.key()).isPresent();
        return keyed ? item.name() + "#[default] #[align=right](" + item.key() + ")" : item.name();
    }

    // ---- choosing --------------------------------------------------------------------------

    @Override
    public Result key(Key key, Scene scene) {
        if (key.isMouse()) {
            return Result.STAYS;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).key().isEmpty() && Key.parse(items.get(i).key()).equals(Optional.of(key))) {
                choice = i;
                return chosen(scene);
            }
        }
        switch (key.name()) {
            case "Up", "k", "BTab" -> step(-1);
            case "Down", "j", "Tab" -> step(1);
            case "PPage", "C-b", "g", "Home" -> jump(0, 1);
            case "NPage", "C-f", "G", "End" -> jump(items.size() - 1, -1);
            case "Enter", "KPEnter" -> {
                return chosen(scene);
            }
            case "Escape", "C-[", "C-c", "C-g", "q", "BSpace" -> {
                return Result.CLOSED;
            }
            default -> {
                // other keys mean nothing
            }
        }
        return Result.STAYS;
    }

    private boolean chooses(int index) {
        return !items.get(index).name().isEmpty() && !items.get(index).name().startsWith("-");
    }

    /** To the next item that can be chosen, around the end. */
    private void step(int by) {
        int at = choice;
        for (int i = 0; i < items.size(); i++) {
            at = at < 0 ? (by > 0 ? 0 : items.size() - 1) : Math.floorMod(at + by, items.size());
            if (chooses(at)) {
                choice = at;
                return;
            }
        }
    }

    private void jump(int to, int by) {
        choice = to;
        if (!chooses(choice)) {
            step(by);
        }
    }

    private Result chosen(Scene scene) {
        if (choice < 0 || !chooses(choice)) {
            return shown.menu().staysOpen() ? Result.STAYS : Result.CLOSED;
        }
        return Result.closed(Commands.run(items.get(choice).command(), scene, Optional.of(shown.pane())));
    }

    /**
     * As in tmux: the button that opened the menu is held and let go over an item, or outside to leave; a menu that
     * stays open is clicked. One that a key opened the mouse only closes.
     */
    @Override
    public Optional<Result> mouse(MouseEvent event, Scene scene) {
        boolean still = event.wheel() || event.moves();
        if (!shown.menu().mouse()) {
            return Optional.of(still || !event.release() && event.button() == 0 ? Result.STAYS : Result.CLOSED);
        }
        int row = event.row() - area.y() - 1;
        boolean inside = event.column() >= area.x() && event.column() <= area.right() && row >= 0
                && row < items.size();
        boolean acts = shown.menu().staysOpen() ? !still && !event.release() : event.release();
        choice = inside ? row : acts ? choice : -1;
        if (!acts) {
            return Optional.of(Result.STAYS);
        }
        return Optional.of(inside ? chosen(scene) : Result.CLOSED);
    }

    @Override
    public Result paste(String text, Scene scene) {
        return Result.STAYS;
    }

    // ---- drawing ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, int messageLine, Scene scene) {
        var place = shown.menu().place();
        area = new OverlayPlace(place.x(), place.y(), shown.pane(), mouse, scene).of(shown.client(),
                new Size(width + FRAME_COLUMNS, items.size() + FRAME_ROWS));
        canvas.hideCursor();
        var base = StyleParser.style(shown.menu().look().style(), Style.PLAIN);
        var border = StyleParser.style(shown.menu().look().borderStyle(), base);
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), base);
        frame(border).draw(canvas, area);
        StyledText.draw(canvas, area.x() + 2, area.y(), width, shown.menu().title(), border);
        for (int i = 0; i < items.size(); i++) {
            item(canvas, i, base, border);
        }
    }

    private Frame frame(Style border) {
        return new Frame(shown.menu().look().lines(), border);
    }

    private void item(Canvas canvas, int index, Style base, Style border) {
        var item = items.get(index);
        int y = area.y() + 1 + index;
        if (item.name().isEmpty()) {
            frame(border).separate(canvas, area, y);
            return;
        }
        boolean disabled = item.name().startsWith("-");
        var style = index == choice && !disabled
                ? StyleParser.style(shown.menu().selected(), base)
                : disabled ? dim(base) : base;
        canvas.fill(area.x() + 1, y, area.columns() - 2, 1, style);
        StyledText.draw(canvas, area.x() + 2, y, width, disabled ? item.name().substring(1) : line(item), style);
    }

    private static Style dim(Style style) {
        return new Style(style.foreground(), style.background(), style.underlineColour(), style.attributes()
                | Style.DIM, style.link());
    }
}
