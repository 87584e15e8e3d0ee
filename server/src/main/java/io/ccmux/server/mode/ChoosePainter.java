package io.ccmux.server.mode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Subject;
import io.ccmux.server.format.Trim;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StatusPreview;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.render.StyledText;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Terminal;

/**
 * Draws a chooser.
 *
 * <pre>
 *   (0)  - work: 2 windows (attached)
 *   (1)  ├─> 0: sh*                    the chosen line in the style of the option mode-style
 *   (2)  └─> 1: top-
 *   ┌ work (sort: index)────────────┐
 *   │          │                    │  what the line is: screens beside one another, or a text
 *   └───────────────────────────────┘
 * </pre>
 */
final class ChoosePainter {
    private static final int LIST_ROWS_MIN = 10;
    private static final int PREVIEW_ROWS_MIN = 4;
    /** Columns below which a screen of a preview is not worth looking at. */
    private static final int SCREEN_COLUMNS_MIN = 24;

    /** Columns of the keys before the lines; two more where there are keys with Meta. */
    private static final int KEY_COLUMNS = 4;
    /** Lines whose keys are digits. */
    private static final int SHORT_KEYS = 10;

    private final ChooseMode mode;
    private final Canvas canvas;
    private final Scene scene;

    ChoosePainter(ChooseMode mode, Canvas canvas, Scene scene) {
        this.mode = mode;
        this.canvas = canvas;
        this.scene = scene;
    }

