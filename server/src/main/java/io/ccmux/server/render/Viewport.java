package io.ccmux.server.render;

import java.util.Optional;

import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Size;

/**
 * Which part of a window a client shows: all of it, or, if it is larger than the client, what is around the cursor.
 *
 * @param area where on the client's canvas it is shown
 * @param x    the first column of the window that is
 * @param y    the first row
 */
public record Viewport(Rectangle area, int x, int y) {

    /**
     * @param client the client's whole size
     * @param lines  of the status line
     * @param top    whether that is above
     * @param cursor where in the window the cursor is; empty if it is hidden
     * @param panned where the user has moved the viewport to, if so
     */
    record Request(Size client, int lines, boolean top, Optional<Spot> cursor, Optional<Spot> panned) {}

    /** A cell. */
    public record Spot(int x, int y) {}

    static Viewport of(Size window, Request request) {
        int rows = Math.max(1, request.client().rows() - request.lines());
        int first = request.top() ? Math.min(request.lines(), request.client().rows() - 1) : 0;
        Rectangle area = new Rectangle(0, first, request.client().columns(), rows);
        int x = request.panned().map(Spot::x)
                .or(() -> request.cursor().map(spot -> follow(spot.x(), area.columns(), window.columns()))).orElse(0);
        int y = request.panned().map(Spot::y)
                .or(() -> request.cursor().map(spot -> follow(spot.y(), rows, window.rows()))).orElse(0);
        return new Viewport(area, Math.clamp(x, 0, Math.max(0, window.columns() - area.columns())),
                Math.clamp(y, 0, Math.max(0, window.rows() - rows)));
    }

    private static int follow(int cursor, int shown, int all) {
        if (cursor < shown) {
            return 0;
        }
        return cursor > all - shown ? all - shown : cursor - shown / 2;
    }

    /** The column of the canvas for one of the window. */
    int canvasX(int windowX) {
        return windowX - x + area.x();
    }

    /** The row of the canvas for one of the window. */
    int canvasY(int windowY) {
        return windowY - y + area.y();
    }
}
