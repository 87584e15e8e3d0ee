package io.ccmux.server.mode;

import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Session;
import io.ccmux.server.render.Canvas;

/**
 * Where a menu stands.
 *
 * <pre>
 *   C centre of the client     R right edge of the pane    P left edge, bottom of the pane
 *   M at the mouse             W at the window's name in the status line    S beside the status line
 * </pre>
 */
record MenuPlace(Effect.ShowMenu shown, Optional<Rectangle> mouse, Session session, Scene scene) {
    /** Its place on the canvas, moved so that all of it is seen. */
    Rectangle of(int columns, int rows, Canvas canvas) {
        int x = column(shown.menu().x(), columns, canvas.columns());
        int y = row(shown.menu().y(), rows, canvas.rows());
        return new Rectangle(Math.clamp(x, 0, Math.max(0, canvas.columns() - columns)),
                Math.clamp(y, 0, Math.max(0, canvas.rows() - rows)), columns, rows);
    }

    private Optional<Rectangle> pane() {
        var mux = scene.world().mux();
        return mux.find(shown.pane()).map(pane -> mux.area(mux.window(pane.window()), pane.id()));
    }

    private int column(String text, int columns, int all) {
        return switch (text) {
            case "C", "" -> (all - columns) / 2;
            case "R" -> pane().map(area -> area.right() + 1 - columns).orElse(0);
            case "P" -> pane().map(Rectangle::x).orElse(0);
            case "M", "W" -> mouse.map(at -> text.equals("M") ? at.x() - columns / 2 : at.x()).orElse(0);
            case "S" -> 0;
            default -> number(text);
        };
    }

    /** As tmux has it, a number and the places by a pane or the status line are where the bottom is. */
    private int row(String text, int rows, int all) {
        int above = StatusRows.above(session);
        int beside = StatusRows.top(session) ? above : all - StatusRows.count(session) - rows;
        return switch (text) {
            case "C", "" -> (all - rows) / 2;
            case "P", "R" -> pane().map(area -> area.bottom() + 1 + above - rows).orElse(0);
            case "M" -> mouse.map(Rectangle::y).orElse(0);
            case "W", "S" -> beside;
            default -> number(text) - rows;
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
