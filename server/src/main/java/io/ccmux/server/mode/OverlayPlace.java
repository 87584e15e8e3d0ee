package io.ccmux.server.mode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
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
 * <p>Or a format, in which {@code popup_pane_left} and the like stand for these and the box's size.
 *
 * @param pane  the one that P and R mean
 * @param mouse where the mouse was when it was asked for
 */
record OverlayPlace(String x, String y, PaneId pane, Optional<Scene.MousePlace> mouse, Scene scene) {
    /** A box, and what it stands on. */
    private record Box(int columns, int rows, Size all, Optional<Session> session) {}

    /** A place for a box of that size on the client's screen, moved so that as much of it as can be is seen. */
    Rectangle of(ClientId id, Size size) {
        var client = scene.client(id);
        var all = client.map(view -> view.size()).orElse(size);
        var box = new Box(Math.min(size.columns(), all.columns()), Math.min(size.rows(), all.rows()), all,
                client.flatMap(view -> view.session()).flatMap(scene.world().mux()::find));
        return new Rectangle(Math.clamp(column(box), 0, all.columns() - box.columns()),
                Math.clamp(row(box), 0, all.rows() - box.rows()), box.columns(), box.rows());
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

    private int column(Box box) {
        return switch (x) {
            case "C", "" -> centreX(box);
            case "R" -> paneArea().map(area -> area.right() + 1 - box.columns()).orElse(0);
            case "P" -> paneArea().map(Rectangle::x).orElse(0);
            case "M", "W" -> spot().map(at -> x.equals("M") ? at.x() - box.columns() / 2 : at.x()).orElse(0);
            case "S" -> 0;
            default -> number(filled(x, box));
        };
    }

    /** As tmux has it, a number and the places by a pane or the status line are where the bottom is. */
    private int row(Box box) {
        int above = box.session().map(StatusRows::above).orElse(0);
        int rows = box.rows();
        return switch (y) {
            case "C", "" -> centreBelow(box) - rows;
            case "P", "R" -> paneArea().map(area -> area.bottom() + 1 + above - rows).orElse(0);
            case "M" -> spot().map(at -> Math.min(at.y() + rows, box.all().rows() - 1) - rows).orElse(0);
            case "W", "S" -> besideStatus(box) - rows;
            default -> number(filled(y, box)) - rows;
        };
    }

    private static int centreX(Box box) {
        return (box.all().columns() - 1) / 2 - box.columns() / 2;
    }

    /** The row below a box in the middle. */
    private static int centreBelow(Box box) {
        return (box.all().rows() - 1) / 2 + box.rows() / 2;
    }

    /** The row below a box that stands beside the status line. */
    private static int besideStatus(Box box) {
        return box.session().filter(StatusRows::top).map(session -> StatusRows.above(session) + box.rows())
                .orElseGet(() -> box.all().rows() - box.session().map(StatusRows::count).orElse(0));
    }

    /** A format, its variables those of the pane and of the places by which the box can stand. */
    private String filled(String text, Box box) {
        if (!text.contains("#{")) {
            return text;
        }
        var subject = Subject.of(scene.world());
        var variables = new HashMap<String, String>();
        places(box).forEach((name, value) -> variables.put("popup_" + name, Integer.toString(Math.max(0, value))));
        return new Formats().expand(text, scene.world().mux().find(pane).map(subject::with).orElse(subject)
                .with(variables));
    }

    /** Columns are those where the box begins, rows those below it, as tmux counts them. */
    private Map<String, Integer> places(Box box) {
        int above = box.session().map(StatusRows::above).orElse(0);
        var places = new HashMap<String, Integer>();
        places.put("width", box.columns());
        places.put("height", box.rows());
        places.put("centre_x", centreX(box));
        places.put("centre_y", centreBelow(box));
        places.put("status_line_y", besideStatus(box));
        places.put("window_status_line_y", besideStatus(box));
        paneArea().ifPresent(area -> {
            places.put("pane_left", area.x());
            places.put("pane_right", area.right() + 1 - box.columns());
            places.put("pane_top", above + area.y() + box.rows());
            places.put("pane_bottom", above + area.bottom() + 1);
        });
        spot().ifPresent(at -> {
            places.put("window_status_line_x", at.x());
            places.put("mouse_x", at.x());
            places.put("mouse_y", at.y());
            places.put("mouse_centre_x", at.x() - box.columns() / 2);
            places.put("mouse_centre_y", at.y() - box.rows() / 2 + box.rows());
            places.put("mouse_top", at.y() + box.rows());
            places.put("mouse_bottom", at.y());
        });
        return places;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
