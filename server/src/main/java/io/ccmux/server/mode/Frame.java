package io.ccmux.server.mode;

import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.terminal.Style;

/** Lines around something, of one of the kinds that {@code menu-border-lines} names. */
record Frame(String lines, Style style) {
    /** Top left, top right, bottom left, bottom right, horizontal, vertical, and where a separator meets the sides. */
    private String characters() {
        return switch (lines) {
            case "double" -> "╔╗╚╝═║╠╣";
            case "heavy" -> "┏┓┗┛━┃┣┫";
            case "simple" -> "++++-|++";
            case "rounded" -> "╭╮╰╯─│├┤";
            case "padded", "none" -> "        ";
            default -> "┌┐└┘─│├┤";
        };
    }

    void draw(Canvas canvas, Rectangle area) {
        line(canvas, area, area.y(), 0, 1);
        line(canvas, area, area.bottom(), 2, 3);
        for (int y = area.y() + 1; y < area.bottom(); y++) {
            canvas.put(area.x(), y, characters().charAt(5), style);
            canvas.put(area.right(), y, characters().charAt(5), style);
        }
    }

    void separate(Canvas canvas, Rectangle area, int y) {
        line(canvas, area, y, 6, 7);
    }

    private void line(Canvas canvas, Rectangle area, int y, int left, int right) {
        canvas.put(area.x(), y, characters().charAt(left), style);
        for (int x = area.x() + 1; x < area.right(); x++) {
            canvas.put(x, y, characters().charAt(4), style);
        }
        canvas.put(area.right(), y, characters().charAt(right), style);
    }
}
