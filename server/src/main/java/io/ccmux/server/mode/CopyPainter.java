package io.ccmux.server.mode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Formats;
import io.ccmux.server.mode.CopySearch.Match;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.render.StyledText;
import io.ccmux.server.terminal.Style;

/** Draws copy mode: the rows, what is selected and found in them, the position, the cursor. */
final class CopyPainter {
    private final CopyMode mode;
    private final Scene scene;
    private final CopyGutter gutter;
    private final Map<String, String> styles = new HashMap<>();

    CopyPainter(CopyMode mode, Scene scene) {
        this.mode = mode;
        this.scene = scene;
        this.gutter = CopyGutter.of(mode, scene);
    }

    void draw(Canvas canvas, Rectangle area) {
        var cursor = mode.cursor;
        var view = mode.view;
        int rows = Math.min(area.rows(), view.height());
        var text = new Rectangle(area.x() + gutter.width(), area.y(), area.columns() - gutter.width(), area.rows());
        for (int y = 0; y < rows; y++) {
            canvas.row(view.row(cursor.top + y), gutter.shift(), text.x(), area.y() + y,
                    Math.min(text.columns(), view.columns() - gutter.shift()));
        }
        mark(canvas, text);
        matches(canvas, text, rows);
        selection(canvas, text, rows);
        numbers(canvas, area, rows);
        position(canvas, area);
        canvas.cursor(text.x() + Math.min(cursor.x - gutter.shift(), text.columns() - 1), area.y() + cursor.y, 0);
    }

    private void numbers(Canvas canvas, Rectangle area, int rows) {
        if (gutter.width() == 0) {
            return;
        }
        for (int y = 0; y < rows; y++) {
            var number = gutter.number(mode, mode.cursor.top + y);
            String option = y == mode.cursor.y
                    ? "copy-mode-current-line-number-style"
                    : "copy-mode-line-number-style";
            String text = number.isPresent() ? Integer.toString(number.getAsInt()) : "";
            canvas.text(area.x(), area.y() + y, " ".repeat(gutter.width() - 1 - text.length()) + text,
                    restyle(option).apply(Style.PLAIN));
        }
    }

    /** The style that an option says, over what is there. */
    private UnaryOperator<Style> restyle(String option) {
        String words = styles.computeIfAbsent(option,
                name -> new Formats().expand(mode.options(scene).string(name), mode.subject(scene)));
        return style -> StyleParser.style(words, style);
    }

    private void mark(Canvas canvas, Rectangle area) {
        mode.marked().map(mark -> mark.row() - mode.cursor.top).filter(y -> y >= 0 && y < area.rows())
                .ifPresent(y -> canvas.restyle(area.x(), area.y() + y, area.columns(), restyle(
                        "copy-mode-mark-style")));
    }

    private void matches(Canvas canvas, Rectangle area, int rows) {
        var search = mode.searches.shown();
        if (search.isEmpty()) {
            return;
        }
        var current = mode.searches.current(mode);
        int row = mode.cursor.top;
        while (row < mode.cursor.top + rows) {
            var line = row == mode.cursor.top ? LogicalLine.around(mode.view, row) : LogicalLine.from(mode.view, row);
            for (var match : search.get().in(line)) {
                boolean here = current.filter(other -> same(match, other)).isPresent();
                match(canvas, area, match, here ? "copy-mode-current-match-style" : "copy-mode-match-style");
            }
            row = line.lastRow() + 1;
        }
    }

    private static boolean same(Match one, Match other) {
        return one.line().firstRow() == other.line().firstRow() && one.start() == other.start();
    }

    private void match(Canvas canvas, Rectangle area, Match match, String option) {
        for (int row = match.y(); row <= match.endY(); row++) {
            int from = row == match.y() ? match.x() : 0;
            int to = row == match.endY() ? match.endX() : mode.view.columns();
            span(canvas, area, row, List.of(from, to), option);
        }
    }

    private void span(Canvas canvas, Rectangle area, int row, List<Integer> columns, String option) {
        int y = row - mode.cursor.top;
        int from = Math.max(0, columns.get(0) - gutter.shift());
        int to = Math.min(area.columns(), columns.get(1) - gutter.shift());
        if (y >= 0 && y < area.rows() && to > from) {
            canvas.restyle(area.x() + from, area.y() + y, to - from, restyle(option));
        }
    }

    private void selection(Canvas canvas, Rectangle area, int rows) {
        var selection = mode.cursor.selection;
        if (selection.isEmpty()) {
            return;
        }
        var selected = selection.get();
        int columns = mode.view.columns();
        for (int row = Math.max(selected.top(), mode.cursor.top); row <= Math.min(selected.bottom(), mode.cursor.top
                + rows - 1); row++) {
            span(canvas, area, row, List.of(selected.from(row), selected.to(row, columns, mode.vi(scene))),
                    "copy-mode-selection-style");
        }
    }

    private void position(Canvas canvas, Rectangle area) {
        if (mode.hidesPosition) {
            return;
        }
        String format = mode.options(scene).string("copy-mode-position-format");
        String text = new Formats().expand(format, mode.subject(scene));
        Optional.of(text).filter(shown -> !shown.isEmpty()).ifPresent(shown -> StyledText.draw(canvas, area.x(), area
                .y(), area.columns(), shown, restyle("copy-mode-position-style").apply(Style.PLAIN)));
    }
}
