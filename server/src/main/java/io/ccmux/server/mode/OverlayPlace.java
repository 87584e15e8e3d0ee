package io.ccmux.server.mode;

import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Size;

/**
 * Where a menu or a popup stands on a client's screen.
 *
 * <pre>
 *   C centre of the client     R right edge of the pane    P left edge, bottom of the pane
 *   M at the mouse             W at the window's name in the status line    S beside the status line
 * </pre>
 *
 * @param pane  the one that P and R mean
 * @param mouse where the mouse was when it was asked for
 */
record OverlayPlace(String x, String y, PaneId pane, Optional<Scene.MousePlace> mouse, Scene scene) {
    /** A place for a box of that size on the client's screen, moved so that as much of it as can be is seen. */
    Rectangle of(ClientId id, Size size) {
        var client = scene.client(id);
        var all = client.map(view -> view.size()).orElse(size);
        int columns = Math.min(size.columns(), all.columns());
        int rows = Math.min(size.rows(), all.rows());
        var session = client.flatMap(view -> view.session()).flatMap(scene.world().mux()::find);
        int left = column(columns, all.columns());
        int top = row(session, rows, all.rows());
        return new Rectangle(Math.clamp(left, 0, all.columns() - columns), Math.clamp(top, 0, all.rows() - rows),
                columns, rows);
    }

    /** The cell of the client's screen that a place is. */
    static Rectangle onScreen(Scene.MousePlace place, Scene scene) {
        var mux = scene.world().mux();
        return place.pane().filter(pane -> place.range().isEmpty()).flatMap(mux::find).map(pane -> {
            var at = mux.area(mux.window(pane.window()), pane.id());
            int above = mux.holders(pane.window()).stream().findFirst().map(StatusRows::above).orElse(0);
            return new Rectangle(at.x() + place.x(), at.y() + place.y() + above, 1, 1);
        }).orElse(new Rectangle(place.x(), place.y(), 1, 1));
    }

    private Optional<Rectangle> spot() {
        return mouse.map(place -> onScreen(place, scene));
    }

    private Optional<Rectangle> paneArea() {
        var mux = scene.world().mux();
        return mux.find(pane).map(found -> mux.area(mux.window(found.window()), found.id()));
    }

    private int column(int columns, int all) {
        return switch (x) {
            case "C", "" -> (all - columns) / 2;
            case "R" -> paneArea().map(area -> area.right() + 1 - columns).orElse(0);
            case "P" -> paneArea().map(Rectangle::x).orElse(0);
            case "M", "W" -> spot().map(at -> x.equals("M") ? at.x() - columns / 2 : at.x()).orElse(0);
            case "S" -> 0;
            default -> number(x);
        };
    }

    /** As tmux has it, a number and the places by a pane or the status line are where the bottom is. */
    private int row(Optional<Session> session, int rows, int all) {
        int above = session.map(StatusRows::above).orElse(0);
        int count = session.map(StatusRows::count).orElse(0);
        int beside = session.filter(StatusRows::top).isPresent() ? above : all - count - rows;
        return switch (y) {
            case "C", "" -> (all - rows) / 2;
            case "P", "R" -> paneArea().map(area -> area.bottom() + 1 + above - rows).orElse(0);
            case "M" -> spot().map(at -> Math.min(at.y() + rows, all - 1) - rows).orElse(0);
            case "W", "S" -> beside;
            default -> number(y) - rows;
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