    void draw(Rectangle area) {
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), Style.PLAIN);
        canvas.hideCursor();
        var list = mode.list();
        var items = list.visible(scene);
        if (items.isEmpty()) {
            return;
        }
        Set<String> parents = new HashSet<>();
        list.all(scene).forEach(item -> parents.add(item.parent()));
        int rows = mode.listRows(area.rows(), items.size());
        int at = list.index(items);
        int top = mode.scrolled(at, rows, items.size());
        for (int y = 0; y < rows && top + y < items.size(); y++) {
            line(new Rectangle(area.x(), area.y() + y, area.columns(), 1), items, top + y, parents);
        }
        if (rows < area.rows()) {
            preview(new Rectangle(area.x(), area.y() + rows, area.columns(), area.rows() - rows), items.get(at));
        }
    }

    /** Rows for the list, as tmux divides: all if the rest were too few for a preview. */
    static int listRows(int rows, int lines, ChooseMode.Preview preview) {
        int list = switch (preview) {
            case NONE -> rows;
            case BIG -> Math.max(2, Math.min(rows / 4, lines));
            case USUAL -> {
                int most = rows / 3 * 2;
                int some = most > lines ? rows / 2 : most;
                yield some < LIST_ROWS_MIN ? rows : some;
            }
        };
        return rows - list < PREVIEW_ROWS_MIN ? rows : list;
    }

    private void line(Rectangle row, List<ChooseItem> items, int index, Set<String> parents) {
        var item = items.get(index);
        var list = mode.list();
        boolean here = index == list.index(items);
        String key = mode.lineKey(index, scene);
        String branch = item.depth() == 0
                ? ""
                : trunk(items, item).repeat(item.depth() - 1) + (last(items, index) ? "└" : "├") + "─> ";
        boolean flat = items.stream().filter(other -> other.parent().equals(item.parent()))
                .noneMatch(other -> parents.contains(other.target()));
        String sign = flat ? "" : !parents.contains(item.target()) ? "  " : list.open(item) ? "- " : "+ ";
        String before = (key.isEmpty() ? "" : "(" + key + ")") + " ".repeat(KEY_COLUMNS);
        String text = before.substring(0, items.size() > SHORT_KEYS ? KEY_COLUMNS + 2 : KEY_COLUMNS) + branch + sign
                + item.name() + (list.tagged(item) ? "*" : "") + (item.text().isEmpty() ? "" : ": ") + item.text();
        var style = here ? StyleParser.style(mode.style(scene), Style.PLAIN) : Style.PLAIN;
        canvas.fill(row.x(), row.y(), row.columns(), 1, style);
        StyledText.draw(canvas, row.x(), row.y(), row.columns(), text, style);
    }

    /** What stands before the branch of a line within another one: whether that one's own branch goes on below. */
    private static String trunk(List<ChooseItem> items, ChooseItem item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).target().equals(item.parent())) {
                return last(items, i) ? "    " : "│   ";
            }
        }
        return "    ";
    }

    private static boolean last(List<ChooseItem> items, int index) {
        for (int i = index + 1; i < items.size() && items.get(i).depth() >= items.get(index).depth(); i++) {
            if (items.get(i).depth() == items.get(index).depth()) {
                return false;
            }
        }
        return true;
    }

    // ---- the preview -----------------------------------------------------------------------

    private void preview(Rectangle area, ChooseItem item) {
        new Frame("single", Style.PLAIN).draw(canvas, area);
        String title = " " + item.name() + mode.list().described(scene) + " ";
        canvas.text(area.x() + 1, area.y(), title, Style.PLAIN, area.right());
        var inner = new Rectangle(area.x() + 2, area.y() + 1, area.columns() - 4, area.rows() - 2);
        if (inner.columns() < 1 || inner.rows() < 1) {
            return;
        }
        switch (mode.list().source().preview(item, scene)) {
            case ChoosePreview.Text(var lines) -> {
                for (int y = 0; y < Math.min(inner.rows(), lines.size()); y++) {
                    canvas.text(inner.x(), inner.y() + y, lines.get(y).replace('\t', ' '), Style.PLAIN, inner.right()
                            + 1);
                }
            }
            case ChoosePreview.Screens screens -> screens(inner, screens);
            case ChoosePreview.Screen shown -> client(inner, shown);
        }
    }

    /** As many beside one another as there is room for, the current one among them, unless the user moved on. */
    private void screens(Rectangle area, ChoosePreview.Screens shown) {
        int count = shown.screens().size();
        if (count == 0) {
            return;
        }
        int fit = Math.clamp(area.columns() / SCREEN_COLUMNS_MIN, 1, count);
        int from = Math.clamp((long) Math.max(0, shown.current() - fit + 1) + mode.moved(), 0, count - fit);
        int each = (area.columns() - (fit - 1)) / fit;
        for (int i = 0; i < fit; i++) {
            int x = area.x() + i * (each + 1);
            int columns = i == fit - 1 ? area.right() + 1 - x : each;
            screen(new Rectangle(x, area.y(), columns, area.rows()), shown.screens().get(from + i));
            for (int y = 0; i > 0 && y < area.rows(); y++) {
                canvas.put(x - 1, area.y() + y, '│', Style.PLAIN);
            }
        }
    }

    /** The rows are divided as tmux divides them, with a row to spare above the rule. */
    private void client(Rectangle area, ChoosePreview.Screen shown) {
        int all = StatusPreview.lines(shown.session());
        int lines = all >= area.rows() ? 0 : all;
        boolean top = lines > 0 && StatusPreview.atTop(shown.session());
        int rows = area.rows() - 2 - lines;
        var pane = scene.world().mux().find(shown.pane());
        if (rows > 0 && pane.isPresent()) {
            around(new Rectangle(area.x(), area.y() + (top ? lines : 0), area.columns(), rows), pane.get().terminal());
        }
        int rule = area.y() + (top ? 2 : area.rows() - 1 - lines);
        for (int x = area.x(); x <= area.right(); x++) {
            canvas.put(x, rule, '─', Style.PLAIN);
        }
        int y = top ? area.y() : area.bottom() + 1 - lines;
        StatusPreview.draw(canvas, new Rectangle(area.x(), y, area.columns(), lines), shown.client().size().columns(),
                Subject.of(scene.world(), shown.client()));
    }

    private void screen(Rectangle area, ChoosePreview.Labelled shown) {
        var pane = scene.world().mux().find(shown.pane());
        if (pane.isEmpty()) {
            return;
        }
        around(area, pane.get().terminal());
        label(area, shown);
    }

    /** The part of a screen around its cursor, or its top left corner if that is hidden. */
    private void around(Rectangle area, Terminal terminal) {
        boolean cursor = terminal.modes().cursorVisible();
        int fromX = cursor ? from(terminal.cursorX(), area.columns(), terminal.columns()) : 0;
        int fromY = cursor ? from(terminal.cursorY(), area.rows(), terminal.rows()) : 0;
        for (int y = 0; y < Math.min(area.rows(), terminal.rows() - fromY); y++) {
            canvas.row(terminal.screen().row(fromY + y), fromX, area.x(), area.y() + y,
                    Math.min(area.columns(), terminal.columns() - fromX));
        }
        int x = area.x() + terminal.cursorX() - fromX;
        int y = area.y() + terminal.cursorY() - fromY;
        if (cursor && area.contains(x, y)) {
            canvas.restyle(x, y, 1, Style::reversed);
        }
    }

    /** The first of so many columns or rows that show the cursor in their first third, or else the last ones. */
    private static int from(int cursor, int shown, int all) {
        return Math.max(0, Math.min(cursor < shown / 3 ? 0 : cursor - shown / 3, all - shown));
    }

    /** A name in a box in the middle, without the box where it would not fit. */
    private void label(Rectangle area, ChoosePreview.Labelled shown) {
        int width = Trim.width(shown.label()) + 2;
        if (width == 2 || area.rows() < 2 || width > area.columns()) {
            return;
        }
        int x = (area.columns() - width + 1) / 2;
        int y = (area.rows() + 1) / 2;
        if (x > 1 && x + width < area.columns() - 1 && area.rows() >= 3) {
            var box = new Rectangle(area.x() + x - 1, area.y() + y - 1, width + 2, 3);
            canvas.fill(box.x(), box.y(), box.columns(), box.rows(), Style.PLAIN);
            new Frame("single", shown.style()).draw(canvas, box);
        }
        StyledText.draw(canvas, area.x() + x, area.y() + y, width, " " + shown.label() + " ", shown.style());
    }
}
